package io.tokentrail.correlate;

import io.tokentrail.model.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What struck an account at one time, in however many of its pods: single 401s depend on each other
 * (clients try again), and so do bursts that begin together.
 *
 * @param at when it began
 * @param pod the pod whose 401 was the first; empty when not known
 */
record Incident(Instant at, String pod) {

  /** Bursts that start within this time of each other are one incident. */
  static final Duration ONE = Duration.ofMinutes(2);

  /** The incidents that an account's bursts make, in time order. */
  static List<Incident> of(List<Burst> bursts) {
    List<Incident> out = new ArrayList<>();
    Instant last = null;
    for (Burst burst : bursts.stream().sorted().toList()) {
      if (last == null || Duration.between(last, burst.start()).compareTo(ONE) > 0) {
        out.add(new Incident(burst.start(), burst.failures().get(0).sender().pod()));
      }
      last = burst.start();
    }
    return out;
  }
}
