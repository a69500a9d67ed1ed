package io.tokentrail.ingest.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as microseconds since 1970. The API server writes exactly {@code
 * 2026-05-04T09:12:33.120345Z}; shippers may change precision or offset.
 */
final class Stamp {

  /**
   * As stores of tables print times: a blank in the middle, and no zone, where they keep UTC as the
   * API server wrote it.
   */
  private static final Pattern STORED =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(?: ?(?:Z|UTC|[+]00(?::?00)?))?");

  private Stamp() {}

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  /** Minutes since 1970. */
  static long minute(long micros) {
    return Math.floorDiv(micros, 60_000_000L);
  }

  /** Reads an RFC 3339 time; {@link AuditEvent#NEVER} when it is none. */
  static long micros(byte[] b, int from, int to) {
    int length = to - from;
    if (length >= 20
        && length <= 30
        && b[to - 1] == 'Z'
        && b[from + 4] == '-'
        && b[from + 7] == '-'
        && b[from + 10] == 'T'
        && b[from + 13] == ':'
        && b[from + 16] == ':') {
      int year = digits(b, from, 4);
      int month = digits(b, from + 5, 2);
      int day = digits(b, from + 8, 2);
      int hour = digits(b, from + 11, 2);
      int minute = digits(b, from + 14, 2);
      int second = digits(b, from + 17, 2);
      int fraction = fraction(b, from + 19, to - 1);
      if ((year | month - 1 | day - 1 | hour | minute | second | fraction) >= 0
          && month <= 12
          && day <= 28
          && hour < 24
          && minute < 60
          && second < 60) {
        return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60_000_000L
            + second * 1_000_000L
            + fraction;
      }
    }
    return lenient(new String(b, from, length, StandardCharsets.UTF_8));
  }

  private static long lenient(String text) {
    Matcher stored = STORED.matcher(text);
    String rfc3339 = stored.matches() ? stored.group(1) + "T" + stored.group(2) + "Z" : text;
    try {
      Instant at = OffsetDateTime.parse(rfc3339).toInstant();
      return Math.addExact(
          Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000L);
    } catch (DateTimeException | ArithmeticException e) {
      return AuditEvent.NEVER;
    }
  }

  private static int digits(byte[] b, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Microseconds of {@code .120345}; -1 when it is no fraction. */
  private static int fraction(byte[] b, int from, int to) {
    if (from == to) {
      return 0;
    }
    int count = to - from - 1;
    if (b[from] != '.' || count == 0) {
      return -1;
    }
    int micros = digits(b, from + 1, Math.min(count, 6));
    if (micros < 0 || (count > 6 && digits(b, from + 7, count - 6) < 0)) {
      return -1;
    }
    for (int i = count; i < 6; i++) {
      micros *= 10;
    }
    return micros;
  }

  /** Days since 1970 of a date of the proleptic Gregorian calendar. */
  private static long days(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}
