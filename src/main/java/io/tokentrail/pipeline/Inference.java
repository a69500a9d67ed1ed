package io.tokentrail.pipeline;

import io.tokentrail.attribute.Attribution;
import io.tokentrail.attribute.Judging;
import io.tokentrail.correlate.Correlations;
import io.tokentrail.detect.Bursts;
import io.tokentrail.detect.Marks;
import io.tokentrail.detect.Signals;
import io.tokentrail.diagnose.Belonging;
import io.tokentrail.diagnose.Causes;
import io.tokentrail.diagnose.Settlement;
import io.tokentrail.evidence.Controls;
import io.tokentrail.inventory.CleanerOutlook;
import io.tokentrail.inventory.LegacyTokens;
import io.tokentrail.inventory.ServiceAccounts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Report;
import io.tokentrail.model.Verdict;
import io.tokentrail.rotate.Lifetimes;
import io.tokentrail.rotate.Outlooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From facts to a report: who, when, how often, what belongs together, why, what stands. Plain
 * Java, no Spark.
 */
public final class Inference {

  private Inference() {}

  /**
   * Judges what was read.
   *
   * @param read everything that was read
   * @param request the run's options; they choose and bound, they change no judgement
   * @param run the run's own block
   * @param judging where the senders of 401s are judged
   */
  public static Report of(Facts read, RunRequest request, Report.Run run, Judging judging) {
    Facts facts = Selection.within(read, request);
    List<Lifetime> lifetimes = Lifetimes.of(facts);
    List<Attributed> everyone = Attribution.of(facts, lifetimes, judging);
    List<Attributed> failures = Selection.ofAccounts(everyone, request);
    List<Burst> bursts = Bursts.of(failures, lifetimes, facts.audit());
    Inventory inventory =
        new Inventory(
            ServiceAccounts.of(facts, failures, lifetimes),
            LegacyTokens.of(facts, request.lookBack()));
    Case c =
        new Case(
            facts,
            failures,
            lifetimes,
            bursts,
            inventory,
            request.lookBack(),
            request.thresholds());
    Map<CauseCode, Verdict> verdicts = Causes.examine(c);
    List<Finding> findings = Settlement.settle(failures, verdicts);
    LogCoverage coverage = LogCoverage.of(facts.audit(), request.thresholds().gap());
    return new Report(
        run,
        request.options(),
        c,
        findings,
        verdicts,
        Correlations.of(failures, bursts, lifetimes, facts),
        Belonging.link(outlook(c), findings),
        Belonging.linkSignals(Signals.of(facts, failures), findings),
        Marks.of(facts, failures),
        Controls.of(c, findings),
        coverage.share(),
        coverage.gaps(),
        request.maxFailureRows(),
        Exemptions.NONE,
        Optional.empty());
  }

  private static List<Outlook> outlook(Case c) {
    return Stream.concat(
            Outlooks.of(c.facts(), c.lifetimes()).stream(),
            CleanerOutlook.of(c.facts(), c.inventory().legacyTokens()).stream())
        .toList();
  }
}
