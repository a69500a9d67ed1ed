package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFormatsTest {

  @TempDir Path folder;

  @Test
  void everyFormatOfThePackageIsListed() throws IOException, URISyntaxException {
    Path classes =
        Path.of(ReportFormat.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes.resolve("io/tokentrail/report"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name =
            classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        if (isFormat(name)) {
          written.add(name);
        }
      }
    }

    assertEquals(
        written,
        ReportFormats.ALL.stream()
            .map(f -> f.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new)),
        "a format that is not in ReportFormats is never written");
  }

  private static boolean isFormat(String name) {
    try {
      Class<?> type = Class.forName(name, false, ReportFormat.class.getClassLoader());
      return ReportFormat.class.isAssignableFrom(type) && !type.isInterface();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  @Test
  void everyFormatWritesTheSameBytesTwiceAndOnlyWhatItSays() throws IOException {
    for (ReportFormat format : ReportFormats.ALL) {
      Path a = folder.resolve(format.name() + "-a");
      Path b = folder.resolve(format.name() + "-b");
      List<Path> first = format.write(Reports.sample(), a);
      assertEquals(first, format.write(Reports.sample(), b));
      for (Path file : first) {
        assertFalse(file.isAbsolute(), file.toString());
        assertArrayEquals(
            Files.readAllBytes(a.resolve(file)),
            Files.readAllBytes(b.resolve(file)),
            file.toString());
      }
      try (Stream<Path> files = Files.walk(a)) {
        assertEquals(first.size(), files.filter(Files::isRegularFile).count(), format.name());
      }
    }
  }

  @Test
  void aReportWithoutAnythingCanBeToldInEveryFormat() throws IOException {
    for (ReportFormat format : ReportFormats.ALL) {
      for (Path file : format.write(Reports.quiet(), folder)) {
        assertTrue(Files.size(folder.resolve(file)) > 0, file.toString());
      }
    }
  }
}
