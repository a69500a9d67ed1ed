package io.tokentrail.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence: plain words, a date or time that stays on one line, or what was written
 * between backticks.
 *
 * @param text the piece, without backticks
 * @param kind how it is set
 */
public record Phrase(String text, Kind kind) {

  private static final Pattern SPECIAL =
      Pattern.compile(
          "`(?<code>[^`]+)`"
              + "|\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z| UTC)?)?");

  /** How a piece is set. */
  public enum Kind {
    PLAIN,
    TIME,
    CODE
  }

  /** The pieces of a text, in order; nothing of it is lost but the backticks around code. */
  public static List<Phrase> of(String text) {
    List<Phrase> phrases = new ArrayList<>();
    Matcher special = SPECIAL.matcher(text);
    int end = 0;
    while (special.find()) {
      if (special.start() > end) {
        phrases.add(new Phrase(text.substring(end, special.start()), Kind.PLAIN));
      }
      String code = special.group("code");
      phrases.add(
          code == null ? new Phrase(special.group(), Kind.TIME) : new Phrase(code, Kind.CODE));
      end = special.end();
    }
    if (end < text.length()) {
      phrases.add(new Phrase(text.substring(end), Kind.PLAIN));
    }
    return List.copyOf(phrases);
  }

  public boolean code() {
    return kind == Kind.CODE;
  }

  public boolean time() {
    return kind == Kind.TIME;
  }
}
