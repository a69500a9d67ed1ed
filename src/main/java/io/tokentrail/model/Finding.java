package io.tokentrail.model;

import java.util.Comparator;
import java.util.List;

/**
 * A settled diagnosis: a row of findings.csv. Each 401 belongs to at most one.
 *
 * @param id {@code F-xxxxxxxx}, from cause and subject only
 * @param diagnosis the claim, with the 401s that it won
 * @param alternatives other causes that fit the same 401s, likeliest first; then those that look
 *     alike and were ruled out
 */
public record Finding(String id, Diagnosis diagnosis, List<Alternative> alternatives)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.diagnosis().severity())
          .thenComparing(f -> -f.diagnosis().explains().size())
          .thenComparing(Finding::id);

  /**
   * Another cause that fits.
   *
   * @param cause which
   * @param confidence 0..1
   * @param why what speaks for it, or what would decide
   */
  public record Alternative(CauseCode cause, double confidence, String why) {}

  public Finding {
    alternatives = List.copyOf(alternatives);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
