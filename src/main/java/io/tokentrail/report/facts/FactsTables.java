package io.tokentrail.report.facts;

import java.util.List;

/** Every table of {@code facts/}, in the order of writing. */
public final class FactsTables {

  /** The list; a new table takes one line here. */
  public static final List<FactsTable<?>> ALL =
      List.of(
          RefusedFacts.FAILURES,
          RefusedFacts.SPIKES,
          TokenFacts.ROTATION_WINDOWS,
          TokenFacts.TOKEN_REQUESTS,
          TokenFacts.USES,
          TokenFacts.LEGACY_TOKENS,
          ClusterFacts.PODS,
          ClusterFacts.OBJECT_CHANGES,
          LogFacts.LOG_LINES,
          LogFacts.AUDIT_MINUTES,
          LogFacts.METRICS);

  private FactsTables() {}
}
