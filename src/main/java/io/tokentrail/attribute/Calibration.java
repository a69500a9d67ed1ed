package io.tokentrail.attribute;

/**
 * What a sum of weights is worth: of the names that are given at 0.9, nine in ten shall be right.
 *
 * <p>The rungs' weights are careful: each says what its kind of evidence tells alone, and they were
 * found too modest together. One number corrects that, the same for all: the odds of the named
 * account are raised to a power. It is fitted, by the least logarithmic loss, on one half of
 * labelled cases and checked on the other half: {@code src/test/calibration-check FOLDER} prints
 * both. One number cannot learn cases by heart.
 */
final class Calibration {

  /** The power; 1 leaves the odds as the weights have them. */
  static final double SHARPNESS = 1.75;

  /** Nothing but an experiment is certain. */
  static final double MOST = 0.99;

  /** Below this the likeliest account is not named, only listed. */
  static final double LEAST = 0.5;

  private Calibration() {}

  /** The confidence of a named account whose share of all that may be is so large. */
  static double confidence(double share) {
    double odds = Math.pow(share / Math.max(1e-12, 1 - share), SHARPNESS);
    return rounded(Math.min(MOST, odds / (1 + odds)));
  }

  /** In hundredths: more would be no knowledge. */
  static double rounded(double share) {
    return Math.rint(share * 100) / 100;
  }
}
