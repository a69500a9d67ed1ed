package io.tokentrail.cli;

import io.tokentrail.compare.Comparison;
import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Severity;
import io.tokentrail.pipeline.OutputFolder;
import io.tokentrail.pipeline.RunFailed;
import io.tokentrail.report.csv.ChangesTable;
import io.tokentrail.report.html.ChangesPage;
import io.tokentrail.report.json.ChangesJson;
import io.tokentrail.report.json.EditionJson;
import io.tokentrail.report.terminal.ChangesScreen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two reports. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Says what changed between two reports: findings and legacy tokens that are new, worse, better or gone.",
      ""
    },
    footer = {
      "",
      "OLD and NEW are folders that `tokentrail analyze --out` left. Findings are matched by their id, which stays the"
          + " same as long as the problem does; tokens by their Secret.",
      "",
      "  worse         a higher severity, or half as many 401s again per hour of",
      "                log and ten more in all; for a token: further from being gone",
      "  not checked   it was there, and the newer input cannot tell if it still is",
      "",
      "  tokentrail diff report-q1 report-q2",
      "  tokentrail diff report-q1 report-q2 --csv > changes.csv",
      "  tokentrail diff last-night tonight --fail-on high",
      "                for a pipeline: exit 10 only for what is new or worse, and",
      "                not accepted by an exception",
      "",
      "Exit codes: 0 done, whatever changed; 3 OLD or NEW is no report; 10 see --fail-on."
    })
final class Diff implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older report.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer report.")
  private Path fresh;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit 10 when a finding that is new or worse, and not accepted, is this bad or worse:"
              + " ${COMPLETION-CANDIDATES}. Default: off.")
  private Severity failOn;

  @Option(names = "--json", description = "The changes as JSON on stdout.")
  private boolean json;

  @Option(names = "--csv", description = "The changes as CSV on stdout, unchanged ones included.")
  private boolean csv;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also leave the changes in this folder, as HTML, CSV and JSON.")
  private Path out;

  @Option(names = "--force", description = "Replace DIR when it exists.")
  private boolean force;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    if (json && csv) {
      throw new ParameterException(
          spec.commandLine(), "--json and --csv both want stdout: one of them, or --out DIR");
    }
    if (out != null) {
      new OutputFolder(out, force).check();
    }
    Changes changes = Comparison.of(read(old), read(fresh));
    if (out != null) {
      new OutputFolder(out, force).write(dir -> write(changes, dir));
    }
    PrintWriter results = spec.commandLine().getOut();
    results.print(
        json
            ? ChangesJson.of(changes)
            : csv
                ? ChangesTable.text(changes)
                : ChangesScreen.render(changes, Screens.of(terminal)));
    results.flush();
    boolean fails = failOn != null && changes.findings().stream().anyMatch(this::badEnough);
    return (fails ? ExitCode.FINDING : ExitCode.DONE).code();
  }

  private boolean badEnough(Changes.OfFinding finding) {
    return finding.alarms() && finding.latest().severity().compareTo(failOn) <= 0;
  }

  private static void write(Changes changes, Path dir) throws IOException {
    Files.writeString(dir.resolve("changes.html"), ChangesPage.text(changes));
    Files.writeString(dir.resolve("changes.csv"), ChangesTable.text(changes));
    Files.writeString(dir.resolve("changes.json"), ChangesJson.of(changes));
  }

  /** The report in a folder; used for {@code --baseline} too. */
  static Edition read(Path place) {
    try {
      return EditionJson.read(place);
    } catch (IOException e) {
      boolean there = Files.exists(place.resolve("report.json")) || Files.isRegularFile(place);
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          place + " is no report: " + (there ? said(e) : "there is no report.json"),
          List.of("Expected: the folder that `tokentrail analyze --out DIR` wrote."));
    }
  }

  /** The first line: Jackson's further ones quote the source. */
  private static String said(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
  }
}
