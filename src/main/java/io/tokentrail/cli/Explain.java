package io.tokentrail.cli;

import io.tokentrail.diagnose.Pages;
import io.tokentrail.model.CauseCode;
import io.tokentrail.pipeline.RunFailed;
import io.tokentrail.pipeline.Trouble;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.json.SavedFinding;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: the page of a cause, or the evidence of a finding. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Explains a cause: what it looks for, how it is seen, how to confirm it by hand, how to fix and prevent it. With a"
          + " finding's id and --report, walks through that finding's evidence.",
      ""
    },
    footer = {
      "",
      "Without CODE the causes are listed, with --report the report's findings.",
      "",
      "  tokentrail explain ROTATION_STALL",
      "  tokentrail explain F-8339b177 --report demo-report"
    })
final class Explain implements Callable<Integer> {

  private static final Pattern FINDING = Pattern.compile("F-[0-9a-f]{8}");
  private static final Pattern SINGLE = Pattern.compile("`([^`\\s]*)`");
  private static final Pattern MARK = Pattern.compile("^(?:- |\\d+\\. )");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "A cause, as findings.csv names it, or a finding's id.")
  private String code;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "The report that the finding stands in.")
  private Path report;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Screen screen = Screens.of(terminal);
    PrintWriter out = spec.commandLine().getOut();
    if (code == null && report != null) {
      out.print(FindingsScreen.of(saved(), screen));
    } else if (code == null) {
      Arrays.stream(CauseCode.values())
          .filter(Explain::written)
          .forEach(c -> out.println(screen.shown(Lines.left(c.name(), 26) + CauseWords.title(c))));
    } else if (FINDING.matcher(code).matches()) {
      out.print(new FindingScreen(finding(), screen).render());
    } else {
      page(cause(), screen).forEach(out::println);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private SavedFinding finding() {
    if (report == null) {
      throw new ParameterException(
          spec.commandLine(), code + " is a finding: say in which report, --report DIR");
    }
    return saved().stream()
        .filter(f -> f.id().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new RunFailed(
                    RunFailed.Kind.NOTHING_READ,
                    report + " has no finding " + code,
                    List.of("Its findings: tokentrail explain --report " + report)));
  }

  private List<SavedFinding> saved() {
    try {
      return SavedFinding.all(report);
    } catch (IOException e) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          "cannot read " + report.resolve("report.json") + ": " + Trouble.of(e),
          List.of("Expected: the folder that `tokentrail analyze --out DIR` wrote."));
    }
  }

  private CauseCode cause() {
    String wanted = code.toUpperCase(Locale.ROOT).replace('-', '_');
    for (CauseCode c : CauseCode.values()) {
      if (c.name().equals(wanted) && written(c)) {
        return c;
      }
    }
    CauseCode nearest =
        Arrays.stream(CauseCode.values())
            .filter(Explain::written)
            .min(
                Comparator.comparingInt(
                        (CauseCode c) ->
                            LevenshteinDistance.getDefaultInstance().apply(c.name(), wanted))
                    .thenComparing(CauseCode::name))
            .orElseThrow();
    throw new ParameterException(
        spec.commandLine(),
        "no cause " + code + "\n  Did you mean " + nearest + "? All: tokentrail explain");
  }

  private static boolean written(CauseCode cause) {
    return Pages.text(cause).isPresent();
  }

  private static String text(CauseCode cause) {
    return Pages.text(cause).orElseThrow();
  }

  private static List<String> page(CauseCode cause, Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.add(screen.in(Style.BOLD, cause.name()) + "   " + screen.shown(CauseWords.title(cause)));
    boolean code = false;
    StringBuilder paragraph = new StringBuilder();
    for (String line : text(cause).lines().skip(1).toList()) {
      if (line.startsWith("```")) {
        flush(paragraph, lines, screen);
        code = !code;
      } else if (code) {
        lines.add("    " + screen.shown(line));
      } else if (line.startsWith("## ")) {
        flush(paragraph, lines, screen);
        lines.add("");
        lines.add(screen.in(Style.BOLD, screen.shown(line.substring(3))));
      } else if (line.isBlank()) {
        flush(paragraph, lines, screen);
      } else if (line.startsWith("- ") || line.startsWith("| ") || line.matches("\\d+\\. .*")) {
        flush(paragraph, lines, screen);
        paragraph.append(line);
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(paragraph, lines, screen);
    return lines;
  }

  /** A list item's second line stands under its text, not under its mark. */
  private static void flush(StringBuilder paragraph, List<String> lines, Screen screen) {
    if (paragraph.isEmpty()) {
      return;
    }
    // A command of several words keeps its marks, so that one sees where it ends.
    String text = SINGLE.matcher(paragraph).replaceAll("$1");
    Matcher mark = MARK.matcher(text);
    String head = mark.find() ? mark.group() : "";
    int margin = 2 + head.length();
    Lines.beside(
            "  " + head,
            margin,
            Lines.wrapWhole(text.substring(head.length()), screen.width() - margin))
        .lines()
        .forEach(l -> lines.add(screen.shown(l)));
    paragraph.setLength(0);
  }
}
