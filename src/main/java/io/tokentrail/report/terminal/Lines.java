package io.tokentrail.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Filling lines: wrapping, padding, labels in the margin. One code point is one column. */
public final class Lines {

  /** What is longer is no argument but somebody's text, and need not stay whole. */
  private static final int LONGEST_ARGUMENT = 512;

  private Lines() {}

  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** Breaks text at blanks; a word longer than a line is broken where it must be. */
  public static List<String> wrap(String text, int width) {
    List<String> pieces = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      while (width(rest) > width) {
        int cut = rest.offsetByCodePoints(0, width);
        pieces.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      pieces.add(rest);
    }
    return filled(pieces, width);
  }

  /** The same, with every word whole: an address or a name that is copied may be wider. */
  public static List<String> wrapWhole(String text, int width) {
    return filled(List.of(text.strip().split("\\s+", -1)), width);
  }

  private static List<String> filled(List<String> words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** A label and its text beside it, wrapped. */
  public static String labelled(String label, int margin, String text, int width) {
    return beside(label, margin, wrap(text, width - margin));
  }

  /** A label and lines beside it. */
  public static String beside(String label, int margin, List<String> lines) {
    StringBuilder out = new StringBuilder();
    String head = left(label, margin);
    for (String line : lines) {
      out.append(head).append(line).append('\n');
      head = " ".repeat(margin);
    }
    return out.toString();
  }

  /**
   * A command beside its label. Too long a command goes on after a backslash; it is broken at no
   * blank within quotes, where the backslash would be part of it.
   */
  public static String command(String label, int margin, String command, int width) {
    List<String> arguments = arguments(command);
    int room = width - margin - 2;
    boolean whole = arguments.stream().allMatch(a -> width(a) <= LONGEST_ARGUMENT);
    List<String> lines = new ArrayList<>(whole ? filled(arguments, room) : wrap(command, room));
    for (int i = 0; i + 1 < lines.size(); i++) {
      lines.set(i, lines.get(i) + " \\");
    }
    return beside(label, margin, lines);
  }

  /** A shell comment beside its label: harmless where it is pasted with its command. */
  public static String comment(String label, int margin, String text, int width) {
    return beside(
        label, margin, wrap(text, width - margin - 2).stream().map(l -> "# " + l).toList());
  }

  private static List<String> arguments(String command) {
    List<String> all = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    char quote = 0;
    for (char c : command.strip().toCharArray()) {
      if (c == ' ' && quote == 0) {
        all.add(argument.toString());
        argument.setLength(0);
        continue;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
      argument.append(c);
    }
    all.add(argument.toString());
    return all.stream().filter(a -> !a.isEmpty()).toList();
  }
}
