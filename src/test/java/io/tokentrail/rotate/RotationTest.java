package io.tokentrail.rotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotationTest {

  @Test
  void aDefaultTokenIsDueAtFourFifthsOfItsLife() {
    assertEquals(Duration.ofMillis(2_885_600), Rotation.dueAge(Duration.ofSeconds(3607)));
  }

  @Test
  void aLongTokenIsDueAfterADay() {
    assertEquals(Duration.ofHours(24), Rotation.dueAge(Duration.ofDays(7)));
  }

  @Test
  void everyTokenIsDueBeforeItExpires() {
    qt().forAll(integers().between(600, Integer.MAX_VALUE))
        .check(
            seconds -> {
              Duration ttl = Duration.ofSeconds(seconds);
              return Rotation.dueAge(ttl).compareTo(ttl) < 0;
            });
  }
}
