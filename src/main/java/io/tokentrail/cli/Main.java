package io.tokentrail.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code tokentrail}: lists the verbs, turns failures into exit codes, and alone exits.
 */
@Command(
    name = "tokentrail",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Whose 401 is it, and does it follow token rotation?",
      "Reads Kubernetes audit logs, snapshots, metrics and component logs; offline, nothing is sent anywhere.",
      ""
    },
    subcommands = {
      Analyze.class,
      Inspect.class,
      RenderAgain.class,
      Explain.class,
      Diff.class,
      Verify.class,
      DecodeToken.class,
      CollectScript.class,
      Demo.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage",
      "3:nothing could be read or no event matched, or an output could not be written",
      "4:internal error",
      "10:a finding at or above --fail-on",
      "11:coverage under --min-coverage, or --strict and something was rejected",
      "12:verification failed",
      "130:interrupted"
    },
    footer = {"", "Start with: tokentrail demo", "A verb's options: tokentrail VERB --help"})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private final List<String> given;

  private Main(String... given) {
    this.given = List.of(given);
  }

  /** The command, to be asked what it takes. */
  Main() {
    this(new String[0]);
  }

  /** What the user typed, before a file's options were put in. */
  List<String> given() {
    return given;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Errors.ended(err)));
    int code = run(out, err, args);
    out.flush();
    Errors.finished();
    System.exit(code);
  }

  /** Runs the command, results to one writer and everything else to the other. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main(args));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Errors::afterwards);
    line.setParameterExceptionHandler(Errors::usage);
    try {
      return line.execute(withConfig(line, args));
    } catch (ParameterException e) {
      return Errors.usage(e, args);
    }
  }

  private static String[] withConfig(CommandLine line, String... args) {
    CommandLine verb = args.length == 0 ? null : line.getSubcommands().get(args[0]);
    return verb == null ? args : ConfigFile.expand(verb, List.of(args)).toArray(String[]::new);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
