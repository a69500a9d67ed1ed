package io.tokentrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.cli.Run;
import io.tokentrail.spark.SenderPass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same tables, on any number of threads and in any order. */
class SameBytesTest {

  private static final Path SAMPLE = Path.of("samples/real-cluster");
  private static final Path AUDIT = SAMPLE.resolve("audit/k8s-cp-1");
  private static final String NOW = "2026-11-26T13:00:00Z";

  @TempDir static Path scratch;
  private static Map<String, String> expected;

  @BeforeAll
  static void analyseOnce() throws IOException {
    expected = tables(analyse("here", SAMPLE.toString()));
  }

  private static Path analyse(String name, String... more) {
    Path out = scratch.resolve(name);
    List<String> args =
        new ArrayList<>(List.of("analyze", "--out", out.toString(), "--now", NOW, "--quiet"));
    args.addAll(Arrays.asList(more));
    Run run = Run.of(args.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    return out;
  }

  private static Map<String, String> tables(Path out) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("csv"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }

  @Test
  void twoOfSparksThreadsSayWhatTheCallingThreadSays() throws IOException {
    assertEquals(expected, tables(analyse("two", "--master", "local[2]", SAMPLE.toString())));
  }

  @Test
  void sevenOfSparksThreadsSayWhatTheCallingThreadSays() throws IOException {
    assertEquals(expected, tables(analyse("seven", "--master", "local[7]", SAMPLE.toString())));
  }

  /** The sample's senders judged by a job's tasks, as on a cluster. */
  @Test
  void senderPassesOfOneAndOfManyThreadsSayWhatTheDriverSays() throws IOException {
    System.setProperty(SenderPass.FROM, "1");
    try {
      assertEquals(expected, tables(analyse("in-a-task", "--threads", "1", SAMPLE.toString())));
      assertEquals(
          expected, tables(analyse("in-tasks", "--master", "local[*]", SAMPLE.toString())));
    } finally {
      System.clearProperty(SenderPass.FROM);
    }
    assertEquals(
        Files.readString(scratch.resolve("in-a-task/report.json")),
        Files.readString(scratch.resolve("in-tasks/report.json")));
  }

  @Test
  void theOrderOfFilesDoesNotMatter() throws IOException {
    List<String> folders;
    try (Stream<Path> files = Files.list(SAMPLE)) {
      folders = new ArrayList<>(files.map(Path::toString).sorted().toList());
    }
    Map<String, String> sorted = tables(analyse("sorted", folders.toArray(String[]::new)));
    Collections.shuffle(folders, new Random(4));
    assertEquals(sorted, tables(analyse("shuffled", folders.toArray(String[]::new))));
  }

  /** Places move with their lines, so they alone are left out of the comparison. */
  @Test
  void theOrderOfLinesDoesNotMatter() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(AUDIT)) {
      for (Path file : files.sorted().toList()) {
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
          in.lines().forEach(lines::add);
        }
      }
    }
    Map<String, String> inOrder = withoutPlaces(analyse("in-order", withAudit("whole", lines)));
    Collections.shuffle(lines, new Random(11));
    assertEquals(inOrder, withoutPlaces(analyse("any-order", withAudit("mixed", lines))));
  }

  /** The sample with its audit log written as three plain files of one stream. */
  private static String[] withAudit(String name, List<String> lines) throws IOException {
    Path dir = Files.createDirectories(scratch.resolve("audit-" + name).resolve("k8s-cp-1"));
    int third = lines.size() / 3 + 1;
    for (int i = 0; i < 3; i++) {
      Files.write(
          dir.resolve("audit-" + i + ".log"),
          lines.subList(i * third, Math.min(lines.size(), (i + 1) * third)));
    }
    List<String> paths = new ArrayList<>(List.of(dir.getParent().toString()));
    try (Stream<Path> files = Files.list(SAMPLE)) {
      files.filter(p -> !p.endsWith("audit")).map(Path::toString).sorted().forEach(paths::add);
    }
    return paths.toArray(String[]::new);
  }

  private static Map<String, String> withoutPlaces(Path out) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Map.Entry<String, String> table : tables(out).entrySet()) {
      if (table.getKey().equals("inputs.csv")) {
        continue;
      }
      StringBuilder rows = new StringBuilder();
      try (CSVParser parser =
          CSVParser.parse(table.getValue(), CSVFormat.RFC4180.builder().setHeader().get())) {
        for (CSVRecord row : parser) {
          Map<String, String> cells = new TreeMap<>(row.toMap());
          cells.remove("evidence");
          rows.append(cells).append('\n');
        }
      }
      all.put(table.getKey(), rows.toString());
    }
    return all;
  }
}
