package io.tokentrail.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether an account's 401 incidents begin inside rotation windows more often than chance.
 *
 * @param account the account
 * @param failures its 401s
 * @param incidents its incidents: burst onsets, those within 120 s of each other as one
 * @param windows windows within the observable time
 * @param inWindow incidents that began inside one
 * @param expectedInWindow incidents times duty cycle
 * @param lift observed over expected; empty when nothing was expected
 * @param pValue mid-p of the exact binomial test; empty when not tested
 * @param qValue Benjamini-Hochberg over accounts; empty when not tested
 * @param verdict what follows
 */
public record Correlation(
    Account account,
    long failures,
    long incidents,
    long windows,
    long inWindow,
    double expectedInWindow,
    OptionalDouble lift,
    OptionalDouble pValue,
    OptionalDouble qValue,
    Verdict verdict)
    implements Comparable<Correlation> {

  private static final Comparator<Correlation> ORDER =
      Comparator.comparingDouble((Correlation c) -> c.qValue().orElse(Double.POSITIVE_INFINITY))
          .thenComparing(Correlation::account);

  /** What the test says. */
  public enum Verdict {
    CORRELATED,
    NOT_CORRELATED,
    INSUFFICIENT_DATA;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Correlation other) {
    return ORDER.compare(this, other);
  }
}
