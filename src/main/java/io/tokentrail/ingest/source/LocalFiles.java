package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The local file system. */
public final class LocalFiles implements FileAccess {

  private static final long serialVersionUID = 1;

  @Override
  public List<Found> list(String path) {
    Path root = Path.of(path);
    if (!Files.exists(root)) {
      return List.of(new Found(path, path, 0, "no such file or folder"));
    }
    if (!Files.isDirectory(root)) {
      return List.of(found(path, root));
    }
    List<Found> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile)
          .sorted()
          .forEach(
              p ->
                  all.add(found(path + "/" + root.relativize(p).toString().replace('\\', '/'), p)));
    } catch (IOException e) {
      all.add(new Found(path, path, 0, "cannot be listed: " + e.getMessage()));
    }
    return all;
  }

  private static Found found(String path, Path file) {
    try {
      return new Found(
          path,
          file.toString(),
          Files.size(file),
          Files.isReadable(file) ? "" : "permission denied");
    } catch (IOException e) {
      return new Found(path, file.toString(), 0, "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    FileChannel channel = FileChannel.open(Path.of(location), StandardOpenOption.READ);
    channel.position(from);
    return Channels.newInputStream(channel);
  }
}
