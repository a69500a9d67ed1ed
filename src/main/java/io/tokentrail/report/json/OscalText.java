package io.tokentrail.report.json;

import io.tokentrail.report.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** Text from the input where OSCAL takes Markdown or a string. */
final class OscalText {

  private static final String MARKUP = "\\`*[]<>";
  private static final int LONGEST = 4000;

  private OscalText() {}

  /** One line in which nothing is a link, an image, code or a tag. */
  static String line(String text) {
    StringBuilder out = new StringBuilder();
    Visible.clip(Visible.of(text).strip(), LONGEST)
        .codePoints()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                out.append('\\');
              }
              out.appendCodePoint(c);
            });
    return out.isEmpty() ? "-" : out.toString();
  }

  /** A numbered list. */
  static String steps(List<String> steps) {
    int[] number = {0};
    return steps.stream().map(s -> ++number[0] + ". " + line(s)).collect(Collectors.joining("\n"));
  }

  /** A value that is no Markdown: not empty, no blank at its ends. */
  static String string(String text) {
    String plain = Visible.clip(Visible.of(text), LONGEST).strip();
    return plain.isEmpty() ? "-" : plain;
  }
}
