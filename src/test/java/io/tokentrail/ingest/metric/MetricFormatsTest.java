package io.tokentrail.ingest.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Series;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricFormatsTest {

  private static final Instant REFERENCE = Instant.parse("2025-03-02T00:00:00Z");

  private Tally tally;

  private List<Series> read(String path, String text) {
    tally =
        new Tally(
            new Offered(path, path, 0, Compression.NONE, InputFile.Kind.METRICS, "", ""), 100);
    try {
      return MetricFormats.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          tally,
          REFERENCE,
          ZoneOffset.UTC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRangeAnswerIsASeriesAResult() {
    List<Series> series =
        read(
            "a.json",
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"__name__":"authentication_attempts","result":"error","instance":"a:1"},
               "values":[[1740823200,"3"],[1740823230.5,"5"],[1740823260,"NaN"]]}]}}
            """);
    assertEquals("authentication_attempts", series.get(0).name());
    assertEquals(Map.of("result", "error", "instance", "a:1"), series.get(0).labels());
    assertEquals(
        List.of(
            new Series.Point(Instant.ofEpochSecond(1740823200), 3),
            new Series.Point(Instant.ofEpochMilli(1740823230500L), 5)),
        series.get(0).points());
  }

  @Test
  void anInstantAnswerIsOnePointAndAnExpressionIsNamedByItsFile() {
    List<Series> series =
        read(
            "x/my-rate.json",
            """
            {"data":{"resultType":"vector","result":[
              {"metric":{"code":"201"},"value":[1740823200,"0.5"]}]}}
            """);
    assertEquals("my-rate", series.get(0).name());
    assertEquals(0.5, series.get(0).points().get(0).value());
  }

  @Test
  void whichReadingOfSeveralItIsIsNoPartOfTheServersName() {
    String line = "serviceaccount_stale_tokens_total 2\n";
    assertEquals(
        Map.of("instance", "cp-1"), read("cp-1-20250301T100000Z-end.prom", line).get(0).labels());
    assertEquals(Map.of(), read("apiserver-20250301T100000Z-end.prom", line).get(0).labels());
  }

  @Test
  void ofAnExpositionOnlyTheKnownMetricsAreKept() {
    List<Series> series =
        read(
            "cp-1-20250301T100000Z.txt",
            """
            # HELP authentication_attempts Attempts.
            # TYPE authentication_attempts counter
            authentication_attempts{result="error"} 7
            go_goroutines 100
            apiserver_request_total{code="200",resource="pods"} 5
            apiserver_request_total{code="201",resource="serviceaccounts",subresource="token"} 6
            serviceaccount_stale_tokens_total 2 1740823260000
            """);
    assertEquals(
        List.of(
            "apiserver_request_total",
            "authentication_attempts",
            "serviceaccount_stale_tokens_total"),
        series.stream().map(Series::name).toList());
    assertEquals("cp-1", series.get(1).labels().get("instance"));
    assertEquals(Instant.parse("2025-03-01T10:00:00Z"), series.get(1).points().get(0).at());
    assertEquals(Instant.ofEpochSecond(1740823260), series.get(2).points().get(0).at());
    assertEquals(5, tally.row("", 0).records());
  }

  @Test
  void labelsMayHoldAnything() {
    List<Series> series = read("up.txt", "up{job=\"a\\\"},b\",path=\"c\\\\d\"} 1 1740823200000\n");
    assertEquals("a\"},b", series.get(0).labels().get("job"));
    assertEquals("c\\d", series.get(0).labels().get("path"));
  }

  @Test
  void scrapesOfOneServerAreOneSeriesAndOfTwoServersTwo() {
    List<Series> parts = new ArrayList<>();
    parts.addAll(read("cp-1-20250301T100100Z.txt", "up 1\n"));
    parts.addAll(read("cp-1-20250301T100000Z.txt", "up 0\n"));
    parts.addAll(read("cp-2-20250301T100000Z.txt", "up 1\n"));
    List<Series> merged = MetricFormats.merged(parts);
    assertEquals(List.of(2, 1), merged.stream().map(s -> s.points().size()).toList());
    assertEquals(0, merged.get(0).points().get(0).value());
  }

  @Test
  void aScrapeThatNothingDatesIsOfTheInputsTime() {
    assertEquals(REFERENCE, read("metrics.txt", "up 1\n").get(0).points().get(0).at());
  }

  @Test
  void aDashboardIsASeriesAColumn() {
    List<Series> series =
        read("d.csv", "Time,\"latency, a\",b\n2025-03-01 10:00:00,0.5,\n1740823260,,2\n");
    assertEquals(List.of("b", "latency, a"), series.stream().map(Series::name).toList());
    assertEquals(
        List.of(new Series.Point(Instant.parse("2025-03-01T10:00:00Z"), 0.5)),
        series.get(1).points());
  }

  @Test
  void aBrokenLineIsRejectedWithItsNumber() {
    assertTrue(read("m.txt", "up{job=\"a 1\nup x\n").isEmpty());
    assertEquals(
        List.of("line:1", "line:2"), tally.rejects().stream().map(r -> r.positionText()).toList());
  }
}
