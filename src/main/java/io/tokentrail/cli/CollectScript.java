package io.tokentrail.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code collect-script}: prints the script that an operator runs beside the cluster. It stands in
 * {@code collect.sh}, so that it can be read, checked and run as it is.
 */
@Command(
    name = "collect-script",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints a shell script that collects what analyze reads, with kubectl alone. It changes nothing in the cluster and"
          + " takes no Secret's value unless asked.",
      ""
    },
    footer = {
      "",
      "  tokentrail collect-script > collect.sh",
      "  sh collect.sh --help              its own options",
      "  sh collect.sh --rbac alice        the roles that it needs, for an",
      "                                    administrator to read and apply",
      "  sh collect.sh --out cluster",
      "  tokentrail analyze cluster audit.log --out report"
    })
final class CollectScript implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(text());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }

  static String text() {
    try (InputStream in = CollectScript.class.getResourceAsStream("collect.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
