package io.tokentrail.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a run came to; what every report format prints.
 *
 * @param run the run itself: the only part that differs between two runs on the same input
 * @param parameters options and thresholds that were in force, by name
 * @param caseFile the facts and what was inferred from them
 * @param findings settled findings, worst first
 * @param verdicts what examining each cause came to
 * @param correlations whether each account's 401s follow its rotation
 * @param outlook what stops working next
 * @param signals metric exports and log-derived rates
 * @param marks what happened beside the refused requests
 * @param controls compliance view
 * @param coverage share of the audit log's span in which every API server's log has events, 0..1;
 *     empty without a log
 * @param gaps stretches of the span without events, by stream of audit files
 * @param maxFailureRows how many 401s are listed at most
 * @param exemptions findings that the user accepts for a while
 * @param since what changed since an older report; empty when none was given
 */
public record Report(
    Run run,
    SortedMap<String, String> parameters,
    Case caseFile,
    List<Finding> findings,
    Map<CauseCode, Verdict> verdicts,
    List<Correlation> correlations,
    List<Outlook> outlook,
    List<Signal> signals,
    List<Mark> marks,
    List<Control> controls,
    Optional<Double> coverage,
    SortedMap<String, List<Interval>> gaps,
    int maxFailureRows,
    Exemptions exemptions,
    Optional<Changes> since) {

  /**
   * The run itself.
   *
   * @param tool version of the tool
   * @param commit commit it was built from, empty when unknown
   * @param cluster the cluster's name as given, else empty
   * @param at the run's time: {@code --now} where given
   * @param fixed whether {@code --now} or SOURCE_DATE_EPOCH fixed it; then host and duration are
   *     left out
   * @param host the machine; empty when fixed
   * @param took how long it took, the writing of this report left out; empty when fixed
   */
  public record Run(
      String tool,
      String commit,
      String cluster,
      Instant at,
      boolean fixed,
      String host,
      Optional<Duration> took) {

    private Run after(Duration length) {
      return new Run(tool, commit, cluster, at, fixed, host, Optional.of(length));
    }
  }

  public Report {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    findings = List.copyOf(findings);
    verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts));
    correlations = List.copyOf(correlations);
    outlook = List.copyOf(outlook);
    signals = List.copyOf(signals);
    marks = List.copyOf(marks);
    controls = List.copyOf(controls);
    gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
  }

  /** The same report, that long after the run began; as it is where the run's time is fixed. */
  public Report after(Duration took) {
    return run.fixed() ? this : with(run.after(took), exemptions, since);
  }

  /** The same report with what the user accepts, and what changed since an older one. */
  public Report known(Exemptions accepted, Optional<Changes> changes) {
    return with(run, accepted, changes);
  }

  private Report with(Run otherRun, Exemptions accepted, Optional<Changes> changes) {
    return new Report(
        otherRun,
        parameters,
        caseFile,
        findings,
        verdicts,
        correlations,
        outlook,
        signals,
        marks,
        controls,
        coverage,
        gaps,
        maxFailureRows,
        accepted,
        changes);
  }
}
