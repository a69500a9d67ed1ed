package io.tokentrail.compare;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Finding;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Report;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** A report that was just made, as one that an older one is held against. */
public final class Editions {

  private Editions() {}

  /** The parts of a report that are compared. */
  public static Edition of(Report report, String name) {
    TreeMap<String, String> unchecked = new TreeMap<>();
    for (Map.Entry<CauseCode, Verdict> entry : report.verdicts().entrySet()) {
      String missing = entry.getValue().fold(found -> "", clear -> "", not -> not.missing());
      if (!missing.isEmpty()) {
        unchecked.put(entry.getKey().name(), missing);
      }
    }
    return new Edition(
        name,
        report.run().cluster(),
        report.caseFile().facts().audit().span(),
        report.coverage().orElse(1.0),
        report.caseFile().lookBack(),
        unchecked,
        report.caseFile().facts().snapshots().stream().anyMatch(s -> s.kinds().contains("secrets")),
        report.findings().stream().map(f -> told(f, report)).toList(),
        report.caseFile().inventory().legacyTokens().stream().map(Editions::standing).toList());
  }

  private static Edition.Told told(Finding finding, Report report) {
    return new Edition.Told(
        finding.id(),
        finding.diagnosis().cause().name(),
        finding.diagnosis().severity(),
        subject(finding.diagnosis().subject()),
        finding.diagnosis().explains().size(),
        report.exemptions().accepting(finding).isPresent(),
        finding.diagnosis().summary());
  }

  private static String subject(Subject subject) {
    if (subject.object().isPresent()) {
      return subject.object().get().toString();
    }
    if (subject.account().isPresent()) {
      String account = subject.account().get().toString();
      return subject.pod().isEmpty() ? account : account + ", pod " + subject.pod();
    }
    return subject.node().isEmpty() ? subject.other() : "Node/" + subject.node();
  }

  private static Edition.Standing standing(LegacyToken token) {
    return new Edition.Standing(
        token.secret().namespace(),
        token.secret().name(),
        token.secret().serviceAccount(),
        token.verdict(),
        token.safety(),
        token.reason());
  }
}
