package io.tokentrail.cli;

import io.tokentrail.pipeline.RunFailed;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Failures told to the operator: what, where, expected and found, what to do. Never a stack trace
 * unless asked.
 */
final class Errors {

  private static final AtomicBoolean FINISHED = new AtomicBoolean();
  private static final AtomicBoolean INTERRUPTED = new AtomicBoolean();

  private Errors() {}

  /** The command has said all it has to say; the process may end. */
  static void finished() {
    FINISHED.set(true);
  }

  /**
   * The process ends. Before the command has finished that is Ctrl-C, and what breaks on the way is
   * no news.
   */
  static void ended(PrintWriter err) {
    if (!FINISHED.get()) {
      INTERRUPTED.set(true);
      err.println("\ntokentrail: interrupted, nothing written");
      err.flush();
    }
  }

  /** A wrong command line. */
  static int usage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    List<String> strange = strange(line, args);
    if (e instanceof MissingParameterException && !strange.isEmpty()) {
      // A misspelt option leaves the one that was meant out: what was typed is the news.
      return usage(new UnmatchedArgumentException(line, strange), args);
    }
    PrintWriter err = line.getErr();
    err.println("tokentrail: " + plain(e.getMessage()) + fromFile(e));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("  All options: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private static List<String> strange(CommandLine line, String... args) {
    return Arrays.stream(args)
        .filter(a -> a.startsWith("--"))
        .map(a -> a.replaceFirst("=.*", ""))
        .filter(a -> line.getCommandSpec().findOption(a) == null)
        .toList();
  }

  private static String plain(String message) {
    return message
        .replaceFirst("' is not an? (int|long)$", "' is no whole number")
        .replaceFirst("' is not a double$", "' is no number");
  }

  /** The file that a wrong value comes from, when the user did not type it. */
  private static String fromFile(ParameterException e) {
    Object top =
        e.getCommandLine().getParent() == null ? null : e.getCommandLine().getParent().getCommand();
    if (!(top instanceof Main main) || !(e.getArgSpec() instanceof OptionSpec option)) {
      return "";
    }
    boolean typed =
        main.given().stream()
            .anyMatch(
                a ->
                    Arrays.stream(option.names())
                        .anyMatch(n -> a.equals(n) || a.startsWith(n + "=")));
    return typed ? "" : ConfigFile.named(main.given()).map(f -> " (in " + f + ")").orElse("");
  }

  /** A run that failed. */
  static int afterwards(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (INTERRUPTED.get()) {
      return ExitCode.INTERRUPTED.code();
    }
    if (e instanceof RunFailed failed) {
      err.println("tokentrail: " + failed.getMessage());
      failed.details().forEach(d -> err.println("  " + d));
      return ExitCode.NOTHING.code();
    }
    err.println(
        "tokentrail: internal error: " + e.getClass().getSimpleName() + ": " + e.getMessage());
    if (parsed.hasMatchedOption("--verbose") || verboseBelow(parsed)) {
      e.printStackTrace(err);
    } else {
      err.println(
          "  This is a bug. With --verbose the stack trace is printed; it holds no input data.");
    }
    return ExitCode.INTERNAL.code();
  }

  private static boolean verboseBelow(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("--verbose");
  }
}
