package io.tokentrail.report.html;

import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.report.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Section 6: Secret-based tokens and whether they can go.
 *
 * @param title the heading, which is the result
 * @param known whether the input lists Secrets at all
 * @param groups by what can be done
 * @param more how many more csv/legacy_tokens.csv lists
 * @param retire commands that switch the safe ones off, which can be undone
 * @param delete the command that deletes one of them later
 */
public record LegacyView(
    String title, boolean known, List<Group> groups, int more, List<String> retire, String delete) {

  private static final int MOST_COMMANDS = 10;

  /**
   * Tokens of one answer.
   *
   * @param title the answer
   * @param rows the tokens
   */
  public record Group(String title, List<Row> rows) {}

  /**
   * A token.
   *
   * @param id its anchor
   * @param name namespace and Secret
   * @param account account and origin
   * @param created when it was made
   * @param life its life as a bar; empty where its creation is not known
   * @param used its last use, and from where that is known
   * @param safe yes, no, unknown, with its sign
   * @param verdict in use, stale, ...
   * @param reason why
   */
  public record Row(
      String id,
      String name,
      String account,
      String created,
      List<LifeBar> life,
      String used,
      String safe,
      String verdict,
      String reason) {}

  static LegacyView of(Telling telling) {
    List<LegacyToken> all = telling.report.caseFile().inventory().legacyTokens();
    boolean known =
        !all.isEmpty()
            || telling.report.caseFile().facts().snapshots().stream()
                .anyMatch(s -> s.kinds().contains("secrets"));
    LifeBar.Scale scale = LifeBar.Scale.of(telling.tokens, telling);
    List<Group> groups = new ArrayList<>();
    for (LegacyToken.Safety safety : LegacyToken.Safety.values()) {
      List<Row> rows =
          telling.tokens.stream()
              .filter(t -> t.safety() == safety)
              .map(t -> row(t, scale, telling))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(
            new Group(
                sign(safety) + " Safe to delete: " + safety.code() + " · " + count(all, safety),
                rows));
      }
    }
    List<TokenSecret> safe =
        all.stream()
            .filter(t -> t.safety() == LegacyToken.Safety.YES)
            .map(LegacyToken::secret)
            .filter(s -> Show.isName(s.namespace()) && Show.isName(s.name()))
            .limit(MOST_COMMANDS)
            .toList();
    LocalDate today = telling.report.run().at().atZone(ZoneOffset.UTC).toLocalDate();
    return new LegacyView(
        !known
            ? "Legacy tokens: not known"
            : all.isEmpty()
                ? "Legacy tokens: none"
                : "Legacy tokens: "
                    + count(all, LegacyToken.Safety.YES)
                    + " of "
                    + Words.count(all.size())
                    + " safe to delete",
        known,
        List.copyOf(groups),
        all.size() - telling.tokens.size(),
        safe.stream()
            .map(
                s ->
                    "kubectl -n "
                        + s.namespace()
                        + " label secret "
                        + s.name()
                        + " kubernetes.io/legacy-token-invalid-since="
                        + today)
            .toList(),
        safe.isEmpty()
            ? ""
            : "kubectl -n " + safe.get(0).namespace() + " delete secret " + safe.get(0).name());
  }

  static long count(List<LegacyToken> tokens, LegacyToken.Safety safety) {
    return tokens.stream().filter(t -> t.safety() == safety).count();
  }

  private static String sign(LegacyToken.Safety safety) {
    return switch (safety) {
      case YES -> "✓";
      case NO -> "✕";
      case UNKNOWN -> "?";
    };
  }

  private static Row row(LegacyToken t, LifeBar.Scale scale, Telling telling) {
    TokenSecret s = t.secret();
    String label = labelled(Show.text(s.lastUsedLabel(), 40));
    String observed =
        t.lastUsedObserved().map(at -> Words.date(at) + " " + Words.clock(at) + ", log").orElse("");
    String used =
        observed.isEmpty()
            ? (label.isEmpty() ? "no label" : label)
            : observed + (label.isEmpty() ? "" : "; " + label);
    return new Row(
        telling.anchors.id(s.ref()),
        Show.text(s.namespace() + "/" + s.name(), 300),
        Show.text(s.serviceAccount(), 160) + t.origin().map(o -> ", " + o.code()).orElse(""),
        s.createdAt().map(Words::date).orElse(""),
        LifeBar.of(t, scale).stream().toList(),
        used,
        sign(t.safety()) + " " + t.safety().code(),
        t.verdict().code(),
        Show.text(t.reason(), 500));
  }

  /** What a last-used label says, which is a day; one that is none is shown as it stands. */
  private static String labelled(String label) {
    if (label.isEmpty()) {
      return "";
    }
    try {
      return Words.date(LocalDate.parse(label).atStartOfDay(ZoneOffset.UTC).toInstant())
          + ", label";
    } catch (DateTimeParseException e) {
      return label + ", label";
    }
  }
}
