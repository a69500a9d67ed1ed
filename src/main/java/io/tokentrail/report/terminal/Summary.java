package io.tokentrail.report.terminal;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Headline;
import io.tokentrail.report.Outcome;
import io.tokentrail.report.Step;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closing summary of a run: what happened, what to do, what was not looked at. */
public final class Summary {

  /** From here on a date needs its year. */
  private static final Duration FAR = Duration.ofDays(180);

  private static final int MARGIN = 9;
  private static final int MOST_FINDINGS = 8;
  private static final int MOST_UNCHECKED = 4;
  private static final int MOST_STEPS = 2;

  private final Report report;
  private final Screen screen;
  private final Headline headline;
  private final StringBuilder out = new StringBuilder();

  private Summary(Report report, Screen screen) {
    this.report = report;
    this.screen = screen;
    this.headline = new Headline(report);
  }

  /** The summary without what was written where. */
  public static String render(Report report, Screen screen) {
    return render(report, screen, "DIR", List.of());
  }

  /**
   * The summary.
   *
   * @param report the run
   * @param screen what the terminal can show
   * @param folder the output folder as the user gave it, for the commands that read it
   * @param written what was left there
   */
  public static String render(Report report, Screen screen, String folder, List<Written> written) {
    Summary summary = new Summary(report, screen);
    summary.head();
    summary.pictures();
    summary.findings();
    summary.out.append(KnownLines.of(report, screen, MARGIN));
    summary.story();
    summary.steps(folder);
    summary.causes();
    summary.outlook();
    summary.legacy();
    summary.read();
    summary.written(written, folder);
    return screen.shown(summary.out.toString());
  }

  private void head() {
    String cluster = screen.safe(report.run().cluster());
    List<String> parts = new ArrayList<>();
    if (!cluster.isEmpty()) {
      parts.add(Words.cutMiddle(cluster, 24));
    }
    if (report.caseFile().facts().audit().span().isPresent()) {
      parts.add(Words.span(headline.span(), false));
    }
    parts.add(report.coverage().map(c -> "coverage " + Words.coverage(c)).orElse("no audit log"));
    line(screen.in(Style.BOLD, String.join("   ", parts)));
    line("");
  }

  private void pictures() {
    if (!report.caseFile().failures().isEmpty()) {
      new FailurePicture(report, headline).lines().forEach(this::line);
      line("");
    }
  }

  private void findings() {
    List<Finding> told =
        report.findings().stream()
            .filter(
                f ->
                    f.diagnosis().cause().failure()
                        || f.diagnosis().severity().compareTo(Severity.LOW) < 0)
            .sorted()
            .toList();
    if (told.isEmpty()) {
      return;
    }
    int all = Math.max(1, report.caseFile().failures().size());
    List<Finding> shown = told.stream().limit(MOST_FINDINGS).toList();
    Grid grid = new Grid("lllerlrl").row("", "", "cause", "about", "401s", "when", "sure", "");
    for (Finding finding : shown) {
      Diagnosis d = finding.diagnosis();
      grid.row(
          Style.glyph(d.severity()),
          d.severity().code(),
          d.cause().name(),
          screen.safe(Words.shortSubject(d.subject())),
          d.explains().isEmpty() ? "" : Words.percent((double) d.explains().size() / all),
          headline.times(finding),
          CauseWords.confidence(d),
          report.exemptions().accepting(finding).isPresent() ? "accepted" : "");
    }
    List<String> lines = grid.lines(screen.width());
    line(lines.get(0));
    for (int i = 0; i < shown.size(); i++) {
      line(screen.in(Style.of(shown.get(i).diagnosis().severity()), lines.get(i + 1)));
    }
    int rest = report.findings().size() - shown.size();
    if (rest > 0) {
      line("  and " + Words.count(rest, "more finding") + " in csv/findings.csv");
    }
    line("");
  }

  private void story() {
    String text =
        headline
            .worst()
            .map(f -> screen.safe(f.diagnosis().summary()))
            .filter(s -> !s.isEmpty())
            .orElseGet(this::nothing);
    Lines.wrap(text, screen.width()).forEach(this::line);
    line("");
  }

  private String nothing() {
    AuditFacts audit = report.caseFile().facts().audit();
    long servers = audit.files().stream().map(f -> f.source()).distinct().count();
    if (audit.events() == 0 || !headline.sees401s()) {
      return headline.sentence();
    }
    return headline.sentence().replaceFirst("\\.$", "")
        + " of "
        + Words.count(servers, "API server")
        + "; 401s are visible in this log (stage ResponseStarted is there).";
  }

  private void steps(String folder) {
    Map<Step, Finding> steps = new LinkedHashMap<>();
    report.findings().stream()
        .filter(f -> f.diagnosis().cause().failure() && !f.diagnosis().remedy().isEmpty())
        .sorted()
        .forEach(f -> steps.putIfAbsent(first(f.diagnosis().remedy()), f));
    String label = "Next";
    for (Map.Entry<Step, Finding> entry : steps.entrySet().stream().limit(MOST_STEPS).toList()) {
      Step step = entry.getKey();
      String whose = Words.shortSubject(entry.getValue().diagnosis().subject());
      if (step.command().isEmpty()) {
        String words = whose + ": " + step.words();
        out.append(Lines.labelled(label, MARGIN, screen.safe(words), screen.width()));
      } else {
        String words = whose + (step.note().isEmpty() ? "" : ": " + step.note());
        out.append(Lines.comment(label, MARGIN, screen.safe(words), screen.width()));
        out.append(Lines.command("", MARGIN, screen.safe(step.command()), screen.width()));
      }
      label = "Then";
    }
    headline
        .worst()
        .ifPresent(
            f -> {
              String why = "tokentrail explain " + f.id() + " --report " + folder;
              out.append(Lines.command("Why", MARGIN, screen.safe(why), screen.width()));
              line("");
            });
  }

  /** The first step that can be copied, else the first. */
  private static Step first(List<String> remedy) {
    List<Step> steps = remedy.stream().map(Step::of).toList();
    return steps.stream().filter(s -> !s.command().isEmpty()).findFirst().orElse(steps.get(0));
  }

  private void causes() {
    Map<CauseCode, Outcome> outcomes = Outcome.all(report);
    List<Map.Entry<CauseCode, Outcome>> unchecked =
        outcomes.entrySet().stream()
            .filter(e -> e.getValue().kind() == Outcome.Kind.NOT_CHECKED)
            .toList();
    label(
        "Causes",
        Outcome.count(outcomes, Outcome.Kind.FOUND) + " found",
        Outcome.count(outcomes, Outcome.Kind.CLEAR) + " clear",
        unchecked.size() + " not checked");
    for (Map.Entry<CauseCode, Outcome> e : unchecked.stream().limit(MOST_UNCHECKED).toList()) {
      String needs = e.getKey().name() + " needs " + screen.safe(e.getValue().text());
      List<String> lines = Lines.wrap(needs, screen.width() - MARGIN - 4);
      out.append(Lines.beside("", MARGIN + 2, lines.subList(0, 1)));
      out.append(Lines.beside("", MARGIN + 4, lines.subList(1, lines.size())));
    }
    if (unchecked.size() > MOST_UNCHECKED) {
      line(
          " ".repeat(MARGIN + 2)
              + "and "
              + (unchecked.size() - MOST_UNCHECKED)
              + " more in report.html");
    }
  }

  private void outlook() {
    List<Outlook> due = report.outlook().stream().filter(o -> o.dueAt().isPresent()).toList();
    if (due.isEmpty()) {
      return;
    }
    Outlook first = due.stream().sorted().findFirst().orElseThrow();
    String who =
        first
            .object()
            .map(Object::toString)
            .or(() -> first.account().map(Object::toString))
            .orElse(first.node());
    String what =
        switch (first.kind()) {
          case TOKEN_EXPIRY -> "'s token dies at ";
          case EXTENSION_END, EXTENSION_OFF -> "'s extended token ends at ";
          case CLEANER_INVALIDATES -> " is invalidated at ";
          case CLEANER_DELETES -> " is deleted at ";
        };
    Instant at = first.dueAt().get();
    boolean far = at.isAfter(headline.span().to().plus(FAR));
    String when = (far ? Words.date(at) : Words.day(at)) + " " + Words.clock(at);
    String rest =
        due.size() > 1 ? Words.count(due.size() - 1, "more date") + " in csv/outlook.csv" : "";
    label("Soon", screen.safe(who) + what + when, rest);
  }

  private void legacy() {
    List<LegacyToken> tokens = report.caseFile().inventory().legacyTokens();
    if (tokens.isEmpty()) {
      boolean known =
          report.caseFile().facts().snapshots().stream()
              .anyMatch(s -> s.kinds().contains("secrets"));
      label("Legacy", known ? "none" : "not known: no snapshot with Secrets");
      return;
    }
    label(
        "Legacy",
        count(tokens, LegacyToken.Safety.YES) + " of " + tokens.size() + " safe to delete",
        count(tokens, LegacyToken.Safety.NO) + " not",
        count(tokens, LegacyToken.Safety.UNKNOWN) + " unknown");
  }

  private static long count(List<LegacyToken> tokens, LegacyToken.Safety safety) {
    return tokens.stream().filter(t -> t.safety() == safety).count();
  }

  private void read() {
    Facts facts = report.caseFile().facts();
    long rejected = facts.inputs().stream().mapToLong(InputFile::rejected).sum();
    long repeated = facts.inputs().stream().mapToLong(InputFile::duplicates).sum();
    long bytes = facts.inputs().stream().mapToLong(InputFile::bytes).sum();
    label(
        "Read",
        Words.count(facts.audit().events(), "event"),
        Words.count(rejected) + " rejected",
        Words.count(repeated) + " repeated",
        Words.count(facts.inputs().size(), "file") + ", " + Words.size(bytes));
    List<Attributed> all = report.caseFile().failures();
    if (all.size() > report.maxFailureRows()) {
      label(
          "Cut",
          "csv/failures.csv lists the earliest "
              + Words.count(report.maxFailureRows())
              + " of "
              + Words.count(all.size())
              + " refused requests"
              + ("true".equals(report.parameters().get("facts"))
                  ? "; facts/failures.parquet has all"
                  : ""));
    }
    Interval span = headline.span();
    facts.inputs().stream()
        .filter(i -> !i.problem().isEmpty())
        .limit(3)
        .forEach(i -> label("Unread", screen.safe(i.path()) + ": " + screen.safe(i.problem())));
    if (span.length().isZero() && facts.audit().events() > 0) {
      label("Note", "all events have one moment");
    }
  }

  private void written(List<Written> written, String folder) {
    if (!written.isEmpty()) {
      line("");
      Grid grid = new Grid("ell");
      written.forEach(w -> grid.row(screen.safe(w.path()), w.size(), w.note()));
      List<String> lines = grid.lines(screen.width() - MARGIN);
      for (int i = 0; i < lines.size(); i++) {
        line(Lines.left(i == 0 ? "Written" : "", MARGIN) + lines.get(i));
      }
      if (written.stream().anyMatch(w -> w.path().endsWith("/evidence/"))) {
        String check = "tokentrail verify " + folder;
        out.append(Lines.command("Check", MARGIN, screen.safe(check), screen.width()));
      }
    }
    report.run().took().ifPresent(t -> label("Took", Words.length(t)));
  }

  private void label(String label, String... items) {
    List<String> given = List.of(items).stream().filter(i -> !i.isEmpty()).toList();
    out.append(Lines.labelled(label, MARGIN, String.join(screen.between(), given), screen.width()));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
