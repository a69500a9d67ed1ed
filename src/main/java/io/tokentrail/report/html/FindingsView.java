package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Outcome;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Section 4: the findings, then every cause that was looked for.
 *
 * @param title the heading
 * @param attribution how many senders are known
 * @param articles findings told in full
 * @param groups the others, by cause
 * @param more how many more csv/findings.csv lists
 * @param causes what examining each cause came to
 */
public record FindingsView(
    String title,
    String attribution,
    List<FindingView> articles,
    List<Group> groups,
    int more,
    List<Cause> causes) {

  private static final int MOST_OF_A_CAUSE = 20;

  /**
   * Findings of one cause that are not told in full.
   *
   * @param code the cause
   * @param title the cause in words
   * @param count how many there are
   * @param rows those shown
   */
  public record Group(String code, String title, String count, List<FindingView> rows) {}

  /**
   * A cause that was looked for.
   *
   * @param code its code
   * @param title in words
   * @param verdict found, clear, not checked
   * @param sign the verdict's sign
   * @param text what was looked at, or what is missing
   * @param links findings shown
   */
  public record Cause(
      String code, String title, String verdict, String sign, String text, List<String> links) {}

  static FindingsView of(Telling telling) {
    Report report = telling.report;
    List<FindingView> articles = new ArrayList<>();
    for (Finding finding : telling.articles) {
      articles.add(FindingView.of(finding, articles.size() + 1, telling));
    }
    long causes = report.findings().stream().map(f -> f.diagnosis().cause()).distinct().count();
    List<Group> groups = groups(telling);
    int listed = groups.stream().mapToInt(g -> g.rows().size()).sum();
    return new FindingsView(
        report.findings().isEmpty()
            ? "Nothing was found"
            : "What was found: "
                + Words.count(report.findings().size(), "finding")
                + " of "
                + Words.count(causes, "cause"),
        attribution(report),
        List.copyOf(articles),
        groups,
        report.findings().size() - articles.size() - listed,
        Outcome.all(report).entrySet().stream()
            .map(e -> cause(e.getKey(), e.getValue(), telling))
            .toList());
  }

  private static String attribution(Report report) {
    List<Attributed> all = report.caseFile().failures();
    if (all.isEmpty()) {
      return "";
    }
    long named = all.stream().filter(a -> a.sender().account().isPresent()).count();
    long accounts = all.stream().flatMap(a -> a.sender().account().stream()).distinct().count();
    return "An event of a refused request names no account. Who sent it is inferred: "
        + Show.count(named)
        + " of "
        + Show.count(all.size())
        + " ("
        + Show.percent((double) named / all.size())
        + ") were attributed to "
        + Show.count(accounts, "account")
        + ". Of senders given with confidence 0.9, about 90 % are right.";
  }

  private static List<Group> groups(Telling telling) {
    Map<CauseCode, List<Finding>> by = new TreeMap<>();
    telling.listed.forEach(
        f -> by.computeIfAbsent(f.diagnosis().cause(), c -> new ArrayList<>()).add(f));
    return by.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getValue().get(0)))
        .map(
            e ->
                new Group(
                    e.getKey().name(),
                    CauseWords.title(e.getKey()),
                    Words.count(e.getValue().size(), "finding"),
                    e.getValue().stream()
                        .limit(MOST_OF_A_CAUSE)
                        .map(f -> FindingView.of(f, 0, telling))
                        .toList()))
        .toList();
  }

  private static Cause cause(CauseCode code, Outcome outcome, Telling telling) {
    List<String> links =
        telling.report.findings().stream()
            .filter(f -> f.diagnosis().cause() == code)
            .map(Finding::id)
            .filter(id -> !telling.anchors.link(id).isEmpty())
            .limit(5)
            .toList();
    return new Cause(
        code.name(),
        CauseWords.title(code),
        outcome.kind().words(),
        switch (outcome.kind()) {
          case FOUND -> "→";
          case CLEAR -> "✓";
          case NOT_CHECKED -> "?";
        },
        Show.text(
            switch (outcome.kind()) {
              case FOUND -> "";
              case CLEAR -> "looked at " + outcome.text();
              case NOT_CHECKED -> "needs " + outcome.text();
            },
            300),
        links);
  }
}
