package io.tokentrail.attribute;

/**
 * What a sum of weights is worth: of the names that are given at 0.9, nine in ten shall be right.
 *
 * <p>The model. Each rung's weight is the logarithm of a likelihood ratio: how much likelier what
 * was seen is if this account sent the request than if somebody who is no account here did. The
 * rungs are taken as independent given the sender, so that weights add up; the posterior of an
 * account is its share of all that may be (accounts and strangers). An ambiguous 401 is one where
 * two accounts' sums are near: their difference is the evidence between them, and it is all that
 * the confidence of the better one rests on.
 *
 * <p>The correction. The weights are set by mechanism, not fitted, and were found too modest
 * together. One number, the same for all, corrects that: the odds of the named account are raised
 * to a power. It is the power of least logarithmic loss over labelled cases, where the names that
 * one client got count as one decision and a prior holds the power near 1. One number cannot learn
 * cases by heart, but it was chosen when all cases had been seen; {@code src/test/calibration-check
 * FOLDER} therefore never judges a case by a power that it helped to choose: each half of the cases
 * is shown with the power that the other half asks for, and each case with the one that all others
 * ask for, by tenths, with counts and Wilson intervals.
 */
final class Calibration {

  /** The power; 1 leaves the odds as the weights have them. */
  static final double SHARPNESS = 1.6;

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
