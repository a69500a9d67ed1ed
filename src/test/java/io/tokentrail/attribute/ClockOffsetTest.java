package io.tokentrail.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

  private static final double[] ANSWERS =
      IntStream.range(0, 50).mapToDouble(i -> 1000 + 17.3 * i + (i * i) % 7).sorted().toArray();

  @Test
  void aClockThatIsAheadIsFound() {
    double[] stamps = IntStream.range(0, 50).mapToDouble(i -> ANSWERS[i] + 2.6).toArray();
    assertEquals(2.6, ClockOffset.between(stamps, ANSWERS).seconds(), 0.001);
  }

  @Test
  void aClockThatIsBehindIsFoundThoughLinesWereLost() {
    double[] stamps = IntStream.range(0, 25).mapToDouble(i -> ANSWERS[2 * i] - 1.7).toArray();
    assertEquals(-1.7, ClockOffset.between(stamps, ANSWERS).seconds(), 0.001);
  }

  @Test
  void oneClockIsNoOffset() {
    double[] stamps = IntStream.range(0, 50).mapToDouble(i -> ANSWERS[i] - 0.0004).toArray();
    assertEquals(0, ClockOffset.between(stamps, ANSWERS).seconds(), 0.001);
  }

  @Test
  void nothingToCompareIsNoOffset() {
    assertEquals(0, ClockOffset.between(new double[0], ANSWERS).seconds());
  }
}
