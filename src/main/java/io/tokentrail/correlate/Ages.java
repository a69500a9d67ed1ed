package io.tokentrail.correlate;

import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Lifetime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The ages of the tokens that a pod held over time, in shares of their lifetimes (a superposed
 * epoch with time normalised by the token's life). Age is a function of time alone: how often
 * shifted moments have an age is the chance of an incident to have it, and the band is the
 * binomial's. (A band of common shifts says nothing here: where tokens follow each other strictly,
 * a shift moves all incidents from one age to another together.)
 */
final class Ages {

  /**
   * A token that expired as an incident began is the one to measure, even if a newer one exists.
   */
  private static final long DYING_MILLIS = 300_000;

  private static final int BINS = 25;

  /** Two-sided 95 %. */
  private static final double TAIL = 0.025;

  private final NavigableMap<Long, Long> ttlByIssue = new TreeMap<>();
  private final NavigableMap<Long, Long> ttlByExpiry = new TreeMap<>();

  Ages(List<Lifetime> tokens) {
    for (Lifetime token : tokens.stream().sorted().toList()) {
      long ttl = token.ttl().map(t -> t.toMillis()).orElse(0L);
      if (ttl > 0) {
        ttlByIssue.put(token.issuedAt().toEpochMilli(), ttl);
        if (!token.extended().orElse(false)) {
          token.expiresAt().ifPresent(e -> ttlByExpiry.put(e.toEpochMilli(), ttl));
        }
      }
    }
  }

  /** How old its token is then, in bins; -1 where it held none that is known. */
  private int bin(long milli) {
    Map.Entry<Long, Long> dead = ttlByExpiry.floorEntry(milli);
    if (dead != null && milli - dead.getKey() < DYING_MILLIS) {
      return bin(1 + (double) (milli - dead.getKey()) / dead.getValue());
    }
    Map.Entry<Long, Long> newest = ttlByIssue.floorEntry(milli);
    return newest == null ? -1 : bin((double) (milli - newest.getKey()) / newest.getValue());
  }

  private static int bin(double age) {
    return Math.min(BINS - 1, (int) Math.floor(age / AgeProfile.WIDTH + 1e-9));
  }

  /** The profile of incidents; empty where no age is known. */
  static Optional<AgeProfile> profile(List<Placed> placed, Exposures exposures) {
    Map<String, Ages> byPod = new TreeMap<>();
    long[] seen = new long[BINS];
    long[] chance = new long[BINS];
    for (Placed one : placed) {
      Ages ages =
          byPod.computeIfAbsent(one.incident().pod(), pod -> new Ages(exposures.tokens(pod)));
      int bin = ages.bin(one.milli());
      if (bin >= 0) {
        seen[bin]++;
        for (long lag : Shifts.lags()) {
          int shifted = ages.bin(one.shifted(lag));
          if (shifted >= 0) {
            chance[shifted]++;
          }
        }
      }
    }
    int known = (int) Arrays.stream(seen).sum();
    return known == 0 ? Optional.empty() : Optional.of(profile(known, seen, chance));
  }

  private static AgeProfile profile(int known, long[] seen, long[] chance) {
    long all = Math.max(1, Arrays.stream(chance).sum());
    List<AgeProfile.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      BinomialDistribution many = BinomialDistribution.of(known, (double) chance[bin] / all);
      bins.add(
          new AgeProfile.Bin(
              Math.round(bin * AgeProfile.WIDTH * 100) / 100.0,
              seen[bin],
              many.inverseCumulativeProbability(TAIL),
              many.inverseCumulativeProbability(1 - TAIL)));
    }
    return new AgeProfile(bins);
  }
}
