package io.tokentrail.report.csv;

import io.tokentrail.report.Visible;
import io.tokentrail.report.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a value looks in a cell. Empty means unknown or not applicable.
 *
 * <p>Ratios have 2 to 4 decimals; p- and q-values and all other numbers at most 6 significant
 * digits, never an exponent; durations are seconds with at most 3 decimals.
 */
final class Cell {

  /** Longest text; a client may send an agent of 64 kB with every request. */
  static final int LONGEST = 8192;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  private Cell() {}

  /** Text, with a {@code '} before it where a spreadsheet would run it. */
  static String text(String value) {
    String shown = Visible.clip(Visible.keepingLines(value), LONGEST);
    if (shown.isEmpty()) {
      return shown;
    }
    return switch (shown.charAt(0)) {
      case '=', '+', '-', '@', '\t', '\r' -> "'" + shown;
      default -> shown;
    };
  }

  /** A list, sorted; a {@code ;} inside an item becomes {@code %3B}. */
  static String list(Collection<String> values) {
    return text(
        String.join(
            ";",
            values.stream()
                .map(v -> v.replace(";", "%3B"))
                .sorted(Visible.CODE_POINTS)
                .distinct()
                .toList()));
  }

  static String time(Instant value) {
    return Words.plausible(value) ? TIME.format(value) : "";
  }

  static String time(Optional<Instant> value) {
    return value.map(Cell::time).orElse("");
  }

  static String count(long value) {
    return Long.toString(value);
  }

  static String count(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  static String flag(Optional<Boolean> value) {
    return value.map(String::valueOf).orElse("");
  }

  /** A ratio or confidence. */
  static String ratio(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    BigDecimal bare = exact.stripTrailingZeros();
    return (bare.scale() < 2 ? exact.setScale(2, RoundingMode.HALF_EVEN) : bare).toPlainString();
  }

  /** Any other number; empty when it is none. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal bare = BigDecimal.valueOf(value).round(SIX).stripTrailingZeros();
    return bare.signum() == 0 ? "0" : bare.toPlainString();
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  static String seconds(Optional<Duration> value) {
    return value
        .map(d -> BigDecimal.valueOf(d.toMillis(), 3).stripTrailingZeros())
        .map(b -> b.signum() == 0 ? "0" : b.toPlainString())
        .orElse("");
  }
}
