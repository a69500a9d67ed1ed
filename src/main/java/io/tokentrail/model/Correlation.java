package io.tokentrail.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
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
 * @param shareLow lower end of Wilson's 95 % interval of the share of incidents that begin inside;
 *     empty when not tested
 * @param shareHigh its upper end
 * @param shiftP share of 1000 common shifts along the observable time that put as many incidents
 *     inside, a cross-check that needs no independence but cannot be small where windows recur
 *     strictly; empty when not tested
 * @param ages how old the tokens were when the incidents began; empty where none is known
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
    Verdict verdict,
    OptionalDouble shareLow,
    OptionalDouble shareHigh,
    OptionalDouble shiftP,
    Optional<AgeProfile> ages)
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
