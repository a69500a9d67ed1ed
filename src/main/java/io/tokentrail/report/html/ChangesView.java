package io.tokentrail.report.html;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Edition;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed since an older report.
 *
 * @param title the heading, which is the result
 * @param editions the two reports in a line each
 * @param notes what makes them hard to compare
 * @param findings findings that are not the same, by kind of change
 * @param tokens tokens that are not the same, by kind of change
 * @param more how many rows are left out, in words; empty when none is
 * @param same how many are the same, in words
 */
public record ChangesView(
    String title,
    List<String> editions,
    List<String> notes,
    List<Group> findings,
    List<Group> tokens,
    String more,
    String same) {

  /** Rows of each table; the CSV has all of them. */
  private static final int MOST = 300;

  /**
   * Rows that changed alike.
   *
   * @param title how, and how many
   * @param rows them
   */
  public record Group(String title, List<Row> rows) {}

  /**
   * A finding or a token.
   *
   * @param id its anchor on a page that has it
   * @param sign severity sign, empty for tokens
   * @param what severity, or verdict
   * @param cause cause or account
   * @param subject what it is about
   * @param numbers 401s then and now, or safe to delete
   * @param note why, or what the numbers do not say
   */
  public record Row(
      String id,
      String sign,
      String what,
      String cause,
      String subject,
      String numbers,
      String note) {}

  /** Two words for a list of sections. */
  public String brief() {
    return "What changed";
  }

  static ChangesView of(Changes changes) {
    List<Group> findings = new ArrayList<>();
    List<Group> tokens = new ArrayList<>();
    int left = 0;
    for (Kind kind : Kind.values()) {
      if (kind == Kind.SAME) {
        continue;
      }
      List<Row> ofFindings =
          changes.findings().stream()
              .filter(c -> c.kind() == kind)
              .map(ChangesView::finding)
              .toList();
      List<Row> ofTokens =
          changes.tokens().stream().filter(c -> c.kind() == kind).map(ChangesView::token).toList();
      left += add(findings, kind, ofFindings) + add(tokens, kind, ofTokens);
    }
    return new ChangesView(
        title(changes),
        List.of(edition("Older", changes.before()), edition("Newer", changes.after())),
        changes.notes(),
        List.copyOf(findings),
        List.copyOf(tokens),
        left == 0 ? "" : Words.count(left, "more row"),
        Words.count(changes.findings(Kind.SAME), "finding")
            + " and "
            + Words.count(changes.tokens(Kind.SAME), "token")
            + " are the same.");
  }

  private static int add(List<Group> groups, Kind kind, List<Row> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    String title = Show.capital(kind.words()) + " · " + Words.count(rows.size());
    groups.add(new Group(title, rows.stream().limit(MOST).toList()));
    return Math.max(0, rows.size() - MOST);
  }

  private static String title(Changes changes) {
    return "Since the older report: findings "
        + counts(
            changes.findings(Kind.NEW), changes.findings(Kind.WORSE), changes.findings(Kind.GONE))
        + "; tokens "
        + counts(changes.tokens(Kind.NEW), changes.tokens(Kind.WORSE), changes.tokens(Kind.GONE));
  }

  private static String counts(long fresh, long worse, long gone) {
    return Words.count(fresh)
        + " new, "
        + Words.count(worse)
        + " worse, "
        + Words.count(gone)
        + " gone";
  }

  private static String edition(String which, Edition edition) {
    String cluster = edition.cluster().isEmpty() ? "" : ", cluster " + edition.cluster();
    return which
        + ": "
        + Show.text(edition.name() + cluster, 300)
        + ", "
        + edition.span().map(s -> Words.span(s, true)).orElse("no audit log");
  }

  private static Row finding(Changes.OfFinding c) {
    Edition.Told latest = c.latest();
    Severity then = c.before().map(Edition.Told::severity).orElse(latest.severity());
    String note = latest.accepted() ? "accepted" : "";
    if (!c.note().isEmpty()) {
      note = note.isEmpty() ? c.note() : note + "; " + c.note();
    }
    return new Row(
        latest.id(),
        Show.glyph(latest.severity()),
        latest.severity().code() + (then == latest.severity() ? "" : ", was " + then.code()),
        Show.text(latest.cause(), 60),
        Show.text(latest.subject(), 300),
        numbers(c),
        Show.text(note, 300));
  }

  private static String numbers(Changes.OfFinding c) {
    String now = c.after().map(f -> Show.count(f.failures())).orElse("");
    String then = c.before().map(f -> Show.count(f.failures())).orElse("");
    return now.isEmpty() || then.isEmpty() ? now + then : then + " → " + now;
  }

  private static Row token(Changes.OfToken c) {
    Edition.Standing latest = c.latest();
    String now = c.after().map(t -> t.verdict().code()).orElse("");
    String then = c.before().map(t -> t.verdict().code()).orElse("");
    String nowSafe =
        c.after().map(Edition.Standing::safety).map(LegacyToken.Safety::code).orElse("");
    String thenSafe =
        c.before().map(Edition.Standing::safety).map(LegacyToken.Safety::code).orElse("");
    return new Row(
        "",
        "",
        both(then, now),
        Show.text(latest.account(), 160),
        Show.text(latest.key(), 300),
        both(thenSafe, nowSafe),
        Show.text(c.note().isEmpty() ? latest.reason() : c.note(), 500));
  }

  private static String both(String then, String now) {
    return then.isEmpty() || now.isEmpty() || then.equals(now)
        ? (now.isEmpty() ? then : now)
        : then + " → " + now;
  }
}
