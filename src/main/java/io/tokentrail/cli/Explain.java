package io.tokentrail.cli;

import io.tokentrail.diagnose.Pages;
import io.tokentrail.model.CauseCode;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import java.io.PrintWriter;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain CODE}: the page of a cause. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Explains a cause: what it looks for, how it is seen, how to confirm it by hand, how to fix and prevent it.",
      ""
    },
    footer = {"", "Without CODE the causes are listed.", "", "  tokentrail explain ROTATION_STALL"})
final class Explain implements Callable<Integer> {

  private static final Pattern MARK = Pattern.compile("^(?:- |\\d+\\. )");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "A cause, as findings.csv names it.")
  private String code;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Screen screen = Screens.of(terminal);
    PrintWriter out = spec.commandLine().getOut();
    if (code == null) {
      Arrays.stream(CauseCode.values())
          .filter(Explain::written)
          .forEach(c -> out.println(screen.shown(Lines.left(c.name(), 26) + CauseWords.title(c))));
    } else {
      page(cause(), screen).forEach(out::println);
    }
    out.flush();
    return ExitCode.DONE.code();
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
    String text = paragraph.toString().replace("`", "");
    Matcher mark = MARK.matcher(text);
    String head = mark.find() ? mark.group() : "";
    Lines.labelled("  " + head, 2 + head.length(), text.substring(head.length()), screen.width())
        .lines()
        .forEach(l -> lines.add(screen.shown(l)));
    paragraph.setLength(0);
  }
}
