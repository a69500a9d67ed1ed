package io.tokentrail.ingest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static final int LIMIT = 1 << 10;

  private static Sightings of(long seed, int lines, int file) {
    Sightings seen = new Sightings(LIMIT);
    Random random = new Random(seed);
    for (int i = 0; i < lines; i++) {
      seen.add(random.nextLong(), file, i / 60, i);
    }
    return seen;
  }

  private static Set<Long> hashes(Sightings seen) {
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < seen.size(); i++) {
      all.add(seen.hash(i));
    }
    return all;
  }

  @Test
  void upToTheLimitNoLineIsLeftOut() {
    Sightings seen = of(1, LIMIT, 0);
    assertTrue(seen.complete());
    assertEquals(LIMIT, seen.size());
    seen.add(5, 0, 99, LIMIT);
    assertFalse(seen.complete());
    assertTrue(seen.size() < LIMIT);
  }

  @Test
  void theSampleIsTheSameWhereverTheLogIsCut() {
    Sightings whole = of(3, 5 * LIMIT, 0);
    Sightings cut = new Sightings(LIMIT);
    Random random = new Random(3);
    for (int part = 0; part < 5; part++) {
      Sightings one = new Sightings(LIMIT);
      for (int i = 0; i < LIMIT; i++) {
        one.add(random.nextLong(), 0, i, i);
      }
      cut.merge(one);
    }
    assertEquals(hashes(whole), hashes(cut));
    assertTrue(whole.size() > LIMIT / 4, "sampled " + whole.size());
  }

  @Test
  void filesThatShareManyLinesShareSampledOnes() {
    Sightings one = of(7, 3 * LIMIT, 0);
    Sightings again = of(7, 3 * LIMIT, 1);
    assertEquals(hashes(one), hashes(again));
  }
}
