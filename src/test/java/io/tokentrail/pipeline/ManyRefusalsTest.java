package io.tokentrail.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.attribute.Judging;
import io.tokentrail.generate.RefusalLogGenerator;
import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.ingest.source.Bounds;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Report;
import io.tokentrail.model.Thresholds;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.ReportFormats;
import io.tokentrail.report.SharedReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run costs grows with the 401s and no faster. Measured is the processor time of one thread,
 * which other work on the machine does not change much; what goes with the square of the 401s costs
 * sixteen times as much for four times as many.
 */
class ManyRefusalsTest {

  private static final Instant NOW = Instant.parse("2026-05-05T00:00:00Z");

  /** Four times as many cost about four times as much; half of the way to the square is allowed. */
  private static final double MOST = 8;

  /** Judges on the measured thread, which does all that others share out, too. */
  private static final Judging BY_ONE_THREAD =
      (ladder, clients) -> clients.stream().map(ladder::senders).toList();

  @TempDir Path folder;

  @Test
  void fourTimesTheRefusalsOfTheSameSendersCostAboutFourTimesAsMuch() {
    measure(1_000, 100);
    double few = measure(3_000, 400);
    double many = measure(12_000, 400);
    assertTrue(many <= MOST * few, many + " s for 12 000 401s, " + few + " s for 3 000");
  }

  @Test
  void fourTimesTheSendersCostAboutFourTimesAsMuch() {
    measure(1_000, 100);
    double few = measure(3_000, 200);
    double many = measure(12_000, 800);
    assertTrue(many <= MOST * few, many + " s for 800 senders, " + few + " s for 200");
  }

  /** Seconds of one thread from facts to the written report. */
  private double measure(int failures, int senders) {
    ForkJoinPool oneThread = new ForkJoinPool(1);
    try {
      return oneThread.submit(() -> measured(failures, senders)).join();
    } finally {
      oneThread.shutdown();
    }
  }

  private double measured(int failures, int senders) throws IOException {
    Path dir = folder.resolve(failures + "-" + senders);
    RefusalLogGenerator.write(dir, failures, senders);
    Facts facts = FolderFacts.of(dir, NOW);
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Report report = Inference.of(facts, request(dir), run(), BY_ONE_THREAD);
    SharedReport told = new SharedReport(report);
    for (ReportFormat format : ReportFormats.ALL) {
      format.write(told, dir.resolve("report"));
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    assertEquals(failures, report.caseFile().failures().size());
    return took / 1e9;
  }

  private static Report.Run run() {
    return new Report.Run("test", "", "", NOW, true, "", Optional.empty());
  }

  private static RunRequest request(Path dir) {
    return new RunRequest(
        List.of(dir.toString()),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Duration.ofDays(30),
        "",
        NOW,
        ZoneOffset.UTC,
        "local[1]",
        true,
        false,
        100_000,
        100,
        Bounds.DEFAULT,
        Thresholds.DEFAULT,
        new TreeMap<>());
  }
}
