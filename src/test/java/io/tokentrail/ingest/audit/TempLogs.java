package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.model.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Audit files in a temporary folder, as they are offered. */
public final class TempLogs {

  private final Path folder;
  private final List<Offered> files = new ArrayList<>();

  public TempLogs(Path folder) {
    this.folder = folder;
  }

  public TempLogs plain(String path, String content) {
    return file(path, content.getBytes(UTF_8), Compression.NONE);
  }

  public TempLogs gzip(String path, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(path, bytes.toByteArray(), Compression.GZIP);
  }

  public TempLogs file(String path, byte[] content, Compression packing) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      files.add(
          new Offered(
              path, file.toString(), content.length, packing, InputFile.Kind.AUDIT, "", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public List<Offered> files() {
    return files;
  }
}
