package io.tokentrail.cli;

import io.tokentrail.evidence.SigningKey;
import io.tokentrail.model.Account;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Finding;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.pipeline.EvidenceFolder;
import io.tokentrail.pipeline.Inference;
import io.tokentrail.pipeline.OutputFolder;
import io.tokentrail.pipeline.Reading;
import io.tokentrail.pipeline.RunRequest;
import io.tokentrail.report.json.SummaryJson;
import io.tokentrail.report.terminal.Summary;
import io.tokentrail.report.terminal.Written;
import io.tokentrail.spark.LazySpark;
import io.tokentrail.spark.SenderPass;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code analyze}: everything, from bytes to the report. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Reads the inputs and writes a report: which accounts' 401s follow token rotation and why, which legacy tokens"
          + " are stale.",
      ""
    },
    footer = {
      "",
      "Give it what you have: audit logs, `kubectl get -o json` snapshots, kubelet and API-server logs, /metrics, JWKS.",
      "What is missing is said in the report; nothing is guessed.",
      "",
      "  tokentrail analyze audit/ snapshot.json kubelet.log --out report",
      "  tokentrail analyze case/ --out report --fail-on high",
      "                for a pipeline: exit 10 when something is bad"
    })
final class Analyze implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private InputOptions inputs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the report goes.")
  private Path out;

  @Option(names = "--force", description = "Replace DIR when it exists.")
  private boolean force;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The cluster's name, for the report.")
  private String cluster = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InputOptions.TimeText.class,
      description = "Only 401s from here on. ISO 8601 with a zone: 2026-05-04T03:00:00Z.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InputOptions.TimeText.class,
      description = "Only 401s before here.")
  private Instant to;

  @Option(
      names = "--namespace",
      paramLabel = "NS",
      description = "Only accounts of this namespace. Repeatable.")
  private Set<String> namespaces = new HashSet<>();

  @Option(
      names = "--service-account",
      paramLabel = "NS/NAME",
      converter = InputOptions.AccountText.class,
      description = "Only this account. Repeatable.")
  private Set<Account> accounts = new HashSet<>();

  @Mixin private ThresholdOptions thresholds;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit 10 when a finding is this bad or worse and not accepted: ${COMPLETION-CANDIDATES}. Default: off.")
  private Severity failOn;

  @Mixin private KnownOptions knownOptions;

  @Option(
      names = "--facts",
      description =
          "Also leave facts/*.parquet for notebooks and queries: every 401 without a limit, token requests, uses, pods,"
              + " log lines, metrics. Takes some seconds more.")
  private boolean facts;

  @Mixin private EvidenceOptions evidence;

  @Option(
      names = "--min-coverage",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Exit 11 when less of the audit log's span is covered, 0..1. Default: ${DEFAULT-VALUE}.")
  private double minCoverage;

  @Option(
      names = "--strict",
      description = "Exit 11 when a PATH could not be read or a record was rejected.")
  private boolean strict;

  @Option(
      names = "--max-failure-rows",
      paramLabel = "N",
      defaultValue = "100000",
      description = "401s listed at most, the earliest. Default: ${DEFAULT-VALUE}.")
  private int maxFailureRows;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      converter = InputOptions.TimeText.class,
      description =
          "The run's time, instead of the clock's; leaves out host and duration, so that equal inputs give equal bytes."
              + " SOURCE_DATE_EPOCH does the same.")
  private Instant now;

  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "Options from a YAML file: each has its name without the dashes as key, such as `look-back: 30`. The command"
              + " line wins over the file.")
  void config(Path file) {
    // Its options stand on the command line already: ConfigFile puts them there before it is
    // parsed.
  }

  @Option(names = "--json", description = "The summary as JSON on stdout.")
  private boolean json;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Instant began = Instant.now();
    OutputFolder folder = new OutputFolder(out, force);
    folder.check();
    KnownOptions.Known known = knownOptions.read();
    Optional<SigningKey> key = evidence.key();
    if (evidence.wanted()) {
      inputs.hashEverything();
    }
    RunRequest request =
        inputs.request(
            new InputOptions.Scope(
                Optional.ofNullable(from), Optional.ofNullable(to), namespaces, accounts),
            thresholds,
            cluster,
            Clock.fixed(now).orElse(began),
            maxFailureRows);
    Report report = known.in(inferred(request, began), out.toString()).after(since(began));
    List<Written> written = new ArrayList<>();
    folder.write(
        dir -> {
          written.addAll(Outputs.write(report, dir, out.toString()));
          if (facts) {
            written.add(Outputs.facts(report, dir, out.toString()));
          }
          if (evidence.wanted()) {
            EvidenceFolder.Order order =
                evidence.order(key, report.run().fixed(), knownOptions.besides());
            written.add(Outputs.evidence(report, dir, out.toString(), order));
          }
        });
    Report told = report.after(since(began));
    PrintWriter results = spec.commandLine().getOut();
    results.print(
        json
            ? SummaryJson.of(told)
            : Summary.render(told, Screens.of(terminal), out.toString(), written));
    results.flush();
    return verdict(report).code();
  }

  private Report inferred(RunRequest request, Instant began) {
    try (LazySpark spark = new LazySpark(request.master(), request.sparkAsked())) {
      Facts read;
      try (Narrator narrator = Narrator.of(terminal, spec.commandLine().getErr())) {
        read = Reading.of(request, narrator, spark);
      }
      return Inference.of(read, request, run(began), SenderPass.of(spark));
    }
  }

  private static Duration since(Instant began) {
    return Duration.between(began, Instant.now());
  }

  private Report.Run run(Instant began) {
    Optional<Instant> fixed = Clock.fixed(now);
    return fixed.isPresent()
        ? new Report.Run(Version.number(), "", cluster, fixed.get(), true, "", Optional.empty())
        : new Report.Run(
            Version.number(), Version.commit(), cluster, began, false, host(), Optional.empty());
  }

  private ExitCode verdict(Report report) {
    if (strict && report.caseFile().facts().inputs().stream().anyMatch(Analyze::lacking)) {
      return ExitCode.COVERAGE;
    }
    if (report.coverage().orElse(1.0) < minCoverage) {
      return ExitCode.COVERAGE;
    }
    if (failOn != null && report.findings().stream().anyMatch(f -> badEnough(f, report))) {
      return ExitCode.FINDING;
    }
    return ExitCode.DONE;
  }

  private boolean badEnough(Finding finding, Report report) {
    return finding.diagnosis().severity().compareTo(failOn) <= 0
        && report.exemptions().accepting(finding).isEmpty();
  }

  private static boolean lacking(InputFile file) {
    return file.rejected() > 0 || !file.problem().isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
