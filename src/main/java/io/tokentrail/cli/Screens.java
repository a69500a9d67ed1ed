package io.tokentrail.cli;

import io.tokentrail.report.terminal.Screen;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What this process's stdout can show: the only look at the terminal. */
final class Screens {

  private Screens() {}

  static Screen of(TerminalOptions options) {
    boolean terminal = terminal(1);
    boolean colour =
        terminal
            && !options.noColor
            && System.getenv("NO_COLOR") == null
            && !"dumb".equals(System.getenv("TERM"));
    return new Screen(terminal ? columns() : Screen.NARROWEST, colour, options.ascii || !utf8());
  }

  /**
   * Whether a stream is a terminal (1 stdout, 2 stderr). The launcher knows and says so in
   * TOKENTRAIL_TERMINALS; Java could only tell for both together, and from JDK 22 on not even that.
   */
  static boolean terminal(int stream) {
    String terminals = System.getenv("TOKENTRAIL_TERMINALS");
    return terminals != null && terminals.contains(Integer.toString(stream));
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{1,4}")
        ? Integer.parseInt(columns)
        : Screen.NARROWEST;
  }

  /** UTF-8 is assumed unless the locale names another character set. */
  private static boolean utf8() {
    String locale = System.getenv("LC_ALL");
    if (locale == null || locale.isEmpty()) {
      locale = System.getenv("LANG");
    }
    if (locale == null || !locale.contains(".")) {
      return true;
    }
    String name = locale.substring(locale.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
  }
}
