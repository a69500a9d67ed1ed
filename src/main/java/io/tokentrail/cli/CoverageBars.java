package io.tokentrail.cli;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.model.LogFile;
import io.tokentrail.report.Words;
import io.tokentrail.report.terminal.Grid;
import io.tokentrail.report.terminal.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A bar for each API server's audit log and each component log: where it covers the span. */
final class CoverageBars {

  private static final int COLUMNS = 48;

  /** Rows of one kind; clusters have thousands of nodes, a screen has none of that. */
  private static final int MOST = 6;

  private static final int NAME = 20;

  private final Facts facts;
  private final LogCoverage coverage;
  private final Screen screen;
  private final Interval span;

  CoverageBars(Facts facts, LogCoverage coverage, Screen screen) {
    this.facts = facts;
    this.coverage = coverage;
    this.screen = screen;
    this.span = facts.audit().span().orElseThrow();
  }

  List<String> lines() {
    List<String> all = new ArrayList<>();
    all.add(
        "Coverage, one column = "
            + TokenScreen.spoken(span.length().dividedBy(COLUMNS))
            + "      █ whole   ▒ partly   · nothing");
    NavigableMap<String, List<Interval>> audit = new TreeMap<>();
    for (AuditFile file : facts.audit().files()) {
      audit.put(file.source(), coverage.gaps().getOrDefault(file.source(), List.of()));
    }
    NavigableMap<String, List<Interval>> logs = new TreeMap<>();
    for (LogFile log : facts.logFiles()) {
      if (log.firstAt().isPresent() && log.lastAt().isPresent()) {
        String name = (log.component() + " " + log.host()).strip();
        logs.merge(
            name.isEmpty() ? log.path() : name,
            outside(log.firstAt().get(), log.lastAt().get()),
            CoverageBars::common);
      }
    }
    Grid grid = new Grid("elr");
    rows(audit, "audit ", grid);
    rows(logs, "", grid);
    all.addAll(grid.lines(screen.width()));
    int more = Math.max(0, audit.size() - MOST) + Math.max(0, logs.size() - MOST);
    if (more > 0) {
      all.add("and " + more + " more, see inputs of --json");
    }
    coverage.share().ifPresent(s -> all.add("all API servers: " + percent(s) + " of the span"));
    return all;
  }

  private void rows(NavigableMap<String, List<Interval>> gaps, String kind, Grid grid) {
    gaps.entrySet().stream()
        .limit(MOST)
        .forEach(
            row ->
                grid.row(
                    screen.safe(Words.cutMiddle(kind + shortened(row.getKey()), NAME)),
                    bar(row.getValue()),
                    percent(1 - lost(row.getValue()))));
  }

  /** Of a folder the last name, which is the server's. */
  private static String shortened(String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return name.isEmpty() ? "log" : name;
  }

  private List<Interval> outside(Instant from, Instant to) {
    List<Interval> gaps = new ArrayList<>();
    if (from.isAfter(span.from())) {
      gaps.add(new Interval(span.from(), from.isBefore(span.to()) ? from : span.to()));
    }
    if (to.isBefore(span.to())) {
      gaps.add(new Interval(to.isAfter(span.from()) ? to : span.from(), span.to()));
    }
    return gaps;
  }

  /** Where both of two files of one program are silent. */
  private static List<Interval> common(List<Interval> a, List<Interval> b) {
    List<Interval> both = new ArrayList<>();
    for (Interval x : a) {
      for (Interval y : b) {
        Instant from = x.from().isAfter(y.from()) ? x.from() : y.from();
        Instant to = x.to().isBefore(y.to()) ? x.to() : y.to();
        if (from.isBefore(to)) {
          both.add(new Interval(from, to));
        }
      }
    }
    return both;
  }

  private String bar(List<Interval> gaps) {
    StringBuilder bar = new StringBuilder();
    Duration step = span.length().dividedBy(COLUMNS);
    for (int i = 0; i < COLUMNS; i++) {
      Interval column =
          new Interval(
              span.from().plus(step.multipliedBy(i)), span.from().plus(step.multipliedBy(i + 1)));
      long silent =
          common(gaps, List.of(column)).stream().mapToLong(g -> g.length().toMillis()).sum();
      double lost = (double) silent / Math.max(1, step.toMillis());
      bar.append(lost < 0.02 ? '█' : lost > 0.98 ? '·' : '▒');
    }
    return bar.toString();
  }

  private double lost(List<Interval> gaps) {
    return gaps.stream().mapToDouble(g -> g.length().toMillis()).sum()
        / Math.max(1, span.length().toMillis());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
