package io.tokentrail.cli;

import io.tokentrail.model.Facts;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.pipeline.Reading;
import io.tokentrail.pipeline.RunRequest;
import io.tokentrail.report.json.InspectionJson;
import io.tokentrail.spark.LazySpark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inspect}: what is in these files, and what cannot be seen in them. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Shows what is in the inputs: kinds, spans, coverage, stages, levels, what was rejected and what is lacking. Judges"
          + " nothing.",
      ""
    },
    footer = {"", "  tokentrail inspect audit/ snapshot.json"})
final class Inspect implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private InputOptions inputs;

  @Option(names = "--json", description = "The same as JSON on stdout.")
  private boolean json;

  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "Options from a YAML file, the same as for analyze; what only that has is passed over.")
  void config(Path file) {
    // Its options stand on the command line already: ConfigFile puts them there before it is
    // parsed.
  }

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Instant began = Instant.now();
    RunRequest request =
        inputs.request(InputOptions.Scope.ALL, new ThresholdOptions(), "", began, 0);
    Facts facts;
    try (Narrator narrator = Narrator.of(terminal, spec.commandLine().getErr());
        LazySpark spark = new LazySpark(request.master(), request.sparkAsked())) {
      facts = Reading.of(request, narrator, spark);
    }
    Duration took = Duration.between(began, Instant.now());
    LogCoverage coverage = LogCoverage.of(facts.audit(), request.thresholds().gap());
    spec.commandLine()
        .getOut()
        .print(
            json
                ? InspectionJson.of(
                    facts,
                    coverage.share(),
                    coverage.gaps(),
                    Unseen.texts(Unseen.byPolicy(facts.audit())),
                    Unseen.texts(Unseen.missing(facts)))
                : new InspectScreen(facts, coverage, took, Screens.of(terminal)).render());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }
}
