package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tokentrail.generate.AuditLogGenerator;
import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFilesTest {

  @TempDir Path folder;

  @Test
  void a401IsKeptWithItsLine() {
    TempLogs logs =
        new TempLogs(folder)
            .plain(
                "cp-1/audit.log",
                Events.get("1", "11:00:00.000001") + "\n\n" + Events.line("2") + "\n");
    Failure failure = read(logs).facts().failures().get(0);
    assertEquals("2", failure.auditId());
    assertEquals("10.244.3.17", failure.client().sourceIp());
    assertEquals("cp-1", failure.source());
    assertEquals("cp-1/audit.log:3", failure.place().toString());
    assertFalse(failure.proxied());
  }

  @Test
  void aWatchIsOneRequestThoughItHasTwoLines() {
    TempLogs logs =
        new TempLogs(folder)
            .plain(
                "cp-1/audit.log",
                lines(
                    Events.watch("begun-before", "ResponseComplete", "11:00:01.000000"),
                    Events.watch("both", "ResponseStarted", "11:00:02.000000"),
                    Events.get("3", "11:00:03.000000"),
                    Events.watch("both", "ResponseComplete", "11:07:04.000000"),
                    Events.watch("still-open", "ResponseStarted", "11:08:00.000000")));
    Use use = read(logs).facts().uses().get(0);
    assertEquals(4, use.requests());
    assertEquals("2f6a9f5e", use.credentialId());
    assertEquals("cart-6d9f-x2x", use.podName());
  }

  @Test
  void aReceivedLineIsNoRequestOfItsOwn() {
    String received =
        Events.get("1", "11:00:00.000001")
            .replace("ResponseComplete", "RequestReceived")
            .replace(",\"responseStatus\":{\"metadata\":{},\"code\":200}", "");
    TempLogs answered =
        new TempLogs(folder)
            .plain("a/audit.log", lines(received, Events.get("1", "11:00:00.000001")));
    assertEquals(1, read(answered).facts().uses().get(0).requests());
    TempLogs alone = new TempLogs(folder).plain("b/audit.log", lines(received));
    assertEquals(1, read(alone).facts().uses().get(0).requests());
  }

  @Test
  void linesThatOverlappingFilesShareCountOnceAndTheLaterFileRepeatsThem() {
    String head = lines(Events.get("1", "11:00:00.000001"), Events.get("2", "11:00:05.000000"));
    String shared = lines(Events.get("3", "11:01:00.000001"), Events.line("4"));
    TempLogs logs =
        new TempLogs(folder)
            .gzip("cp-1/audit-2026-03-01T11-01-09.000.log.gz", head + shared)
            .plain("cp-1/audit.log", shared + lines(Events.get("5", "11:03:00.000000")));
    AuditReading reading = read(logs);
    assertEquals(
        List.of(0L, 2L), reading.files().stream().map(AuditReading.Counts::duplicates).toList());
    assertEquals(
        List.of(4L, 3L), reading.files().stream().map(AuditReading.Counts::records).toList());
    assertEquals(4, reading.facts().uses().get(0).requests());
    assertEquals(1, reading.facts().failures().size());
    assertEquals(5, reading.facts().events());
    assertEquals("2026-03-01T11:00:00.000001Z", reading.facts().uses().get(0).firstAt().toString());
  }

  @Test
  void repetitionsWithinAFileAreTakenOutBetweenDamagedAndJoinedLines() {
    String first = Events.get("1", "11:00:01.000000");
    String second = Events.get("2", "11:00:02.000000");
    String third = Events.get("3", "11:00:03.000000");
    String text =
        String.join(
            "\n",
            first,
            "{\"rubbish\"}",
            "",
            second + third,
            first.substring(0, 300) + first,
            "{rub}",
            third + "\r",
            second.substring(0, 90),
            second + second,
            Events.get("4", "11:00:04.000000"));
    for (ReadLimits limits :
        List.of(new ReadLimits(100, 1 << 20, 1 << 20), new ReadLimits(100, 1 << 20, 1 << 20, 3))) {
      AuditReading reading =
          AuditFiles.read(
              new TempLogs(folder).plain("cp-1/audit.log", text).files(), new LocalFiles(), limits);
      assertEquals(4, reading.files().get(0).duplicates());
      assertEquals(8, reading.files().get(0).records());
      assertEquals(4, reading.facts().uses().get(0).requests());
      assertEquals(4, reading.files().get(0).rejected());
    }
  }

  @Test
  void anAggregatedServersOwnLogIsAnotherSource() {
    TempLogs logs =
        new TempLogs(folder)
            .plain("cp-1/kube-apiserver/audit.log", lines(Events.line("1")))
            .plain("cp-1/openshift-apiserver/audit.log", lines(Events.line("1")))
            .plain("cp-2/kube-apiserver/audit.log", lines(Events.line("1")));
    AuditReading reading = read(logs);
    assertEquals(2, reading.facts().failures().size());
    assertEquals(1, reading.files().stream().mapToLong(AuditReading.Counts::duplicates).sum());
  }

  @Test
  void damageCostsNoLineBesideIt() {
    String good = Events.get("1", "11:00:00.000001");
    String text =
        "\uFEFF"
            + good
            + "\r\n"
            + "\0\0\0\n"
            + good.substring(0, 300)
            + Events.get("2", "11:00:02.000000")
            + "\n-- rotated --\n"
            + "{\"kind\":\"Event\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"other\"}}\n"
            + Events.get("3", "11:00:03.000000").replace("cart/v0", "c\0rt/v0")
            + "\n \n"
            + Events.get("4", "11:00:04.000000").replace("configmaps/cart", "a\\\\b")
            + Events.get("5", "11:00:05.000000")
            + "\n"
            + Events.get("6", "11:00:06.000000").substring(0, 200);
    AuditReading reading = read(new TempLogs(folder).plain("cp-1/audit.log", text));
    assertEquals(4, reading.facts().uses().get(0).requests());
    assertEquals(
        List.of(
            "line:3 cut off in the middle",
            "line:4 no JSON",
            "line:5 JSON, but no audit event",
            "line:6 NUL bytes inside",
            "line:9 cut off in the middle"),
        reading.rejects().stream().map(r -> r.positionText() + " " + r.why()).toList());
  }

  @Test
  void anEventThatLacksWhatMakesItOneSaysWhatItLacks() {
    String event = Events.get("1", "11:00:00.000001");
    AuditReading reading =
        read(
            new TempLogs(folder)
                .plain(
                    "cp-1/audit.log",
                    lines(
                        event.replace("\"auditID\":\"1\",", ""),
                        event.replace("\"stage\":\"ResponseComplete\",", ""),
                        "{\"level\":\"info\",\"msg\":\"started\"}")));
    assertEquals(
        List.of(
            "an audit event without an auditID",
            "an audit event without a stage",
            "JSON, but no audit event"),
        reading.rejects().stream().map(Reject::why).toList());
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndTheEventIsKept() {
    byte[] line = Events.line("1").getBytes(UTF_8);
    line[Events.line("1").indexOf("cart/v0")] = (byte) 0xff;
    AuditReading reading =
        read(new TempLogs(folder).file("cp-1/audit.log", line, Compression.NONE));
    assertEquals(
        "\uFFFDart/v0.0.0 (linux/amd64) kubernetes/$Format",
        reading.facts().failures().get(0).client().userAgent());
    assertEquals(List.of(), reading.rejects());
  }

  @Test
  void aPackedFileThatBreaksOffIsUsedAsFarAsItGoes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(Events.get("id-" + i * 7919L, "11:00:00.00" + (1000 + i))).append('\n');
    }
    TempLogs whole = new TempLogs(folder).gzip("a/audit.log.gz", text.toString());
    byte[] bytes = Files.readAllBytes(Path.of(whole.files().get(0).location()));
    TempLogs cut =
        new TempLogs(folder)
            .file("b/audit.log.gz", Arrays.copyOf(bytes, bytes.length / 2), Compression.GZIP);
    AuditReading.Counts counts = read(cut).files().get(0);
    assertFalse(counts.records() < 500, "records: " + counts.records());
    assertEquals("breaks off: its packed data end early", counts.problem());
  }

  @Test
  void credentialsAreNeverKept() {
    String token =
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLW9mLWEtdG9rZW4tdGhhdC1pcy1saXZl";
    String uri =
        "/api/v1/pods?access%5Ftoken=" + token + "&access_token=opaque-secret-value&limit=5";
    TempLogs logs =
        new TempLogs(folder)
            .plain(
                "cp-1/audit.log",
                lines(
                    Events.line("1").replace("/api/v1/namespaces/shop/configmaps", uri),
                    Events.line("2").replace("cart/v0.0.0", token),
                    Events.line("3").substring(0, 150) + token,
                    Events.get("4", "11:00:00.000001").replace("cart/v0.0.0", token)));
    String all = read(logs).toString();
    assertFalse(all.contains("c2lnbmF0dXJl"), all);
    assertFalse(all.contains("opaque-secret"), all);
  }

  @Test
  void whereFilesAreCutIntoRangesDoesNotMatter() throws IOException {
    Path log = folder.resolve("made.log");
    AuditLogGenerator.write(log, 300_000, 11, 40);
    String made = Files.readString(log);
    String damaged = made.replaceFirst("\n", "\nrubbish\n\n").substring(0, made.length() - 77);
    TempLogs logs =
        new TempLogs(folder)
            .plain("cp-1/audit-1.log", damaged)
            .plain(
                "cp-1/audit.log",
                damaged.substring(damaged.indexOf('\n', 200_000) + 1)
                    + lines(Events.line("1"), Events.line("1")));
    AuditReading whole = read(logs);
    assertFalse(whole.files().get(1).duplicates() < 50);
    for (long range : new long[] {700, 4_096, 65_537, 299_000}) {
      AuditReading cut =
          AuditFiles.read(logs.files(), new LocalFiles(), new ReadLimits(100, range, 1 << 20));
      assertEquals(whole, cut, "range of " + range);
    }
  }

  /** Large enough that only one line in 32 is remembered. */
  private static final int MANY = 9_000;

  private static final ReadLimits FORGETFUL = new ReadLimits(100, 1 << 20, 1 << 20, 1 << 9);

  private static String span(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      String time =
          String.format(Locale.ROOT, "1%d:%02d:%02d.000000", i / 3600, i / 60 % 60, i % 60);
      text.append(Events.get("id-" + i * 7919L, time)).append('\n');
    }
    return text.toString();
  }

  private static List<Long> duplicates(TempLogs logs) {
    return AuditFiles.read(logs.files(), new LocalFiles(), FORGETFUL).files().stream()
        .map(AuditReading.Counts::duplicates)
        .toList();
  }

  @Test
  void fewLinesThatARotatedFileSharesWithTheNextAreFoundInALogTooLargeToRemember() {
    for (int shared : new int[] {1, 3, 500}) {
      TempLogs logs =
          new TempLogs(folder)
              .plain("cp-1/audit-1.log", span(0, MANY))
              .plain("cp-1/audit-2.log", span(MANY - shared, 2 * MANY));
      assertEquals(List.of(0L, (long) shared), duplicates(logs));
    }
  }

  @Test
  void aSmallExportOfOneSourceIsFoundInTheMiddleOfALargeOne() {
    TempLogs logs =
        new TempLogs(folder)
            .plain("cp-1/audit-1.log", span(0, 2 * MANY))
            .plain("cp-1/picked.log", span(4_000, 4_001) + span(5_000, 5_002))
            .plain("cp-2/picked.log", span(2 * MANY, 2 * MANY + 5));
    assertEquals(List.of(0L, 3L, 0L), duplicates(logs));
  }

  @Test
  void twoSmallExportsOfWhateverSourceAreCompared() {
    TempLogs logs =
        new TempLogs(folder)
            .plain("cp-1/audit-1.log", span(0, 2 * MANY))
            .plain("cp-2/a.log", span(2 * MANY, 2 * MANY + 700))
            .plain("cp-3/b.log", span(2 * MANY + 600, 2 * MANY + 601));
    assertEquals(List.of(0L, 0L, 1L), duplicates(logs));
  }

  @Test
  void whoReadsWhichPartInWhichOrderDoesNotMatter() throws IOException {
    Path log = folder.resolve("made.log");
    AuditLogGenerator.write(log, 200_000, 12, 30);
    String made = Files.readString(log);
    TempLogs logs =
        new TempLogs(folder)
            .plain("cp-1/audit-1.log", made)
            .plain("cp-1/audit.log", made.substring(made.indexOf('\n', 120_000) + 1));
    AuditReading whole = read(logs);
    for (long seed = 1; seed <= 4; seed++) {
      List<Offered> files = new ArrayList<>(logs.files());
      Collections.shuffle(files, new Random(seed));
      AuditReading spread =
          AuditFiles.read(
              files, new LocalFiles(), new ReadLimits(100, 9_000, 1 << 20), new Shuffled(seed));
      assertEquals(whole, spread, "seed " + seed);
    }
  }

  @Test
  void everyRequestOfAGeneratedLogIsCounted() throws IOException {
    Path log = folder.resolve("cp-1");
    AuditLogGenerator.Truth truth = AuditLogGenerator.write(log, 3_000_000, 5, 100);
    AuditReading reading =
        read(
            new TempLogs(folder)
                .plain("cp-1/audit.log", Files.readString(Files.move(log, folder.resolve("x")))));
    Map<String, Long> requests = new HashMap<>();
    reading.facts().uses().forEach(u -> requests.merge(u.username(), u.requests(), Long::sum));
    reading.facts().tokenRequests().forEach(t -> requests.merge(t.requester(), -1L, Long::sum));
    for (String caller : truth.callers()) {
      String[] cells = caller.split("\t", -1);
      assertEquals(Long.parseLong(cells[2]), requests.getOrDefault(cells[0], 0L), caller);
    }
    assertEquals(truth.failures(), reading.facts().failures().size());
    assertEquals(truth.tokenRequests(), reading.facts().tokenRequests().size());
    assertEquals(truth.lines(), reading.facts().events());
  }

  @Test
  void rejectsBeyondTheLimitAreCountedAndTheFirstOnesListed() {
    String text = "a\nb\nc\nd\ne\n";
    AuditReading reading =
        AuditFiles.read(
            new TempLogs(folder).plain("x", text).files(),
            new LocalFiles(),
            new ReadLimits(2, 3, 100));
    assertEquals(List.of(1L, 2L), reading.rejects().stream().map(Reject::position).toList());
    assertEquals(5, reading.files().get(0).rejected());
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static AuditReading read(TempLogs logs) {
    return AuditFiles.read(logs.files(), new LocalFiles(), ReadLimits.DEFAULT);
  }
}
