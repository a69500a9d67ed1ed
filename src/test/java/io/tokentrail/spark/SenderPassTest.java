package io.tokentrail.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.attribute.Attribution;
import io.tokentrail.attribute.Judging;
import io.tokentrail.generate.RefusalLogGenerator;
import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Lifetime;
import io.tokentrail.rotate.Lifetimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderPassTest {

  private static final Instant AROUND = Instant.parse("2026-05-04T00:00:00Z");

  @TempDir Path folder;

  /** The sample has snapshots, look-ups, reviews: every rung has something to carry. */
  @Test
  void oneTaskAndSixtyFourSayOfTheSampleWhatTheDriverSays() {
    same(FolderFacts.of(Path.of("samples/real-cluster"), AROUND));
  }

  @Test
  void oneTaskAndSixtyFourSayOfManySendersWhatTheDriverSays() throws IOException {
    RefusalLogGenerator.write(folder, 3_000, 200);
    List<Attributed> all = same(FolderFacts.of(folder, AROUND));
    assertEquals(3_000, all.size());
    assertTrue(all.stream().anyMatch(a -> !a.sender().alternatives().isEmpty()));
  }

  @Test
  void aLogWithout401sNeedsNoJob() {
    assertEquals(
        List.of(), SenderPass.in(SharedSpark.context(), 64).judge(null, new ArrayList<>()));
  }

  private static List<Attributed> same(Facts facts) {
    List<Lifetime> lifetimes = Lifetimes.of(facts);
    List<Attributed> here = Attribution.of(facts, lifetimes);
    assertFalse(here.isEmpty());
    for (int tasks : new int[] {1, 64}) {
      Judging there = SenderPass.in(SharedSpark.context(), tasks);
      assertEquals(here, Attribution.of(facts, lifetimes, there), tasks + " tasks");
    }
    return here;
  }
}
