package io.tokentrail.report.terminal;

import io.tokentrail.report.Visible;
import java.util.regex.Pattern;

/**
 * What a terminal can show.
 *
 * @param width its columns, brought to 80..120
 * @param colour whether escape sequences are welcome
 * @param ascii whether only ASCII can be shown
 */
public record Screen(int width, boolean colour, boolean ascii) {

  /** A pipe: 80 columns, UTF-8, no colour. */
  public static final Screen PIPE = new Screen(80, false, false);

  /** Columns that every line must fit into. */
  public static final int NARROWEST = 80;

  private static final Pattern PADDED_CUT = Pattern.compile("…(\\S*)  ");
  private static final Pattern WORD_CUT = Pattern.compile("…");
  private static final int WIDEST = 120;
  private static final String UNICODE = "▲◆●○–─│▁▂▃▄▅▆▇█▒";
  private static final String ASCII = "^*o.--|.:-=+*#@+";

  public Screen {
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /** Text in a colour, where there is colour. */
  public String in(Style style, String text) {
    return colour && style != Style.PLAIN ? style.start() + text + Style.END : text;
  }

  /** What stands between two items of a line. */
  public String between() {
    return ascii ? " | " : " · ";
  }

  /** Text from the input with everything invisible spelt out. */
  public String safe(String text) {
    return Visible.of(text);
  }

  /**
   * Our own signs in what this screen can show; anything beyond becomes {@code \}{@code u{HEX}}. No
   * column moves: two dots in a name take one of the spaces after it, and where there are not two
   * of these, a tilde stands for them.
   */
  public String shown(String text) {
    if (!ascii) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    String cut = PADDED_CUT.matcher(text).replaceAll("..$1 ");
    WORD_CUT
        .matcher(cut)
        .replaceAll("~")
        .codePoints()
        .forEach(
            c -> {
              int at = c < 0x80 ? -1 : UNICODE.indexOf(c);
              if (c < 0x80) {
                out.appendCodePoint(c);
              } else if (c == '·') {
                out.append('-');
              } else if (at >= 0) {
                out.append(ASCII.charAt(at));
              } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return out.toString();
  }
}
