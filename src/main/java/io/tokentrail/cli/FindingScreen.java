package io.tokentrail.cli;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Severity;
import io.tokentrail.report.Step;
import io.tokentrail.report.Words;
import io.tokentrail.report.json.SavedFinding;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.util.Locale;

/** One finding of a written report: what happened, what it rests on, what else fits, what to do. */
final class FindingScreen {

  private static final int MARGIN = 11;

  private final SavedFinding finding;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  FindingScreen(SavedFinding finding, Screen screen) {
    this.finding = finding;
    this.screen = screen;
  }

  String render() {
    Severity severity = Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT));
    out.append(
            screen.in(
                Style.BOLD,
                finding.id() + "   " + finding.cause() + "   " + screen.safe(finding.subject())))
        .append('\n')
        .append(screen.in(Style.of(severity), Style.glyph(severity) + " " + finding.severity()))
        .append(
            String.format(
                Locale.ROOT,
                "   confidence %s   %,d 401s",
                Words.confidence(finding.confidence()),
                finding.failures()))
        .append('\n')
        .append(finding.firstSeen() + " to " + finding.lastSeen())
        .append("\n\n");
    Lines.wrap(screen.safe(finding.summary()), screen.width())
        .forEach(l -> out.append(l).append('\n'));
    out.append('\n').append(screen.in(Style.BOLD, "Evidence")).append('\n');
    int number = 1;
    for (Evidence evidence : finding.evidence()) {
      String head = String.format(Locale.ROOT, " %2d ", number++);
      // A reference is copied: it is never broken, however long.
      out.append(head).append(screen.safe(evidence.reference())).append('\n');
      if (!evidence.says().isEmpty()) {
        out.append(
            Lines.labelled("", head.length() + 2, screen.safe(evidence.says()), screen.width()));
      }
    }
    finding
        .alternatives()
        .forEach(a -> said(finding.alternatives().indexOf(a) == 0 ? "Instead" : "", a));
    steps();
    out.append(
        Lines.labelled("Page", MARGIN, "tokentrail explain " + finding.cause(), screen.width()));
    return screen.shown(out.toString());
  }

  private void said(String label, String text) {
    out.append(Lines.labelled(label, MARGIN, screen.safe(text), screen.width()));
  }

  private void steps() {
    int number = 1;
    for (String text : finding.remedy()) {
      Step step = Step.of(screen.safe(text));
      String label = Lines.left(number == 1 ? "Next" : "", MARGIN - 3) + number++;
      if (!step.words().isEmpty()) {
        said(label, step.words() + (step.command().isEmpty() ? "" : ":"));
        label = "";
      }
      if (!step.command().isEmpty()) {
        out.append(Lines.command(label, MARGIN, step.command(), screen.width()));
      }
      if (!step.note().isEmpty()) {
        out.append(Lines.comment("", MARGIN, step.note(), screen.width()));
      }
    }
  }
}
