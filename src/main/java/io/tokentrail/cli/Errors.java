package io.tokentrail.cli;

import io.tokentrail.pipeline.RunFailed;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
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
    PrintWriter err = line.getErr();
    err.println("tokentrail: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("  All options: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
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
