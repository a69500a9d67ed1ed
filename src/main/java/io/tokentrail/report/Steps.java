package io.tokentrail.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An ordered list of steps as one line: their order matters, so they are numbered. */
public final class Steps {

  private Steps() {}

  /** {@code "1. this 2. that"}; one step stands alone. */
  public static String oneLine(List<String> steps) {
    if (steps.size() == 1) {
      return steps.get(0);
    }
    return IntStream.range(0, steps.size())
        .mapToObj(i -> (i + 1) + ". " + steps.get(i))
        .collect(Collectors.joining(" "));
  }
}
