package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Report;
import io.tokentrail.model.Snapshot;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a run's input cannot show, each with the input that would. */
final class BlindSpots {

  /** Kinds of objects that the judgements lean on. */
  private static final Set<String> WANTED = Set.of("pods", "secrets", "serviceaccounts", "nodes");

  private BlindSpots() {}

  static List<CoverageView.BlindSpot> of(Telling telling) {
    Report report = telling.report;
    List<CoverageView.BlindSpot> spots = new ArrayList<>();
    audit(telling, spots);
    senders(report, spots);
    snapshot(report.caseFile().facts().latestSnapshot(), spots);
    lookBack(telling, spots);
    if (!report.caseFile().facts().keys().given()) {
      spots.add(spot("Signatures.", "No public keys (JWKS) were given: tokens were not verified."));
    }
    long unread =
        report.caseFile().facts().inputs().stream().filter(i -> !i.problem().isEmpty()).count();
    if (unread > 0) {
      spots.add(
          spot(
              Words.count(unread, "unreadable file") + ".",
              "They stand in the table below with their reason."));
    }
    long strange =
        report.caseFile().facts().inputs().stream()
            .filter(i -> i.problem().isEmpty() && i.kind() == InputFile.Kind.UNRECOGNISED)
            .count();
    if (strange > 0) {
      spots.add(
          spot(
              Words.count(strange, "file") + " not recognised.",
              "Nothing in them was used; --kind PATH=KIND says what a file is."));
    }
    spots.add(
        spot(
            "Other verifiers.",
            "401s that a kubelet, a webhook or an application sends itself are never in this log,"
                + " nor are checks of tokens outside the cluster."));
    return List.copyOf(spots);
  }

  private static CoverageView.BlindSpot spot(String title, String text) {
    return new CoverageView.BlindSpot(title, text);
  }

  private static void audit(Telling telling, List<CoverageView.BlindSpot> spots) {
    AuditFacts audit = telling.report.caseFile().facts().audit();
    if (audit.events() == 0) {
      spots.add(
          spot("No audit log.", "Refused requests and token requests cannot be seen at all."));
      return;
    }
    if (!telling.headline.sees401s()) {
      spots.add(
          spot(
              "Refused requests.",
              "The audit policy leaves out the stage ResponseStarted; take it out of omitStages."));
    }
    long gaps = telling.report.gaps().values().stream().mapToLong(List::size).sum();
    long minutes =
        telling.report.gaps().values().stream()
            .flatMap(List::stream)
            .map(Interval::length)
            .mapToLong(d -> d.toMinutes())
            .sum();
    if (gaps > 0) {
      spots.add(
          spot(
              Words.count(gaps, "gap") + ", " + Words.count(minutes, "minute") + ".",
              "In these stretches an API server wrote nothing that was given; a quiet server looks"
                  + " the same."));
    }
    audit.blindSpots().forEach(s -> spots.add(spot("As it was shipped.", s)));
    boolean bodies =
        audit.files().stream()
            .map(AuditFile::tokenRequestLevels)
            .anyMatch(l -> l.containsKey("Request") || l.containsKey("RequestResponse"));
    boolean asked = audit.files().stream().anyMatch(f -> !f.tokenRequestLevels().isEmpty());
    if (asked && !bodies) {
      spots.add(
          spot(
              "Bodies of token requests.",
              "They are logged at level Metadata: lifetime, audience and pod come from pod specs or"
                  + " are unknown."));
    } else if (!asked) {
      spots.add(spot("Token requests.", "The log has none: when tokens were renewed is unknown."));
    }
  }

  private static void senders(Report report, List<CoverageView.BlindSpot> spots) {
    List<Attributed> all = report.caseFile().failures();
    long nameless = all.stream().filter(a -> a.sender().method() == Method.NONE).count();
    long silent = all.stream().filter(a -> a.reason() == Reason.UNKNOWN).count();
    if (nameless > 0) {
      spots.add(
          spot(
              Words.count(nameless, "request") + " without a known sender.",
              "Of "
                  + Words.count(all.size())
                  + " in all: the event names nobody, and nothing else told who sent them."));
    }
    if (silent > 0) {
      boolean log = report.caseFile().facts().hasLogOf("kube-apiserver");
      spots.add(
          spot(
              "Reasons.",
              Words.count(silent, "refused request")
                  + " without the server's own reason"
                  + (log ? "." : ": the kube-apiserver's log would give it.")));
    }
  }

  private static void snapshot(Optional<Snapshot> latest, List<CoverageView.BlindSpot> spots) {
    if (latest.isEmpty()) {
      spots.add(
          spot(
              "No snapshot.",
              "Pods, accounts and Secrets are known only as far as the log names them."));
      return;
    }
    Set<String> lacking = new TreeSet<>(WANTED);
    lacking.removeAll(latest.get().kinds());
    if (!lacking.isEmpty()) {
      spots.add(spot("Not in the snapshot.", String.join(", ", lacking) + "."));
    }
  }

  private static void lookBack(Telling telling, List<CoverageView.BlindSpot> spots) {
    Facts facts = telling.report.caseFile().facts();
    if (facts.audit().events() > 0
        && telling.headline.span().length().compareTo(telling.report.caseFile().lookBack()) < 0) {
      spots.add(
          spot(
              "Use before the log.",
              "The log is "
                  + Words.length(telling.headline.span().length())
                  + " long, the look-back "
                  + Words.length(telling.report.caseFile().lookBack())
                  + ". Earlier use of a legacy token is known from its label alone, earlier use of"
                  + " other tokens not at all."));
    }
  }
}
