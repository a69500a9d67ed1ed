package io.tokentrail.cli;

import io.tokentrail.model.Facts;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.pipeline.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Instant began = Instant.now();
    Facts facts;
    try (Narrator narrator = Narrator.of(terminal, spec.commandLine().getErr())) {
      facts =
          Reading.of(inputs.request(InputOptions.Scope.ALL, Duration.ZERO, "", began, 0), narrator);
    }
    Duration took = Duration.between(began, Instant.now());
    spec.commandLine()
        .getOut()
        .print(
            new InspectScreen(facts, LogCoverage.of(facts.audit()), took, Screens.of(terminal))
                .render());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }
}
