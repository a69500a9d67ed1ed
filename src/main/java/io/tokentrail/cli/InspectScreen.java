package io.tokentrail.cli;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Snapshot;
import io.tokentrail.report.terminal.Grid;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One screen of what was read. */
final class InspectScreen {

  private static final int MARGIN = 10;
  private static final int COLUMNS = 48;
  private static final int MOST = 8;

  private final Facts facts;
  private final LogCoverage coverage;
  private final Duration took;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  InspectScreen(Facts facts, LogCoverage coverage, Duration took, Screen screen) {
    this.facts = facts;
    this.coverage = coverage;
    this.took = took;
    this.screen = screen;
  }

  String render() {
    long bytes = facts.inputs().stream().mapToLong(InputFile::bytes).sum();
    out.append(
        screen.in(
            Style.BOLD,
            String.format(
                Locale.ROOT,
                "%d files, %s, looked through in %.1f s",
                facts.inputs().size(),
                Narrator.size(bytes),
                took.toMillis() / 1000.0)));
    out.append("\n\n");
    kinds();
    streams();
    blindSpots();
    rejected();
    lacking();
    return screen.shown(out.toString());
  }

  private void kinds() {
    Grid grid =
        new Grid("lrrrll").row("kind", "files", "size", "records", "first (UTC)", "last (UTC)");
    for (InputFile.Kind kind : InputFile.Kind.values()) {
      List<InputFile> files = facts.inputs().stream().filter(f -> f.kind() == kind).toList();
      if (!files.isEmpty()) {
        grid.row(
            kind.code(),
            count(files.size()),
            Narrator.size(files.stream().mapToLong(InputFile::bytes).sum()),
            count(files.stream().mapToLong(InputFile::records).sum()),
            time(files.stream().flatMap(f -> f.firstAt().stream()).min(Comparator.naturalOrder())),
            time(files.stream().flatMap(f -> f.lastAt().stream()).max(Comparator.naturalOrder())));
      }
    }
    grid.lines(screen.width()).forEach(l -> out.append(l).append('\n'));
    facts.inputs().stream()
        .filter(f -> f.kind() == InputFile.Kind.UNRECOGNISED || !f.problem().isEmpty())
        .limit(MOST)
        .forEach(
            f ->
                label(
                    "",
                    f.path() + "  " + (f.problem().isEmpty() ? "not recognised" : f.problem())));
  }

  private void streams() {
    Optional<Interval> span = facts.audit().span();
    if (span.isEmpty()) {
      return;
    }
    NavigableMap<String, NavigableSet<Long>> streams = new TreeMap<>();
    for (AuditFile file : facts.audit().files()) {
      streams.computeIfAbsent(file.source(), s -> new TreeSet<>()).addAll(file.minutes().keySet());
    }
    out.append("\nCoverage of the audit log, one column = ")
        .append(TokenScreen.spoken(span.get().length().dividedBy(COLUMNS)))
        .append("      █ whole   ▒ partly   · nothing\n");
    Grid grid = new Grid("elr");
    streams.forEach(
        (stream, minutes) ->
            grid.row(
                screen.safe(stream),
                bar(span.get(), coverage.gaps().getOrDefault(stream, List.of())),
                percent(1 - share(coverage.gaps().getOrDefault(stream, List.of()), span.get()))));
    grid.lines(screen.width()).forEach(l -> out.append(l).append('\n'));
    coverage.share().ifPresent(s -> out.append("all API servers ").append(percent(s)).append('\n'));
  }

  private String bar(Interval span, List<Interval> gaps) {
    StringBuilder bar = new StringBuilder();
    Duration step = span.length().dividedBy(COLUMNS);
    for (int i = 0; i < COLUMNS; i++) {
      Interval column =
          new Interval(
              span.from().plus(step.multipliedBy(i)), span.from().plus(step.multipliedBy(i + 1)));
      double silent = 0;
      for (Interval gap : gaps) {
        if (gap.overlaps(column)) {
          Instant from = gap.from().isAfter(column.from()) ? gap.from() : column.from();
          Instant to = gap.to().isBefore(column.to()) ? gap.to() : column.to();
          silent += Duration.between(from, to).toMillis();
        }
      }
      double lost = silent / Math.max(1, step.toMillis());
      bar.append(lost < 0.02 ? '█' : lost > 0.98 ? '·' : '▒');
    }
    return bar.toString();
  }

  private static double share(List<Interval> gaps, Interval span) {
    return gaps.stream().mapToDouble(g -> g.length().toMillis()).sum()
        / Math.max(1, span.length().toMillis());
  }

  private void blindSpots() {
    if (facts.audit().files().isEmpty()) {
      return;
    }
    out.append('\n');
    Map<String, Long> stages =
        summed(facts.audit().files().stream().map(AuditFile::stages).toList());
    label(
        "Stages",
        facts.audit().hasStage("ResponseStarted")
            ? "ResponseStarted is there: 401s are visible. " + shares(stages)
            : "no ResponseStarted: the policy omits it, so 401s are invisible. " + shares(stages));
    label("Levels", shares(summed(facts.audit().files().stream().map(AuditFile::levels).toList())));
    Map<String, Long> requests =
        summed(facts.audit().files().stream().map(AuditFile::tokenRequestLevels).toList());
    label(
        "",
        requests.isEmpty()
            ? "no TokenRequests in the log: rotation is not visible"
            : "serviceaccounts/token: "
                + shares(requests)
                + (requests.keySet().equals(new TreeSet<>(List.of("Metadata")))
                    ? "; lifetime and audience are not in the log"
                    : ""));
    label(
        "401s",
        count(facts.audit().failures().stream().filter(f -> !f.proxied()).count())
            + " refused by the API server's authenticator");
    long repeated = facts.inputs().stream().mapToLong(InputFile::duplicates).sum();
    if (repeated > 0) {
      label("Repeated", count(repeated) + " events, counted once");
    }
  }

  private void rejected() {
    long all = facts.inputs().stream().mapToLong(InputFile::rejected).sum();
    if (all == 0) {
      return;
    }
    String head = "Rejected";
    for (Reject reject : facts.rejected().stream().limit(MOST).toList()) {
      label(head, reject.path() + " " + reject.positionText() + ": " + reject.why());
      head = "";
    }
    if (all > MOST) {
      label("", "and " + count(all - MOST) + " more");
    }
  }

  private void lacking() {
    List<String> lacking = new ArrayList<>();
    if (facts.audit().files().isEmpty()) {
      lacking.add("audit log");
    }
    for (String component : List.of("kube-apiserver", "kubelet")) {
      if (!facts.hasLogOf(component)) {
        lacking.add(component + " log");
      }
    }
    NavigableSet<String> silent = nodes();
    facts.logFiles().stream()
        .filter(l -> l.component().equals("kubelet"))
        .map(LogFile::host)
        .forEach(silent::remove);
    if (!silent.isEmpty() && facts.hasLogOf("kubelet")) {
      lacking.add("kubelet log of " + silent.size() + " nodes");
    }
    if (facts.snapshots().isEmpty()) {
      lacking.add("snapshot");
    } else if (facts.snapshots().size() == 1) {
      lacking.add("a second snapshot");
    }
    if (!facts.keys().given()) {
      lacking.add("keys (JWKS)");
    }
    if (facts.tokenFiles().isEmpty()) {
      lacking.add("token-files");
    }
    if (!lacking.isEmpty()) {
      label("Lacking", String.join(" · ", lacking));
    }
  }

  private NavigableSet<String> nodes() {
    NavigableSet<String> all = new TreeSet<>();
    facts.latestSnapshot().map(Snapshot::nodes).orElse(List.of()).forEach(n -> all.add(n.name()));
    return all;
  }

  private void label(String head, String text) {
    out.append(Lines.labelled(head, MARGIN, screen.safe(text), screen.width()));
  }

  private static Map<String, Long> summed(List<Map<String, Long>> all) {
    return all.stream()
        .flatMap(m -> m.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  private static String shares(Map<String, Long> counts) {
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() + " " + percent(e.getValue() / all))
        .collect(Collectors.joining(" · "));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
  }

  private static String time(Optional<Instant> at) {
    return at.map(
            t -> t.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", ""))
        .orElse("");
  }
}
