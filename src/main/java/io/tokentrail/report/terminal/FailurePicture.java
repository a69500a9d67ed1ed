package io.tokentrail.report.terminal;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Report;
import io.tokentrail.report.Bins;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Headline;
import io.tokentrail.report.Links;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 401s over time, one row a cause, over one axis. */
final class FailurePicture {

  private static final int COLUMNS = 48;
  private static final int MOST_ROWS = 5;
  private static final int TICK = 12;

  /** From here on the hour of a tick says nothing. */
  private static final Duration LONG = Duration.ofDays(8);

  private final Report report;
  private final Headline headline;
  private final Bins bins;

  FailurePicture(Report report, Headline headline) {
    this.report = report;
    this.headline = headline;
    this.bins = Bins.exactly(headline.span(), COLUMNS);
  }

  List<String> lines() {
    List<Attributed> all = report.caseFile().failures();
    Map<String, List<Attributed>> rows = rows(all);
    int number = Math.max(7, Words.count(all.size()).length() + 1);
    int longest = rows.keySet().stream().mapToInt(String::length).max().orElse(3) + 1;
    int label = Math.min(Math.max(4, longest), Screen.NARROWEST - COLUMNS - number);
    Sparkline scale = new Sparkline(bins.count(all));
    boolean[] dark = dark();
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(label) + axis());
    lines.add(row("all", all, label, scale, dark));
    rows.forEach((name, some) -> lines.add(row(name, some, label, scale, dark)));
    return lines;
  }

  private String row(
      String name, List<Attributed> some, int label, Sparkline scale, boolean[] dark) {
    String count = Words.count(some.size());
    return Lines.left(Words.cutMiddle(name, label - 1), label)
        + Lines.left(scale.draw(bins.count(some), dark), COLUMNS)
        + Lines.right(count, Math.min(9, Screen.NARROWEST - label - COLUMNS));
  }

  private String axis() {
    StringBuilder out = new StringBuilder();
    Interval span = headline.span();
    for (int column = 0; column < COLUMNS; column += TICK) {
      out.append(Lines.left(tick(bins.start(column), span), TICK));
    }
    return out.append("  401s").toString().stripTrailing();
  }

  private static String tick(Instant at, Interval span) {
    if (!Words.needsDay(span)) {
      return Words.clock(at);
    }
    boolean days = span.length().compareTo(LONG) >= 0;
    return days ? Words.day(at) : Words.day(at) + " " + Words.clock(at).substring(0, 2) + "h";
  }

  /** Token failures by cause, most first; then what is no token failure; then the rest. */
  private Map<String, List<Attributed>> rows(List<Attributed> all) {
    Links links = new Links(report);
    Map<CauseCode, List<Attributed>> byCause = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      byCause
          .computeIfAbsent(finding.diagnosis().cause(), c -> new ArrayList<>())
          .addAll(finding.diagnosis().explains());
    }
    List<Map.Entry<CauseCode, List<Attributed>>> token =
        byCause.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty() && !CauseWords.noTokenFailure(e.getKey()))
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<CauseCode, List<Attributed>> e) -> -e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    Map<String, List<Attributed>> rows = new LinkedHashMap<>();
    token.stream().limit(MOST_ROWS).forEach(e -> rows.put(e.getKey().name(), e.getValue()));
    put(
        rows,
        "other causes",
        token.stream().skip(MOST_ROWS).flatMap(e -> e.getValue().stream()).toList());
    put(
        rows,
        "not token failures",
        byCause.entrySet().stream()
            .filter(e -> CauseWords.noTokenFailure(e.getKey()))
            .flatMap(e -> e.getValue().stream())
            .toList());
    put(
        rows,
        "no finding",
        all.stream().filter(a -> links.finding(a.failure()).isEmpty()).toList());
    return rows;
  }

  private static void put(Map<String, List<Attributed>> rows, String name, List<Attributed> some) {
    if (!some.isEmpty()) {
      rows.put(name, some);
    }
  }

  /** Columns in which no audit file has a minute with events. */
  private boolean[] dark() {
    boolean[] dark = new boolean[COLUMNS];
    Arrays.fill(dark, true);
    for (AuditFile file : report.caseFile().facts().audit().files()) {
      for (long minute : file.minutes().keySet()) {
        int from = bins.column(Instant.ofEpochSecond(minute * 60));
        int to = bins.column(Instant.ofEpochSecond(minute * 60 + 59));
        Arrays.fill(dark, from, to + 1, false);
      }
    }
    return dark;
  }
}
