package io.tokentrail.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a verb speaks on a terminal. */
final class TerminalOptions {

  @Option(names = "--ascii", description = "Draw with ASCII characters only.")
  boolean ascii;

  @Option(
      names = "--no-color",
      description = "No colours. NO_COLOR in the environment does the same.")
  boolean noColor;

  @Option(names = "--quiet", description = "No progress and no notices; errors are still told.")
  boolean quiet;

  @Option(names = "--no-progress", description = "Plain lines instead of a progress bar.")
  boolean noProgress;

  @Option(names = "--verbose", description = "Tell more; print stack traces of internal errors.")
  boolean verbose;

  /** The same options for a verb that this one calls. */
  List<String> asArguments() {
    List<String> all = new ArrayList<>();
    addIf(all, ascii, "--ascii");
    addIf(all, noColor, "--no-color");
    addIf(all, quiet, "--quiet");
    addIf(all, noProgress, "--no-progress");
    addIf(all, verbose, "--verbose");
    return all;
  }

  private static void addIf(List<String> all, boolean set, String name) {
    if (set) {
      all.add(name);
    }
  }
}
