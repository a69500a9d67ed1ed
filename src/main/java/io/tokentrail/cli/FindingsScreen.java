package io.tokentrail.cli;

import io.tokentrail.model.Severity;
import io.tokentrail.report.Words;
import io.tokentrail.report.json.SavedFinding;
import io.tokentrail.report.terminal.Grid;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.util.List;
import java.util.Locale;

/** The findings of a written report, a line each, to choose one from. */
final class FindingsScreen {

  private FindingsScreen() {}

  static String of(List<SavedFinding> findings, Screen screen) {
    if (findings.isEmpty()) {
      return "no findings\n";
    }
    Grid grid = new Grid("lllerr").row("finding", "", "cause", "about", "401s", "sure");
    for (SavedFinding f : findings) {
      grid.row(
          f.id(),
          Style.glyph(severity(f)) + " " + f.severity(),
          f.cause(),
          screen.safe(f.subject()),
          f.failures() == 0 ? "" : Words.count(f.failures()),
          Words.confidence(f.confidence()));
    }
    List<String> lines = grid.lines(screen.width());
    StringBuilder out = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < findings.size(); i++) {
      out.append(screen.in(Style.of(severity(findings.get(i))), lines.get(i + 1))).append('\n');
    }
    return screen.shown(out.toString());
  }

  private static Severity severity(SavedFinding finding) {
    return Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT));
  }
}
