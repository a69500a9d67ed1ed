package io.tokentrail.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.attribute.LineJoin.Joined;
import io.tokentrail.attribute.LineJoin.Span;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineJoinTest {

  private final LineJoin join = new LineJoin(0.002);

  @Test
  void aLineWithinARequestIsItsOwn() {
    List<Joined> joined = join.join(List.of(new Span(10, 10.004)), new double[] {10.003});
    assertEquals(0, joined.get(0).line());
    assertTrue(joined.get(0).sole());
  }

  @Test
  void aRequestWithoutCredentialsLeavesNoLineAndGetsNone() {
    List<Joined> joined =
        join.join(
            List.of(new Span(10, 10.004), new Span(20, 20.004), new Span(30, 30.004)),
            new double[] {10.004, 30.003});
    assertEquals(List.of(0, -1, 1), joined.stream().map(Joined::line).toList());
  }

  @Test
  void oneLineForTwoRequestsOfOneMomentIsGivenToNeither() {
    List<Joined> joined =
        join.join(List.of(new Span(10, 10.004), new Span(10, 10.004)), new double[] {10.004});
    assertEquals(List.of(-1, -1), joined.stream().map(Joined::line).toList());
  }

  @Test
  void twoLinesForTwoRequestsOfOneMomentKeepTheirOrder() {
    List<Joined> joined =
        join.join(
            List.of(new Span(10, 10.0041), new Span(10.001, 10.0042)),
            new double[] {10.0040, 10.0042});
    assertEquals(List.of(0, 1), joined.stream().map(Joined::line).toList());
  }

  @Test
  void aCrowdWithoutAGapIsJoinedAllTheSame() {
    List<Span> spans =
        IntStream.range(0, 2000).mapToObj(i -> new Span(i * 0.003, i * 0.003 + 0.002)).toList();
    double[] lines = IntStream.range(0, 2000).mapToDouble(i -> i * 0.003 + 0.002).toArray();
    List<Joined> joined = join.join(spans, lines);
    long right = IntStream.range(0, 2000).filter(i -> joined.get(i).line() == i).count();
    assertTrue(right > 1980, "joined " + right);
  }

  @Test
  void noLineGoesToTwoRequestsAndOrderIsKept() {
    qt().forAll(
            lists().of(integers().between(0, 400)).ofSizeBetween(0, 30),
            lists().of(integers().between(0, 400)).ofSizeBetween(0, 30))
        .check(
            (answers, stamps) -> {
              List<Span> spans =
                  answers.stream()
                      .sorted()
                      .map(a -> new Span(a / 1000.0 - 0.003, a / 1000.0))
                      .toList();
              double[] lines = stamps.stream().sorted().mapToDouble(s -> s / 1000.0).toArray();
              List<Integer> taken =
                  join.join(spans, lines).stream()
                      .flatMap(j -> j.line() < 0 ? Stream.empty() : Stream.of(j.line()))
                      .toList();
              return taken.equals(taken.stream().sorted().distinct().toList());
            });
  }
}
