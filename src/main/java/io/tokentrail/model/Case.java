package io.tokentrail.model;

import java.time.Duration;
import java.util.List;

/**
 * All that a cause may look at.
 *
 * @param facts what was read
 * @param failures every 401 with its sender
 * @param lifetimes token lifetimes
 * @param bursts bursts of 401s
 * @param inventory accounts and Secret-based tokens
 * @param lookBack how far back "unused" looks, ending at the newest time in the input
 * @param thresholds limits that are a matter of policy
 */
public record Case(
    Facts facts,
    List<Attributed> failures,
    List<Lifetime> lifetimes,
    List<Burst> bursts,
    Inventory inventory,
    Duration lookBack,
    Thresholds thresholds) {

  /** With the usual thresholds. */
  public Case(
      Facts facts,
      List<Attributed> failures,
      List<Lifetime> lifetimes,
      List<Burst> bursts,
      Inventory inventory,
      Duration lookBack) {
    this(facts, failures, lifetimes, bursts, inventory, lookBack, Thresholds.DEFAULT);
  }

  public Case {
    failures = List.copyOf(failures);
    lifetimes = List.copyOf(lifetimes);
    bursts = List.copyOf(bursts);
  }
}
