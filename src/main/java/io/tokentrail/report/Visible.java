package io.tokentrail.report;

import java.util.Comparator;

/**
 * Text from the input made safe to look at. What an eye cannot see, or what would change how the
 * rest is seen, is spelt out: control characters, escape sequences, marks that turn the reading
 * direction and invisible characters become {@code \}{@code u{HEX}}; half of a surrogate pair is no
 * character and becomes U+FFFD.
 */
public final class Visible {

  /** Unicode code point order, which for characters beyond U+FFFF is not {@code String}'s own. */
  public static final Comparator<String> CODE_POINTS = Visible::compare;

  private Visible() {}

  /** The text with everything invisible spelt out, line ends and tabs too. */
  public static String of(String text) {
    return spell(text, false);
  }

  /** The same, but tabs and line ends stay as they are. */
  public static String keepingLines(String text) {
    return spell(text, true);
  }

  /** At most so many characters; what is left out is counted at the end. */
  public static String clip(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more)";
  }

  private static String spell(String signed, boolean lines) {
    String text = Unsigned.of(signed);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (hidden(c, lines)) {
        break;
      }
      at += Character.charCount(c);
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, at);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        out.append('\ufffd');
      } else if (hidden(c, lines)) {
        out.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        out.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean hidden(int c, boolean lines) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    if (c == '\n' || c == '\r' || c == '\t') {
      return !lines;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static int compare(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean sx = Character.isSurrogate(x);
        boolean sy = Character.isSurrogate(y);
        return sx == sy ? Character.compare(x, y) : sx ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
