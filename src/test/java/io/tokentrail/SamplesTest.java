package io.tokentrail;

import static io.tokentrail.cli.FolderBytes.files;
import static io.tokentrail.cli.FolderBytes.put;
import static io.tokentrail.cli.FolderBytes.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tokentrail.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tool says about each sample is what stands in {@code reports/}, byte for byte. {@code
 * -Dtokentrail.regenerate=true} writes {@code reports/} anew instead; look at the difference before
 * committing it.
 */
class SamplesTest {

  /** What stands in a sample where a signature stood; it must not come out again. */
  private static final String PLANTED_SECRET = "c2lnbmF0dXJlLXJlcGxhY2Vk";

  private static final String NOW = "2026-11-26T13:00:00Z";

  @TempDir Path scratch;

  @Test
  void eachSampleGivesItsReport() throws IOException {
    for (String sample : folders(Path.of("samples"))) {
      Path out = scratch.resolve(sample);
      Run run =
          Run.of(
              "analyze",
              "samples/" + sample,
              "--out",
              out.toString(),
              "--now",
              NOW,
              "--cluster",
              sample,
              "--quiet");
      assertEquals(0, run.code(), run.err());
      Path kept = Path.of("reports", sample);
      if (Boolean.getBoolean("tokentrail.regenerate")) {
        replace(out, kept);
      }
      same(files(kept), out);
    }
  }

  @Test
  void eachReportHasItsSample() throws IOException {
    assertEquals(folders(Path.of("samples")), folders(Path.of("reports")));
  }

  @Test
  void noReportHoldsAPlantedSecret() throws IOException {
    for (String sample : folders(Path.of("reports"))) {
      files(Path.of("reports", sample))
          .forEach(
              (name, bytes) ->
                  assertFalse(
                      new String(bytes, StandardCharsets.UTF_8).contains(PLANTED_SECRET),
                      sample + "/" + name));
    }
  }

  private static List<String> folders(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> walk = Files.walk(to)) {
        for (Path old : walk.filter(Files::isRegularFile).toList()) {
          Files.delete(old);
        }
      }
    }
    put(files(from), to);
  }
}
