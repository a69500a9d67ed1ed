package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.ingest.wrap.Unwrapped;
import io.tokentrail.model.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrappedRecordsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** How shippers put an event into a record, and whose it is. */
  private record Shipping(String wrapper, UnaryOperator<String> wrap) {}

  private static final List<Shipping> SHIPPINGS =
      List.of(
          new Shipping(
              "eks",
              e -> "{\"logStreamName\":\"s\",\"timestamp\":1,\"message\":" + text(JSON, e) + "}"),
          new Shipping("eks", e -> "[{\"field\":\"@message\",\"value\":" + text(ASCII, e) + "}]"),
          new Shipping("eks", e -> "2026-03-01,\"" + e.replace("\"", "\"\"") + "\",stream"),
          new Shipping(
              "aks-lines",
              e ->
                  "{\"category\":\"kube-audit\",\"properties\":{\"log\":"
                      + text(ASCII, e + "\n")
                      + "}}"),
          new Shipping("aks", e -> "{\"properties\" : {\"pod\":\"p\", \"log\" : " + e + " } }"),
          new Shipping(
              "aks", e -> "{\"properties\":" + text(JSON, "{\"log\":" + text(JSON, e) + "}") + "}"),
          new Shipping(
              "fluentbit", e -> "{\"date\":1.5,\"log\":" + text(JSON, e) + ",\"kubernetes\":{}}"),
          new Shipping("fluentbit", e -> "{\"message\":" + e + "}"),
          new Shipping("elastic", e -> "{\"_source\":{\"kubernetes\":{\"audit\":" + e + "}}}"),
          new Shipping("loki", e -> "[\"1772362925120001000\"," + text(JSON, e) + "]"),
          new Shipping("openshift", e -> "master-0 " + e),
          new Shipping("timestamped", e -> "2026-03-01T11:02:07.121Z stdout F " + e));

  private final List<String> read = new ArrayList<>();
  private final AuditSink sink =
      new AuditSink() {
        @Override
        public void event(AuditEvent event) {
          StringBuilder all = new StringBuilder();
          for (int field = 0; field < AuditEvent.FIELDS; field++) {
            all.append(field).append('=').append(event.text(field)).append('\n');
          }
          read.add(all.append(event.code + " " + event.received + " " + event.answered).toString());
        }

        @Override
        public void reject(String why, byte[] bytes, int from, int to) {
          read.add("rejected");
        }
      };
  private final WrappedRecords.Listener listener =
      new WrappedRecords.Listener() {
        @Override
        public void begin() {}

        @Override
        public void leftOut() {
          read.add("left out");
        }
      };
  private final WrappedRecords wrapped = new WrappedRecords(new EventLines(sink), sink, listener);

  @Test
  void aShippedEventIsTheEvent() {
    int[] events = new int[1];
    qt().withExamples(2_000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              String event = new RandomEvents(seed).event().replace("\n", " ");
              if (!event.contains("\"auditID\"")) {
                return; // shippers do not write keys with escapes
              }
              List<String> bare = read("", event);
              events[0] += bare.get(0).equals("rejected") ? 0 : 1;
              for (Shipping shipping : SHIPPINGS) {
                String record = shipping.wrap().apply(event);
                assertEquals(bare, read(shipping.wrapper(), record), record);
              }
            });
    assertTrue(events[0] > 500, "only " + events[0] + " events");
  }

  @Test
  void whatIsTakenInOnePassIsTheSameEvent() {
    int[] taken = new int[1];
    qt().withExamples(2_000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              String event = new RandomEvents(seed).event().replace("\n", " ");
              for (Shipping shipping : SHIPPINGS) {
                String record = shipping.wrap().apply(event);
                List<String> slow = read(shipping.wrapper(), record);
                read.clear();
                byte[] bytes = (record + "\n").getBytes(UTF_8);
                int length = bytes.length - 1;
                int end =
                    record.charAt(0) == '{'
                        ? wrapped.whole(Arrays.copyOf(bytes, length + 100), 0, length)
                        : -1;
                if (end >= 0) {
                  taken[0]++;
                  assertEquals(length, end, record);
                  assertEquals(slow, List.copyOf(read), record);
                }
              }
            });
    assertTrue(taken[0] > 1_000, "only " + taken[0] + " records");
  }

  @Test
  void aRecordCutOffAnywhereIsSurvived() {
    for (Shipping shipping : SHIPPINGS) {
      String record = shipping.wrap().apply(Events.line("7"));
      for (int length = 1; length < record.length(); length++) {
        String cut = record.substring(0, length);
        assertEquals(1, read(shipping.wrapper(), cut).size(), cut);
      }
    }
  }

  @Test
  void aFileOfOtherCategoriesAndDamageAddsUp(@TempDir Path dir) throws IOException {
    String line = Events.line("7");
    AuditReading reading =
        read(
            dir,
            azure("kube-audit", line),
            azure("kube-scheduler", "I0301 10:00:00.000001 1 x.go:1] y"),
            "",
            azure("kube-audit", line).substring(0, 400),
            azure("kube-audit", line),
            azure("kube-audit", line.replace("\"7\"", "\"8\"")));
    AuditReading.Counts counts = reading.files().get(0);
    assertEquals(4, counts.records());
    assertEquals(1, counts.rejected());
    assertEquals(1, counts.duplicates());
    assertEquals(List.of("line:4"), positions(reading));
    assertEquals(2, reading.facts().failures().size());
    assertEquals(1, reading.facts().failures().get(0).place().line());
  }

  @Test
  void shippedLinesMayBeCutIntoRangesAnywhere(@TempDir Path dir) throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      log.append(azure("kube-audit", Events.line("" + i / 2).replace(".17", "." + i / 2)));
      log.append(i % 7 == 0 ? "\r\n" : "\n").append(i % 11 == 0 ? "{\"cut\n" : "");
    }
    Path file = Files.writeString(dir.resolve("log"), log);
    List<Offered> offered = Offering.of(List.of(file.toString()), Map.of(), new LocalFiles());
    AuditReading whole = AuditFiles.read(offered, new LocalFiles(), ReadLimits.DEFAULT);
    assertEquals(60, whole.files().get(0).records());
    assertEquals(6, whole.files().get(0).rejected());
    for (int range : new int[] {997, 1500, 20_000}) {
      ReadLimits limits = new ReadLimits(100, range, 1 << 20);
      assertEquals(whole, AuditFiles.read(offered, new LocalFiles(), limits));
    }
  }

  @Test
  void aRecordBehindACutOffOneIsRead() {
    String first = azure("kube-audit", Events.line("7"));
    String next = azure("kube-audit", Events.line("8"));
    assertEquals(2, read("aks-lines", first + next).size());
    for (int length = 20; length < first.length() - 2; length++) {
      List<String> both = read("aks-lines", first.substring(0, length) + next);
      assertEquals(2, both.size(), "cut at " + length);
      assertEquals(read("aks-lines", next).get(0), both.get(1));
    }
  }

  @Test
  void damageBetweenRecordsIsNoRow() {
    assertEquals(List.of("rejected"), read("aks-lines", "\"stream\":\"stdout\"}}"));
    assertEquals(List.of("rejected"), read("eks", "\u0001\u0002garbage, and more"));
    assertEquals(List.of(), read("eks", "@timestamp,@message"));
  }

  @Test
  void inADocumentItemsAreCounted(@TempDir Path dir) throws IOException {
    String cut = Events.line("8").substring(0, 300) + "[Truncated...]";
    AuditReading reading =
        read(
            dir,
            "{\"events\":[",
            cloud(Events.line("7")) + "," + cloud(cut) + ",",
            cloud(Events.line("9")),
            "]}");
    assertEquals(2, reading.files().get(0).records());
    assertEquals(List.of("item:2"), positions(reading));
    assertEquals(
        List.of(1L, 3L),
        reading.facts().failures().stream().map(f -> f.place().line()).sorted().toList());
  }

  private static String azure(String category, String log) {
    return "{\"category\":\"" + category + "\",\"properties\":{\"log\":" + text(JSON, log) + "}}";
  }

  private static String cloud(String message) {
    return "{\"logStreamName\":\"s\",\"message\":" + text(JSON, message) + ",\"eventId\":\"1\"}";
  }

  private static List<String> positions(AuditReading reading) {
    return reading.rejects().stream().map(Reject::positionText).toList();
  }

  private static AuditReading read(Path dir, String... lines) throws IOException {
    Path file = Files.writeString(dir.resolve("log"), String.join("\n", lines) + "\n");
    List<Offered> offered = Offering.of(List.of(file.toString()), Map.of(), new LocalFiles());
    return AuditFiles.read(offered, new LocalFiles(), ReadLimits.DEFAULT);
  }

  private List<String> read(String wrapper, String record) {
    byte[] utf8 = record.getBytes(UTF_8);
    read.clear();
    wrapped.wrapper(wrapper);
    wrapped.line(Arrays.copyOf(utf8, utf8.length + Unwrapped.PADDING), 0, utf8.length);
    return List.copyOf(read);
  }

  private static String text(ObjectMapper json, String event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
