package io.tokentrail.model;

import java.util.List;
import java.util.function.Function;

/**
 * What examining a case for one cause came to. Silence is never ambiguous: found, clear, or not
 * checked because.
 */
public sealed interface Verdict {

  /** Every case in one expression; keeps callers complete. */
  <T> T fold(
      Function<? super Found, ? extends T> found,
      Function<? super Clear, ? extends T> clear,
      Function<? super NotChecked, ? extends T> notChecked);

  /**
   * It happened.
   *
   * @param diagnoses to whom; never empty
   */
  record Found(List<Diagnosis> diagnoses) implements Verdict {
    public Found {
      if (diagnoses.isEmpty()) {
        throw new IllegalArgumentException("found means found something");
      }
      diagnoses = List.copyOf(diagnoses);
    }

    @Override
    public <T> T fold(
        Function<? super Found, ? extends T> found,
        Function<? super Clear, ? extends T> clear,
        Function<? super NotChecked, ? extends T> notChecked) {
      return found.apply(this);
    }
  }

  /**
   * It was looked for and is not there.
   *
   * @param lookedAt what was looked at, with its number: {@code "412 token requests of 6 nodes"}
   */
  record Clear(String lookedAt) implements Verdict {
    @Override
    public <T> T fold(
        Function<? super Found, ? extends T> found,
        Function<? super Clear, ? extends T> clear,
        Function<? super NotChecked, ? extends T> notChecked) {
      return clear.apply(this);
    }
  }

  /**
   * It could not be looked for.
   *
   * @param missing the input that it needs: {@code "a snapshot with secrets"}
   */
  record NotChecked(String missing) implements Verdict {
    @Override
    public <T> T fold(
        Function<? super Found, ? extends T> found,
        Function<? super Clear, ? extends T> clear,
        Function<? super NotChecked, ? extends T> notChecked) {
      return notChecked.apply(this);
    }
  }
}
