package io.tokentrail.cli;

import io.tokentrail.compare.Acceptance;
import io.tokentrail.compare.Comparison;
import io.tokentrail.compare.Editions;
import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Report;
import io.tokentrail.pipeline.EvidenceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is known already: findings that are accepted, and an older report. */
final class KnownOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--exceptions",
      paramLabel = "FILE",
      description =
          "Findings that are accepted for a while: a YAML file with owner, reason and expiry date of each. They are"
              + " marked and do not count for --fail-on; expired and unused ones are told. Days are counted to the"
              + " newest time in the input, or to --now.")
  private Path exceptions;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description =
          "An older report of the same cluster: the new one says what changed since, as `tokentrail diff` does.")
  private Path baseline;

  /**
   * What was read of these options, before the long work starts.
   *
   * @param file the exceptions file; empty without
   * @param exemptions what it holds
   * @param older the older report
   */
  record Known(String file, List<Exemption> exemptions, Optional<Edition> older) {

    /** The report with what is known about it. */
    Report in(Report report, String name) {
      Report accepted = file.isEmpty() ? report : report.known(judged(report), Optional.empty());
      Optional<Changes> since = older.map(o -> Comparison.of(o, Editions.of(accepted, name)));
      return report.known(accepted.exemptions(), since);
    }

    private Exemptions judged(Report report) {
      Instant at = report.run().at();
      Instant day = report.run().fixed() ? at : report.caseFile().facts().newest().orElse(at);
      LocalDate today = LocalDate.ofInstant(day, ZoneOffset.UTC);
      return Acceptance.of(file, exemptions, report.findings(), report.verdicts(), today);
    }
  }

  /** What was read beside the inputs, with its kind. */
  List<EvidenceFolder.Besides> besides() {
    List<EvidenceFolder.Besides> all = new ArrayList<>();
    if (exceptions != null) {
      all.add(new EvidenceFolder.Besides("exceptions", exceptions));
    }
    if (baseline != null) {
      Path file = Files.isDirectory(baseline) ? baseline.resolve("report.json") : baseline;
      all.add(new EvidenceFolder.Besides("baseline", file));
    }
    return all;
  }

  Known read() {
    return new Known(
        exceptions == null ? "" : exceptions.toString(),
        exceptions == null ? List.of() : ExceptionsFile.read(spec.commandLine(), exceptions),
        Optional.ofNullable(baseline).map(Diff::read));
  }
}
