package io.tokentrail.report.terminal;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Edition;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What changed between two reports, on a terminal. */
public final class ChangesScreen {

  private static final int MARGIN = 9;

  /** Lines of findings, and of tokens; the files have all of them. */
  private static final int MOST = 40;

  private final Changes changes;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  private ChangesScreen(Changes changes, Screen screen) {
    this.changes = changes;
    this.screen = screen;
  }

  /** The whole screen. */
  public static String render(Changes changes, Screen screen) {
    ChangesScreen it = new ChangesScreen(changes, screen);
    it.edition("Old", changes.before());
    it.edition("New", changes.after());
    changes
        .notes()
        .forEach(
            n -> it.out.append(Lines.labelled("Note", MARGIN, screen.safe(n), screen.width())));
    it.line("");
    it.heading("Findings", changes::findings, changes.findings().size());
    it.findings();
    it.line("");
    it.heading("Tokens", changes::tokens, changes.tokens().size());
    it.tokens();
    return screen.shown(it.out.toString());
  }

  private void edition(String label, Edition edition) {
    List<String> parts = new ArrayList<>();
    parts.add(screen.safe(edition.name()));
    if (!edition.cluster().isEmpty()) {
      parts.add(screen.safe(edition.cluster()));
    }
    parts.add(edition.span().map(s -> Words.span(s, true)).orElse("no audit log"));
    out.append(Lines.labelled(label, MARGIN, String.join(screen.between(), parts), screen.width()));
  }

  private void heading(String what, ToLongFunction<Kind> count, int all) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long n = count.applyAsLong(kind);
      if (n > 0) {
        parts.add(Words.count(n) + " " + (kind == Kind.SAME ? "the same" : kind.words()));
      }
    }
    String told = all == 0 ? "none in either" : String.join(screen.between(), parts);
    List<String> lines = Lines.labelled(what, MARGIN + 1, told, screen.width()).lines().toList();
    lines.forEach(l -> line(screen.in(Style.BOLD, l)));
  }

  private void findings() {
    List<Changes.OfFinding> told =
        changes.findings().stream().filter(f -> f.kind() != Kind.SAME).toList();
    Grid grid = new Grid("lllel");
    told.stream()
        .limit(MOST)
        .forEach(
            f ->
                grid.row(
                    "  " + f.kind().words(),
                    Style.glyph(f.latest().severity()) + " " + severity(f),
                    screen.safe(f.latest().cause()),
                    screen.safe(brief(f.latest().subject())),
                    numbers(f)));
    List<String> lines = grid.lines(screen.width());
    for (int i = 0; i < lines.size(); i++) {
      Changes.OfFinding f = told.get(i);
      line(screen.in(f.alarms() ? Style.of(f.latest().severity()) : Style.PLAIN, lines.get(i)));
      if (!f.note().isEmpty()) {
        note(f.note());
      }
    }
    more(told.size());
  }

  /** An object without its kind, which the cause's name tells. */
  private static String brief(String subject) {
    return subject.replaceFirst("^[A-Z][A-Za-z]*/", "");
  }

  private static String severity(Changes.OfFinding f) {
    Severity now = f.latest().severity();
    Severity then = f.before().map(Edition.Told::severity).orElse(now);
    return now == then ? now.code() : now.code() + ", was " + then.code();
  }

  /** {@code 12 → 340} without an arrow, which not every terminal has. */
  private static String numbers(Changes.OfFinding f) {
    String accepted = f.latest().accepted() ? "accepted" : "";
    long then = f.before().map(Edition.Told::failures).orElse(0L);
    long now = f.after().map(Edition.Told::failures).orElse(0L);
    if (then == 0 && now == 0) {
      return accepted;
    }
    String counts =
        f.before().isEmpty()
            ? Words.count(now) + " 401s"
            : f.after().isEmpty()
                ? "had " + Words.count(then) + " 401s"
                : Words.count(now) + " 401s, were " + Words.count(then);
    return accepted.isEmpty() ? counts : counts + ", " + accepted;
  }

  private void tokens() {
    List<Changes.OfToken> told =
        changes.tokens().stream().filter(t -> t.kind() != Kind.SAME).toList();
    Grid grid = new Grid("lel");
    told.stream()
        .limit(MOST)
        .forEach(
            t -> grid.row("  " + t.kind().words(), screen.safe(t.latest().key()), verdicts(t)));
    List<String> lines = grid.lines(screen.width());
    for (int i = 0; i < lines.size(); i++) {
      Changes.OfToken t = told.get(i);
      line(screen.in(t.kind() == Kind.WORSE ? Style.YELLOW : Style.PLAIN, lines.get(i)));
      if (!t.note().isEmpty()) {
        note(t.note());
      }
    }
    more(told.size());
  }

  private static String verdicts(Changes.OfToken t) {
    String then = t.before().map(ChangesScreen::standing).orElse("");
    String now = t.after().map(ChangesScreen::standing).orElse("");
    if (then.isEmpty() || now.isEmpty()) {
      return then.isEmpty() ? now : "was " + then;
    }
    return now.equals(then) ? now : now + ", was " + then;
  }

  private static String standing(Edition.Standing token) {
    String verdict = token.verdict().code().replace('_', ' ');
    return token.safety() == LegacyToken.Safety.YES ? verdict + " and safe" : verdict;
  }

  private void note(String text) {
    Lines.labelled("", MARGIN + 2, screen.safe(text), screen.width()).lines().forEach(this::line);
  }

  private void more(int all) {
    if (all > MOST) {
      line("  and " + Words.count(all - MOST) + " more: --csv lists all");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
