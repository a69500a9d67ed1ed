package io.tokentrail.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Filling lines: wrapping, padding, labels in the margin. One code point is one column. */
public final class Lines {

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
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      if (line.length() > 0 && width(line.toString()) + 1 + width(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > width) {
        int cut = rest.offsetByCodePoints(0, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(rest);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** A label and its text beside it, wrapped. */
  public static String labelled(String label, int margin, String text, int width) {
    StringBuilder out = new StringBuilder();
    String head = left(label, margin);
    for (String line : wrap(text, width - margin)) {
      out.append(head).append(line).append('\n');
      head = " ".repeat(margin);
    }
    return out.toString();
  }

  /** A command beside its label; too long a command goes on after a backslash, never cut. */
  public static String command(String label, int margin, String command, int width) {
    StringBuilder out = new StringBuilder();
    String head = left(label, margin);
    List<String> lines = wrap(command, width - margin - 2);
    for (int i = 0; i < lines.size(); i++) {
      out.append(head).append(lines.get(i)).append(i + 1 < lines.size() ? " \\" : "").append('\n');
      head = " ".repeat(margin);
    }
    return out.toString();
  }
}
