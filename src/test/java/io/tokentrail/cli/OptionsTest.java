package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What each option does to the report, and that each has a key in {@code --config}. */
class OptionsTest {

  private static final String SAMPLE = "samples/real-cluster";

  private static final String KLOG = "I0504 09:00:00.000001     812 kubelet.go:1] \"a\"";

  @TempDir Path dir;

  private Run analyze(String input, String... options) {
    List<String> args = new ArrayList<>(List.of("analyze", input, "--out", out(), "--force"));
    args.addAll(List.of("--quiet", "--now", "2026-11-26T13:00:00Z"));
    args.addAll(List.of(options));
    return Run.of(args.toArray(String[]::new));
  }

  /** The sample's first audit event. */
  private static String event() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(SAMPLE, "audit"))) {
      Path first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      try (InputStream in = Files.newInputStream(first);
          InputStream plain = first.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElseThrow();
      }
    }
  }

  private String out() {
    return dir.resolve("out").toString();
  }

  private List<String> rows(String table) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(out(), "csv", table));
    return lines.subList(1, lines.size());
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(Path.of(out(), "report.json").toFile());
  }

  @Test
  void fromAndToChooseThe401sAndNothingElse() throws IOException {
    analyze(SAMPLE);
    int all = rows("failures.csv").size();
    int windows = rows("rotation_windows.csv").size();
    Run run =
        analyze(SAMPLE, "--from", "2026-11-26T11:50:00Z", "--to", "2026-11-26T14:00:00+02:00");
    assertEquals(0, run.code(), run.err());
    assertTrue(rows("failures.csv").size() < all);
    for (String row : rows("failures.csv")) {
      assertTrue(row.contains("2026-11-26T11:5"), row);
    }
    assertEquals(windows, rows("rotation_windows.csv").size());
  }

  @Test
  void namespaceAndServiceAccountChooseTheSenders() throws IOException {
    analyze(SAMPLE, "--namespace", "payments", "--service-account", "shop/recommender");
    assertFalse(rows("failures.csv").isEmpty());
    for (String row : rows("failures.csv")) {
      assertTrue(row.contains("payments,") || row.contains("shop,recommender,"), row);
    }
  }

  @Test
  void hashTakesDigestsOfLargeFilesAndKindAndKeysOverrule() throws IOException {
    Path plain = Files.writeString(dir.resolve("notes.txt"), "remember the milk\n");
    Run run =
        analyze(plain.toString(), "--kind", plain + "=token", "--keys", SAMPLE + "/keys", "--hash");
    assertEquals(0, run.code(), run.err());
    assertTrue(rows("inputs.csv").stream().anyMatch(r -> r.contains("notes.txt,token,")));
    assertTrue(rows("inputs.csv").stream().anyMatch(r -> r.contains("jwks.json,keys,")));
    assertEquals("true", report().at("/parameters/hash").asText());
  }

  @Test
  void aDigestOfALargeFileIsTakenOnlyWhenAsked() throws IOException {
    Path large = Files.writeString(dir.resolve("large.log"), event() + "\n");
    Path other = Files.writeString(dir.resolve("large.txt"), "no log\n");
    for (Path file : List.of(large, other)) {
      try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
        holes.setLength(65L << 20);
      }
    }
    for (String option : List.of("--verbose", "--hash")) {
      Run run = analyze(dir.toString(), option);
      assertEquals(0, run.code(), run.err());
      for (String row : rows("inputs.csv")) {
        boolean hashed = row.matches(".*,[0-9a-f]{64},.*");
        assertEquals(option.equals("--hash"), hashed, option + " " + row);
      }
    }
  }

  @Test
  void asOfSaysWhenASnapshotWasTaken() throws IOException {
    String snapshot = SAMPLE + "/snapshot-1";
    analyze(snapshot, "--as-of", snapshot + "=2026-11-27T00:00:00Z");
    assertEquals(
        "2026-11-27T00:00:00.000Z",
        report().at("/snapshots/0/at").asText(),
        report().at("/snapshots").toString());
  }

  @Test
  void logTimezoneMovesStampsWithoutAZone() throws IOException {
    Path log =
        Files.writeString(
            dir.resolve("kubelet.log"), "I0504 09:00:00.000001     812 kubelet.go:1] \"a\"\n");
    analyze(log.toString(), "--log-timezone", "Europe/Berlin");
    assertTrue(rows("inputs.csv").get(0).contains("T07:00:00"), rows("inputs.csv").get(0));
    assertEquals(2, analyze(log.toString(), "--log-timezone", "Moon/Base").code());
  }

  @Test
  void threadsAndMasterChangeNoByte() throws IOException {
    analyze(SAMPLE + "/audit", "--threads", "1");
    String one = Files.readString(Path.of(out(), "report.json"));
    analyze(SAMPLE + "/audit", "--master", "local[3]");
    assertEquals(one, Files.readString(Path.of(out(), "report.json")));
  }

  @Test
  void lookBackSaysWhatIsStaleAndClusterStandsInTheReport() throws IOException {
    analyze(SAMPLE, "--cluster", "test-eu2");
    assertEquals("stale", legacyExport());
    assertEquals("test-eu2", report().at("/run/cluster").asText());
    analyze(SAMPLE, "--look-back", "1000");
    assertEquals("in_use", legacyExport());
    assertEquals("1000", report().at("/parameters/look-back").asText());
  }

  /** Its label says that it was used two years ago. */
  private String legacyExport() throws IOException {
    return rows("legacy_tokens.csv").stream()
        .filter(r -> r.contains("legacy-export-token"))
        .map(r -> r.contains(",stale,") ? "stale" : r.contains(",in_use,") ? "in_use" : r)
        .findFirst()
        .orElse("not listed");
  }

  @Test
  void theCapsBoundWhatIsListedAndNotWhatIsCounted() throws IOException {
    analyze(SAMPLE, "--max-failure-rows", "5");
    assertEquals(5, rows("failures.csv").size());
    assertEquals("5", report().at("/parameters/max-failure-rows").asText());
    assertEquals(2, analyze(SAMPLE, "--max-failure-rows", "-1").code());
  }

  @Test
  void minCoverageIsAnExitCode() throws IOException {
    assertEquals(11, analyze(SAMPLE + "/audit", "--min-coverage", "1.1").code());
    assertEquals(0, analyze(SAMPLE + "/audit", "--min-coverage", "0.5").code());
  }

  @Test
  void aLongLineLimitRejectsWhatIsLonger() throws IOException {
    Run run = analyze(SAMPLE + "/audit", "--max-line-bytes", "700");
    assertNotEquals(4, run.code(), run.err());
    assertTrue(
        rows("rejected.csv").get(0).contains("a line of more than"), rows("rejected.csv").get(0));
    assertEquals(2, analyze(SAMPLE + "/audit", "--max-line-bytes", "0").code());
    assertEquals(2, analyze(SAMPLE + "/audit", "--max-members", "0").code());
    assertEquals(2, analyze(SAMPLE + "/audit", "--max-expansion", "0").code());
  }

  @Test
  void limitsOfBundlesRejectWhatIsBeyondThem() throws IOException {
    Path bundle = dir.resolve("bundle.tar.gz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(bundle)))) {
      for (int i = 0; i < 3; i++) {
        byte[] log = (KLOG + "x".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry("kubelet-" + i + ".log");
        entry.setSize(log.length);
        tar.putArchiveEntry(entry);
        tar.write(log);
        tar.closeArchiveEntry();
      }
    }
    analyze(bundle.toString());
    assertEquals(3, rows("inputs.csv").size());
    assertTrue(
        problems("--max-members", "2").contains("more than 2"), problems("--max-members", "2"));
  }

  @Test
  void aSnapshotTellsTheYearOfALogThatNamesNone() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("of-2019"));
    Files.writeString(folder.resolve("kubelet.log"), KLOG + "\n");
    Files.writeString(
        folder.resolve("pods.json"),
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"shop\","
            + "\"name\":\"cart-1\",\"creationTimestamp\":\"2019-06-01T10:00:00Z\"}}");
    Run run = Run.of("inspect", folder.toString(), "--json", "--quiet");
    JsonNode logs = new ObjectMapper().readTree(run.out()).path("log_files");
    assertTrue(logs.path(0).path("first_time").asText().startsWith("2019-05-04T09:00"), run.out());
  }

  /** What is wrong with the files of the last input, by {@code inspect}. */
  private String problems(String... options) {
    List<String> args =
        new ArrayList<>(List.of("inspect", dir.resolve("bundle.tar.gz").toString()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray(String[]::new));
    return (run.out() + run.err()).replaceAll("\\s+", " ");
  }

  @Test
  void rejectedRowsAreCapped() throws IOException {
    Path log = Files.writeString(dir.resolve("audit.log"), event() + "\na\nb\nc\n");
    analyze(log.toString());
    assertEquals(3, rows("rejected.csv").size());
    analyze(log.toString(), "--max-rejected-rows", "1");
    assertEquals(1, rows("rejected.csv").size());
    assertTrue(rows("inputs.csv").get(0).contains(",1,3,"), rows("inputs.csv").get(0));
  }

  @Test
  void thresholdsOfPolicyChangeWhatIsFound() throws IOException {
    analyze(SAMPLE);
    assertEquals(0, findings("SHARED_ACCOUNT"));
    assertEquals(0, findings("LONG_LIVED_TOKEN"));
    analyze(SAMPLE, "--shared-by", "2", "--long-lived", "1", "--short-lived", "0");
    assertEquals(1, findings("SHARED_ACCOUNT"));
    assertEquals(10, findings("LONG_LIVED_TOKEN"));
    assertEquals(0, findings("SHORT_EXPIRATION"));
    assertEquals("0", report().at("/parameters/short-lived").asText());
    assertEquals(2, analyze(SAMPLE, "--shared-by", "1").code());
  }

  private long findings(String cause) throws IOException {
    return rows("findings.csv").stream().filter(r -> r.contains("," + cause + ",")).count();
  }

  @Test
  void silenceBeyondTheGapIsAGap() throws IOException {
    String first = event();
    String later =
        first
            .replaceAll("T(\\d\\d):\\d\\d:", "T$1:57:")
            .replaceAll("\"auditID\":\"[^\"]*\"", "\"auditID\":\"later\"");
    String earlier = first.replaceAll("T(\\d\\d):\\d\\d:", "T$1:50:");
    Path log = Files.writeString(dir.resolve("audit.log"), earlier + "\n" + later + "\n");
    analyze(log.toString(), "--gap", "5");
    assertEquals(1, report().at("/coverage/gaps").size());
    analyze(log.toString(), "--gap", "10");
    assertEquals(0, report().at("/coverage/gaps").size());
  }

  @Test
  void howItIsToldChangesNoByteOfTheReport() throws IOException {
    analyze(SAMPLE + "/keys");
    String plain = Files.readString(Path.of(out(), "report.json"));
    for (String option : List.of("--ascii", "--no-color", "--verbose", "--no-progress", "--json")) {
      assertEquals(0, analyze(SAMPLE + "/keys", option).code(), option);
      assertEquals(plain, Files.readString(Path.of(out(), "report.json")), option);
    }
  }

  @Test
  void everyOptionHasAKeyInTheConfigFile() throws IOException {
    CommandLine analyze = new CommandLine(new Main()).getSubcommands().get("analyze");
    StringBuilder yaml = new StringBuilder();
    int keys = 0;
    for (OptionSpec option : analyze.getCommandSpec().options()) {
      String name = option.longestName().substring(2);
      boolean taken = !option.usageHelp() && !option.versionHelp() && !name.equals("config");
      if (taken && option.arity().max() == 0) {
        yaml.append(name).append(": false\n");
        keys++;
      } else if (taken && option.defaultValue() != null && !option.defaultValue().isEmpty()) {
        yaml.append(name).append(": ").append(option.defaultValue()).append('\n');
        keys++;
      }
    }
    assertTrue(keys > 15, yaml.toString());
    Path config = Files.writeString(dir.resolve("all.yaml"), yaml);
    Run run = analyze(SAMPLE + "/keys", "--config", config.toString());
    assertEquals(0, run.code(), run.err() + yaml);
    assertEquals(
        0, Run.of("inspect", SAMPLE + "/keys", "--quiet", "--config", config.toString()).code());
  }

  @Test
  void theConfigurationInForceStandsInTheReport() throws IOException {
    Path config =
        Files.writeString(dir.resolve("some.yaml"), "gap: 9\nlook-back: 30\nnamespace: [a, b]\n");
    analyze(SAMPLE + "/keys", "--config", config.toString(), "--look-back", "31");
    JsonNode parameters = report().at("/parameters");
    assertEquals("9", parameters.path("gap").asText());
    assertEquals("31", parameters.path("look-back").asText(), "the command line wins");
    assertEquals("a;b", parameters.path("namespace").asText());
    assertEquals("200", parameters.path("max-expansion").asText(), "defaults stand there too");
    assertFalse(parameters.has("threads"), "how it ran is no part of what it says");
  }
}
