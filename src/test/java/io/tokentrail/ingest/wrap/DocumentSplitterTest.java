package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentSplitterTest {

  @Test
  void anArrayIsItsElements() throws IOException {
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":[2,{\"c\":\"]\"}]}"),
        cut("[{\"a\":1},{\"b\":[2,{\"c\":\"]\"}]}]"));
    assertEquals(List.of("1", "\"two\"", "[3]"), cut(" [1, \"two\" ,[3]]\n"));
    assertEquals(List.of(), cut("[]"));
  }

  @Test
  void aContainerIsWhatItHolds() throws IOException {
    assertEquals(
        List.of("{\"m\":1}", "{\"m\":2}"),
        cut("{\"kind\":\"EventList\",\"items\":[{\"m\":1},{\"m\":2}],\"x\":{\"y\":[\"}\"]}}"));
    assertEquals(List.of(), cut("{\"events\":[],\"nextToken\":\"t\"}"));
    assertEquals(
        List.of("{\"_source\":1}"),
        cut("{\"took\":3,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_source\":1}]}}"));
    assertEquals(
        List.of("{\"m\":1}", "{\"m\":2}"),
        cut("[{\"events\":[{\"m\":1}]},{\"events\":[{\"m\":2}]}]"));
  }

  @Test
  void documentsMayFollowEachOtherAnyhow() throws IOException {
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":3}", "{\"d\":4}"),
        cut("{\"a\":1}{\"b\":2},\n[{\"c\":3}]\n\n{\"d\":4}"));
  }

  @Test
  void anItemOfAnotherDocumentIsNoContainer() throws IOException {
    String list = "{\"responseObject\":{\"items\":[{\"a\":1}]},\"auditID\":\"x\"}";
    assertEquals(List.of(list), cut(list));
  }

  @Test
  void whatIsCutOffAnywhereLosesItsLastRecordAlone() throws IOException {
    String whole = "{\"events\":[{\"m\":\"o\\\"ne\"},{\"m\":{\"two\":[2]}},{\"m\":3}],\"tail\":1}";
    List<String> records = cut(whole);
    for (int length = 0; length < whole.length(); length++) {
      List<String> some = cut(whole.substring(0, length));
      int read = (int) some.stream().filter(r -> !r.startsWith("!")).count();
      assertEquals(records.subList(0, read), some.subList(0, read));
      assertEquals(length == 0 ? 0 : 1, some.size() - read, whole.substring(0, length));
    }
  }

  @Test
  void aDamagedRecordIsSkippedWhereLayoutShowsTheNext() throws IOException {
    String damaged =
        """
        [
          {
            "m": "one
        "
          },
          {
            "n": [
              {
                "m": 2
              }
            ]
          }
        ]
        """;
    assertEquals(
        List.of("!broken JSON", "{\"n\":[{\"m\":2}]}"),
        cut(damaged).stream().map(r -> r.startsWith("!") ? r : r.replaceAll("\\s", "")).toList());
  }

  @Test
  void aRecordWithoutItsEndGivesTheNextOneUpToItself() throws IOException {
    assertEquals(
        List.of("{\"a\":1}", "!broken JSON", "{\"c\":3}", "!broken JSON", "{\"e\":5}"),
        cut("[\n {\"a\":1},\n {\"b\":\n 2,\n {\"c\":3},\n {\"d\":4,\n {\"e\":5}\n]"));
  }

  @Test
  void recordsDoNotDependOnHowTheStreamIsRead() throws IOException {
    StringBuilder events = new StringBuilder("{\"events\":[");
    for (int i = 0; i < 2_000; i++) {
      events.append(i == 0 ? "" : ",\n").append("{\"n\":").append(i).append(",\"m\":\"");
      events.append("\\\\\\\"x\\u00e9 ".repeat(i % 97)).append("\"}");
    }
    String text = events.append("]}").toString();
    List<String> atOnce = cut(text, Integer.MAX_VALUE);
    assertEquals(2_000, atOnce.size());
    for (int most : new int[] {1, 2, 3, 7, 4096}) {
      assertEquals(atOnce, cut(text, most));
    }
  }

  @Test
  void aRecordBeyondTheLimitEndsTheReading() {
    String text = "[{\"a\":1},{\"b\":\"" + "x".repeat(1 << 19) + "\"}]";
    List<String> read = new ArrayList<>();
    assertThrows(IOException.class, () -> cut(text, Integer.MAX_VALUE, 1 << 17, read));
    assertEquals(List.of("{\"a\":1}", "!cut off in the middle"), read);
  }

  private static List<String> cut(String text) throws IOException {
    return cut(text, Integer.MAX_VALUE);
  }

  private static List<String> cut(String text, int most) throws IOException {
    List<String> all = new ArrayList<>();
    cut(text, most, 1 << 24, all);
    return all;
  }

  private static void cut(String text, int most, int limit, List<String> all) throws IOException {
    new DocumentSplitter(limit)
        .read(
            new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
              @Override
              public int read(byte[] b, int from, int length) throws IOException {
                return super.read(b, from, Math.min(length, most));
              }
            },
            new DocumentSplitter.Sink() {
              @Override
              public void record(byte[] b, int from, int to) {
                all.add(new String(b, from, to - from, UTF_8));
              }

              @Override
              public int whole(byte[] b, int from, int to) {
                return -1;
              }

              @Override
              public void broken(String why, byte[] b, int from, int to) {
                all.add("!" + why);
              }
            });
  }
}
