package io.tokentrail.model;

import java.util.List;

/**
 * How old tokens were when an account's incidents began, in shares of their lifetimes, all pods
 * laid over each other: a heap at 0.8 points at the refresh, at 1 at clients that do not read the
 * new token, none at all at something else.
 *
 * @param bins from age 0 on, each as wide as the others; the last one holds everything older
 */
public record AgeProfile(List<Bin> bins) {

  /** How wide a bin is, in lifetimes. */
  public static final double WIDTH = 0.05;

  /**
   * A stretch of age.
   *
   * @param from its start, in lifetimes
   * @param incidents how many incidents began in it
   * @param low fewest that chance puts there, from the share of time that tokens were of this age:
   *     the 2.5 % point of the binomial distribution
   * @param high most, its 97.5 % point; 95 % of such bins lie between if chance alone is at work
   */
  public record Bin(double from, long incidents, long low, long high) {

    public Bin {
      if (incidents < 0 || low < 0 || high < low) {
        throw new IllegalArgumentException("a band has its lower edge below its upper one");
      }
    }

    /** Whether it has more incidents than chance puts there. */
    public boolean above() {
      return incidents > high;
    }

    public double to() {
      return from + WIDTH;
    }
  }

  public AgeProfile {
    bins = List.copyOf(bins);
  }

  /** How many incidents it is of. */
  public long incidents() {
    return bins.stream().mapToLong(Bin::incidents).sum();
  }
}
