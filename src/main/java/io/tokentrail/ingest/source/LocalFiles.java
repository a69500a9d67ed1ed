package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The local file system. */
public final class LocalFiles implements FileAccess {

  private static final long serialVersionUID = 1;

  private static final String GLOB_SIGNS = "*?[{";

  @Override
  public List<Found> list(String given) {
    String path = given.length() > 1 && given.endsWith("/") ? chop(given) : given;
    try {
      Path root = at(path);
      if (Files.isDirectory(root)) {
        return walk(path, root, file -> true, "no file in this folder");
      }
      if (Files.exists(root)) {
        return List.of(found(path, root));
      }
      return glob(path);
    } catch (IllegalArgumentException e) {
      return glob(path);
    }
  }

  private static String chop(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static Path at(String path) {
    return path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path);
  }

  /** The folder before the first sign of a glob is walked; the whole path below it must match. */
  private static List<Found> glob(String path) {
    int sign = 0;
    while (sign < path.length() && GLOB_SIGNS.indexOf(path.charAt(sign)) < 0) {
      sign++;
    }
    if (sign == path.length()) {
      return List.of(problem(path, "no such file or folder"));
    }
    int slash = path.lastIndexOf('/', sign);
    String base = slash > 0 ? path.substring(0, slash) : slash == 0 ? "/" : "";
    try {
      Path root = at(base.isEmpty() ? "." : base);
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + path.substring(slash + 1));
      if (!Files.isDirectory(root)) {
        return List.of(problem(path, "no such file or folder"));
      }
      return walk(base, root, matcher::matches, "nothing matches");
    } catch (IllegalArgumentException e) {
      return List.of(problem(path, "not a path"));
    }
  }

  /** Links to files are followed, links to folders are not: no walk goes in circles. */
  private static List<Found> walk(
      String given, Path start, Predicate<Path> wanted, String whenEmpty) {
    List<Found> all = new ArrayList<>();
    try {
      Path root = start.toRealPath();
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (Files.isRegularFile(file) && wanted.test(root.relativize(file))) {
                all.add(found(below(given, root, file), file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              all.add(problem(below(given, root, file), "cannot be read: " + reason(e)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      all.add(problem(given, "cannot be listed: " + reason(e)));
    }
    if (all.isEmpty()) {
      all.add(problem(given, whenEmpty));
    }
    all.sort(Comparator.comparing(Found::path));
    return all;
  }

  private static String below(String given, Path root, Path file) {
    String rest = root.relativize(file).toString().replace('\\', '/');
    if (rest.isEmpty()) {
      return given;
    }
    return given.isEmpty() || given.endsWith("/") ? given + rest : given + "/" + rest;
  }

  private static Found problem(String path, String why) {
    return new Found(path, path, 0, why);
  }

  private static Found found(String path, Path file) {
    try {
      return new Found(
          path,
          file.toRealPath().toString(),
          Files.size(file),
          Files.isReadable(file) ? "" : "permission denied");
    } catch (IOException e) {
      return problem(path, "cannot be read: " + reason(e));
    }
  }

  /** Exceptions of the file system repeat the path; the class says what is wrong. */
  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    FileChannel channel = FileChannel.open(at(location), StandardOpenOption.READ);
    channel.position(from);
    return Channels.newInputStream(channel);
  }
}
