package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Minutes since 1970 stand for the log's minutes: 0, 1, 2 ... */
class LogCoverageTest {

  private static AuditFile file(String source, LongStream minutes) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    minutes.forEach(m -> counts.put(m, 7L));
    return new AuditFile(source + "/audit.log", source, Map.of(), Map.of(), Map.of(), counts);
  }

  private static AuditFacts log(AuditFile... files) {
    return new AuditFacts(
        Arrays.asList(files), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void withoutALogThereIsNoShare() {
    assertEquals(Optional.empty(), LogCoverage.of(AuditFacts.NONE).share());
  }

  @Test
  void fourQuietMinutesAreNoGap() {
    LogCoverage coverage = LogCoverage.of(log(file("cp-1", LongStream.of(0, 5))));
    assertEquals(Optional.of(1.0), coverage.share());
    assertEquals(Map.of(), coverage.gaps());
  }

  @Test
  void fiveQuietMinutesAreOne() {
    LogCoverage coverage = LogCoverage.of(log(file("cp-1", LongStream.of(0, 6))));
    assertEquals(
        Map.of(
            "cp-1", List.of(new Interval(Instant.ofEpochSecond(60), Instant.ofEpochSecond(360)))),
        coverage.gaps());
    assertEquals(Optional.of(2.0 / 7), coverage.share());
  }

  @Test
  void aServerWhoseLogBeginsLateLacksTheTimeBefore() {
    LogCoverage coverage =
        LogCoverage.of(
            log(file("cp-1", LongStream.range(0, 100)), file("cp-2", LongStream.range(50, 100))));
    assertEquals(Optional.of(0.75), coverage.share());
  }

  @Test
  void rotatedFilesOfOneServerAreOneStream() {
    LogCoverage coverage =
        LogCoverage.of(
            log(file("cp-1", LongStream.range(0, 50)), file("cp-1", LongStream.range(50, 100))));
    assertEquals(Optional.of(1.0), coverage.share());
  }
}
