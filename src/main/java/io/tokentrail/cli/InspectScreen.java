package io.tokentrail.cli;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Snapshot;
import io.tokentrail.report.terminal.Grid;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One screen of what was read. */
final class InspectScreen {

  private static final int MARGIN = 10;
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
    table("Lacking", Unseen.missing(facts));
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
    if (facts.audit().span().isPresent()) {
      out.append('\n');
      new CoverageBars(facts, coverage, screen).lines().forEach(l -> out.append(l).append('\n'));
    }
  }

  private void blindSpots() {
    if (facts.audit().files().isEmpty()) {
      return;
    }
    out.append('\n');
    label(
        "Stages",
        (facts.audit().hasStage("ResponseStarted")
                ? "ResponseStarted is there: 401s are visible. "
                : "no ResponseStarted: the policy omits it, so 401s are invisible. ")
            + shares(summed(AuditFile::stages)));
    label("Levels", shares(summed(AuditFile::levels)));
    Map<String, Long> requests = summed(AuditFile::tokenRequestLevels);
    if (!requests.isEmpty()) {
      label("", "serviceaccounts/token: " + shares(requests));
    }
    label(
        "401s",
        count(facts.audit().failures().stream().filter(f -> !f.proxied()).count())
            + " refused by the API server's authenticator");
    servers();
    table("Unseen", Unseen.byPolicy(facts.audit()));
    String envelope = "Envelope";
    for (String spot : facts.audit().blindSpots()) {
      label(envelope, spot);
      envelope = "";
    }
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

  private void servers() {
    List<String> folders =
        facts.audit().files().stream().map(AuditFile::source).distinct().sorted().toList();
    String version = facts.latestSnapshot().map(Snapshot::serverVersion).orElse("");
    label(
        "Servers",
        count(folders.size())
            + (folders.size() == 1 ? " API server" : " API servers, one a folder")
            + (version.isEmpty() ? "" : ", " + version));
  }

  /** What is not there, each with what follows from that. */
  private void table(String head, List<Unseen> all) {
    String first = head;
    for (Unseen one : all) {
      label(first, one.what() + ": " + one.then());
      first = "";
    }
  }

  private void label(String head, String text) {
    out.append(Lines.labelled(head, MARGIN, screen.safe(text), screen.width()));
  }

  private Map<String, Long> summed(Function<AuditFile, Map<String, Long>> of) {
    return facts.audit().files().stream()
        .flatMap(f -> of.apply(f).entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  private static String shares(Map<String, Long> counts) {
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() + " " + CoverageBars.percent(e.getValue() / all))
        .collect(Collectors.joining(" · "));
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
