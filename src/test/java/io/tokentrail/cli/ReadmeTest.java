package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.report.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The README is part of the program: what it says of options, verbs, files and links is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final String START = "<!-- options:analyze -->\n";
  private static final String END = "<!-- /options:analyze -->";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static CommandLine command() {
    return new CommandLine(new Main());
  }

  @Test
  void theOptionsOfAnalyzeAreThoseOfTheParser() throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf(START) + START.length();
    int to = readme.indexOf(END);
    assertTrue(from >= START.length() && to >= from, "the README marks where the options stand");
    String table = table(command().getSubcommands().get("analyze").getCommandSpec());
    if (Boolean.getBoolean("tokentrail.regenerate")) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
      return;
    }
    assertEquals(table, readme.substring(from, to));
  }

  @Test
  void everyVerbIsInTheReadme() throws IOException {
    String readme = Files.readString(README);
    for (String verb : command().getSubcommands().keySet()) {
      if (!verb.equals("help")) {
        assertTrue(readme.contains("| `" + verb), verb);
      }
    }
  }

  @Test
  void everyExitCodeIsInTheReadmeAndInTheHelp() throws IOException {
    String readme = Files.readString(README).replaceAll("\\s+", " ");
    String help = command().getUsageMessage();
    for (ExitCode code : ExitCode.values()) {
      assertTrue(
          readme.contains(
              code.code()
                  + " "
                  + code.meaning()
                      .replace("--fail-on", "`--fail-on`")
                      .replace("--min-coverage", "`--min-coverage`")
                      .replace("--strict", "`--strict`")),
          code.meaning());
      assertTrue(
          help.replaceAll("\\s+", " ").contains(code.code() + " " + code.meaning()),
          code.meaning());
    }
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    try (Stream<Path> site = Files.walk(Path.of("src/site"))) {
      List<Path> pages =
          Stream.concat(
                  site.filter(p -> p.toString().endsWith(".md")),
                  Stream.of(README, Path.of("samples/README.md"), Path.of("notebooks/README.md")))
              .toList();
      for (Path page : pages) {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
          Path parent = page.toAbsolutePath().getParent();
          if (!Files.exists(parent.resolve(link.group(1)))) {
            dead.add(page + " -> " + link.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), dead);
  }

  @Test
  void everyOptionSaysWhatItIs() {
    for (CommandLine verb : command().getSubcommands().values()) {
      for (OptionSpec option : verb.getCommandSpec().options()) {
        assertTrue(
            option.description().length > 0, verb.getCommandName() + " " + option.longestName());
      }
    }
    assertTrue(ReportFormats.ALL.size() >= 3);
  }

  private static String table(CommandSpec spec) {
    StringBuilder table = new StringBuilder("| option | what it does |\n| --- | --- |\n");
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        String name =
            option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
        String text =
            String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", candidates(option));
        table
            .append("| `")
            .append(name)
            .append("` | ")
            .append(text.replace("|", "\\|"))
            .append(" |\n");
      }
    }
    return table.toString();
  }

  private static String candidates(OptionSpec option) {
    return option.completionCandidates() == null
        ? ""
        : String.join(", ", option.completionCandidates());
  }
}
