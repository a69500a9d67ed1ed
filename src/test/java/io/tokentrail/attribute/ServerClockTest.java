package io.tokentrail.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerClockTest {

  /** 401s of six hours, at times that nothing but chance chose. */
  private static double[] answers() {
    SplittableRandom random = new SplittableRandom(11);
    return IntStream.range(0, 1500)
        .mapToDouble(i -> random.nextDouble() * 21600)
        .sorted()
        .toArray();
  }

  /** Two lines in three, stamped by another clock. */
  private static double[] stamps(double[] answers, DoubleUnaryOperator ahead) {
    return IntStream.range(0, answers.length)
        .filter(i -> i % 3 != 0)
        .mapToDouble(i -> answers[i] + ahead.applyAsDouble(answers[i]))
        .toArray();
  }

  /** How far corrected stamps lie from the 401s that they are of, at most. */
  private static double worst(double[] answers, DoubleUnaryOperator ahead) {
    double[] stamps = stamps(answers, ahead);
    ServerClock clock = ServerClock.of(stamps, answers, ClockOffset.between(stamps, answers));
    double[] of = stamps(answers, t -> 0);
    double[] corrected = clock.corrected(stamps);
    double[] off =
        IntStream.range(0, of.length)
            .mapToDouble(i -> Math.abs(corrected[i] - of[i]))
            .sorted()
            .toArray();
    // an error of a few lines where a clock was set is no error of the clock
    return off[off.length * 97 / 100];
  }

  @Test
  void aClockThatRunsFastIsFollowed() {
    assertTrue(worst(answers(), t -> 2 + 40e-6 * t) < 0.003);
  }

  @Test
  void aClockThatWasSetInBetweenIsFollowed() {
    assertTrue(worst(answers(), t -> t < 9000 ? 3.2 : -0.4) < 0.002);
  }

  @Test
  void aConstantOffsetStaysConstant() {
    double[] answers = answers();
    double[] stamps = stamps(answers, t -> 1.25);
    ClockOffset whole = ClockOffset.between(stamps, answers);
    ServerClock clock = ServerClock.of(stamps, answers, whole);
    assertEquals(whole.tolerance(), clock.tolerance());
    assertTrue(
        Arrays.stream(new double[] {0, 7000, 21600})
            .allMatch(t -> clock.corrected(t) == t - whole.seconds()));
  }

  @Test
  void linesOfAnotherServerMoveNothing() {
    double[] answers = answers();
    double[] stamps = answers.clone();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < stamps.length; i++) {
      stamps[i] = random.nextDouble() * 21600;
    }
    Arrays.sort(stamps);
    ClockOffset whole = ClockOffset.between(stamps, answers);
    assertEquals(
        100 - whole.seconds(), ServerClock.of(stamps, answers, whole).corrected(100.0), 1e-9);
  }
}
