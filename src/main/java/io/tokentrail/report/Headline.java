package io.tokentrail.report;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Report;
import io.tokentrail.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run in one sentence, and who is worst off. */
public final class Headline {

  /** Longest sentence, in characters. */
  public static final int LONGEST = 90;

  /** A finding whose last sign is this close to the end of a long log goes on. */
  private static final Duration STILL = Duration.ofMinutes(10);

  /** In a short log the last twentieth of it stands for that. */
  private static final int PART = 20;

  private final Report report;

  public Headline(Report report) {
    this.report = report;
  }

  /** The audit log's span, else that of all that was read, else the run's own moment. */
  public Interval span() {
    Facts facts = report.caseFile().facts();
    return facts
        .audit()
        .span()
        .or(
            () ->
                extent(
                    Stream.concat(
                        report.caseFile().failures().stream().map(a -> a.failure().receivedAt()),
                        facts.inputs().stream()
                            .flatMap(
                                i -> Stream.concat(i.firstAt().stream(), i.lastAt().stream())))))
        .orElse(new Interval(report.run().at(), report.run().at()));
  }

  private static Optional<Interval> extent(Stream<Instant> times) {
    List<Instant> sorted = times.filter(Words::plausible).sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Interval(sorted.get(0), sorted.get(sorted.size() - 1)));
  }

  /** The finding to tell first: of token failures the worst, else any that explains 401s. */
  public Optional<Finding> worst() {
    Optional<Finding> token =
        report.findings().stream()
            .filter(f -> f.diagnosis().cause().failure())
            .filter(f -> !CauseWords.noTokenFailure(f.diagnosis().cause()))
            .sorted()
            .findFirst();
    return token.or(() -> report.findings().stream().sorted().findFirst());
  }

  public boolean still(Finding finding) {
    Duration part = span().length().dividedBy(PART);
    Duration close = part.compareTo(STILL) < 0 ? part : STILL;
    return !finding.diagnosis().lastSeen().isBefore(span().to().minus(close));
  }

  /** {@code 01:09 – still}, {@code 15:24 – 02:57}. */
  public String times(Finding finding) {
    Interval span = span();
    String from = when(finding.diagnosis().firstSeen(), span);
    return from + " – " + (still(finding) ? "still" : when(finding.diagnosis().lastSeen(), span));
  }

  private static String when(Instant at, Interval span) {
    boolean outside = at.isBefore(span.from()) || at.isAfter(span.to());
    return outside || Words.needsDay(span) ? Words.day(at) : Words.clock(at);
  }

  /** One sentence of at most 90 characters without a code. */
  public String sentence() {
    int failures = report.caseFile().failures().size();
    Optional<Finding> worst = worst();
    if (worst.isEmpty() || (failures == 0 && !worst.get().diagnosis().cause().failure())) {
      return nothing(worst.isPresent());
    }
    Diagnosis diagnosis = worst.get().diagnosis();
    String what = CauseWords.title(diagnosis.cause());
    String since = since(worst.get());
    String count =
        diagnosis.explains().isEmpty()
            ? "."
            : ". " + Words.count(diagnosis.explains().size(), "request") + " refused.";
    for (int room : new int[] {60, 44, 34, 24, 16}) {
      String subject = about(diagnosis.subject(), room);
      for (String end : List.of(count, ".")) {
        String whole = what + subject + since + end;
        if (whole.length() <= LONGEST) {
          return whole;
        }
      }
    }
    return what + since + ".";
  }

  private String since(Finding finding) {
    Interval span = span();
    String from = Words.moment(finding.diagnosis().firstSeen(), span);
    return still(finding)
        ? " since " + from + " UTC"
        : " from " + from + " to " + Words.moment(finding.diagnosis().lastSeen(), span) + " UTC";
  }

  private static String about(Subject subject, int room) {
    if (subject.equals(Subject.ALL)) {
      return "";
    }
    String name = Words.cutMiddle(Visible.of(Words.shortSubject(subject)), room);
    if (subject.account().isEmpty() && subject.pod().isEmpty() && !subject.node().isEmpty()) {
      return " on node " + name;
    }
    return ": " + name + ",";
  }

  private String nothing(boolean hygiene) {
    AuditFacts audit = report.caseFile().facts().audit();
    int failures = report.caseFile().failures().size();
    if (failures > 0) {
      return Words.count(failures, "refused request") + ", none of them explained.";
    }
    if (audit.events() == 0) {
      return logGiven()
          ? "No event of the audit log could be used: refused requests cannot be seen."
          : "No audit log was given, so refused requests cannot be seen.";
    }
    if (!sees401s()) {
      return "This log cannot show refused requests: its policy leaves their stage out.";
    }
    return "No refused request in "
        + Words.count(audit.events(), "event")
        + (hygiene ? ", " + Words.count(report.findings().size(), "other finding") : "")
        + ".";
  }

  /** Whether any file was taken for an audit log, readable or not. */
  public boolean logGiven() {
    return report.caseFile().facts().inputs().stream()
        .anyMatch(i -> i.kind() == InputFile.Kind.AUDIT);
  }

  /** A refusal is written at ResponseStarted alone; a policy may leave that stage out. */
  public boolean sees401s() {
    return report.caseFile().facts().audit().hasStage("ResponseStarted")
        || !report.caseFile().failures().isEmpty();
  }
}
