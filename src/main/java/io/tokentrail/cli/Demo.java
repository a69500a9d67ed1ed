package io.tokentrail.cli;

import io.tokentrail.pipeline.RunFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: analyses the samples, so that a newcomer sees a report within seconds. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Analyses the samples that come with the project and says where the reports are.",
      ""
    })
final class Demo implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo-report",
      description =
          "Where the reports go; what a demo left there before is replaced. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    List<Path> all = folders(home().resolve("samples"));
    for (Path sample : all) {
      Path report = all.size() == 1 ? out : out.resolve(String.valueOf(sample.getFileName()));
      List<String> args =
          new ArrayList<>(
              List.of("analyze", sample.toString(), "--out", report.toString(), "--force"));
      args.addAll(List.of("--cluster", String.valueOf(sample.getFileName())));
      args.addAll(terminal.asArguments());
      PrintWriter results = spec.commandLine().getOut();
      int code = Main.run(results, spec.commandLine().getErr(), args.toArray(String[]::new));
      if (code != ExitCode.DONE.code()) {
        return code;
      }
      results.println("\nOpen " + report.resolve("report.html"));
      results.flush();
    }
    return ExitCode.DONE.code();
  }

  /** Where the checkout is, as the user would write it from here. */
  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    Path home =
        Path.of(Optional.ofNullable(System.getenv("TOKENTRAIL_HOME")).orElse("")).toAbsolutePath();
    return home.startsWith(here) ? here.relativize(home) : home;
  }

  private static List<Path> folders(Path samples) {
    if (!Files.isDirectory(samples)) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          "no samples in " + samples,
          List.of("The demo runs from a checkout of the project: ./tokentrail demo"));
    }
    try (Stream<Path> files = Files.list(samples)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
