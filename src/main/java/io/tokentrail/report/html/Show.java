package io.tokentrail.report.html;

import io.tokentrail.model.Severity;
import io.tokentrail.report.Visible;
import io.tokentrail.report.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Small things that several sections show alike. */
final class Show {

  /** The grammar of Kubernetes object names (DNS subdomain); nothing else goes into a command. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  private Show() {}

  /** A count whose groups stay on one line. */
  static String count(long value) {
    return Words.count(value).replace(' ', '\u00a0');
  }

  static String count(long value, String noun) {
    return Words.count(value, noun).replace(' ', '\u00a0');
  }

  static String percent(double share) {
    return Words.percent(share).replace(' ', '\u00a0');
  }

  /** Text from the input, short enough for a cell. */
  static String text(String value, int most) {
    return Visible.clip(Visible.of(value), most);
  }

  /** A statistic of two significant digits, small ones as powers of ten. */
  static String statistic(OptionalDouble value) {
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      return "";
    }
    double v = value.getAsDouble();
    BigDecimal two = BigDecimal.valueOf(v).round(new MathContext(2, RoundingMode.HALF_EVEN));
    if (v > 0 && v < 0.001) {
      return String.format(Locale.ROOT, "%.1e", v).replace("e-0", "e-").replace("e-", "e−");
    }
    return two.toPlainString();
  }

  /** A coordinate: one decimal, none where it is zero. */
  static String fixed(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }

  /** A share of the width as a percentage with two decimals. */
  static String share(double value) {
    return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(1, value)) * 100);
  }

  /** The text with a capital letter, as a sentence begins; a command keeps its name. */
  static String capital(String text) {
    return text.isEmpty() || text.matches("(?s)\\S+ -.*")
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** A name for a command, else a placeholder to fill in. */
  static String name(String text, String placeholder) {
    return isName(text) ? text : "<" + placeholder + ">";
  }

  static String glyph(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "▲";
      case HIGH -> "◆";
      case MEDIUM -> "●";
      case LOW -> "○";
      case INFO -> "·";
    };
  }
}
