package io.tokentrail.report;

import io.tokentrail.model.Interval;
import io.tokentrail.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers, times and subjects as people read them. All times are UTC. */
public final class Words {

  private static final Pattern STRANGER =
      Pattern.compile("^stranger ([0-9a-f.:]*[.:][0-9a-f.:]*) .*$");

  /** Month names of our own: those of the platform change between Java versions. */
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration LONG = Duration.ofHours(36);

  private Words() {}

  /** {@code 4 683 858}. */
  public static String count(long value) {
    String digits = Long.toString(Math.abs(value));
    StringBuilder out = new StringBuilder(value < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(' ');
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }

  /** {@code 1 pod}, {@code 3 pods}. */
  public static String count(long value, String noun) {
    return count(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** {@code 66 %}; one decimal below 1 % and above 99 %, and no rounding to all or nothing. */
  public static String percent(double share) {
    double value = share * 100;
    if (value > 0 && value < 0.1) {
      return "< 0.1 %";
    }
    if (value > 99.9 && value < 100) {
      return "> 99.9 %";
    }
    boolean fine = (value > 0 && value < 1) || (value > 99 && value < 100);
    return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", value);
  }

  /** A share of coverage, always with one decimal, never rounded up to all. */
  public static String coverage(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000 + 1e-9) / 10);
  }

  /** {@code 0.97}; a dash where nothing is claimed. */
  public static String confidence(double value) {
    return value == 0 ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** {@code 412 B}, {@code 9.8 MB}; decimal units. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    String[] units = {"kB", "MB", "GB", "TB", "PB"};
    int unit = -1;
    do {
      value /= 1000;
      unit++;
    } while (value >= 999.5 && unit < units.length - 1);
    return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  /** {@code 12 h}, {@code 1 h 43 min}, {@code 48 s}: the two largest units. */
  public static String length(Duration value) {
    long seconds = Math.max(0, value.toSeconds());
    long[] sizes = {86_400, 3_600, 60, 1};
    String[] units = {"d", "h", "min", "s"};
    for (int i = 0; i < sizes.length; i++) {
      if (seconds >= sizes[i]) {
        String first = count(seconds / sizes[i]) + " " + units[i];
        long rest = i + 1 < sizes.length ? seconds % sizes[i] / sizes[i + 1] : 0;
        return rest == 0 ? first : first + " " + rest + " " + units[i + 1];
      }
    }
    return value.isZero() ? "0 s" : value.toMillis() + " ms";
  }

  /** Whether a time can be one: a damaged record may hold a year of six digits. */
  public static boolean plausible(Instant at) {
    return at.isAfter(EARLIEST) && at.isBefore(LATEST);
  }

  /** {@code 4 May}. */
  public static String day(Instant at) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    return utc.getDayOfMonth() + " " + MONTHS[utc.getMonthValue() - 1];
  }

  /** {@code 4 May 2026}. */
  public static String date(Instant at) {
    return day(at) + " " + at.atZone(ZoneOffset.UTC).getYear();
  }

  /** {@code 09:12}. */
  public static String clock(Instant at) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    return String.format(Locale.ROOT, "%02d:%02d", utc.getHour(), utc.getMinute());
  }

  /** {@code 09:12:33}. */
  public static String second(Instant at) {
    return clock(at) + String.format(Locale.ROOT, ":%02d", at.atZone(ZoneOffset.UTC).getSecond());
  }

  /** Whether a clock time alone is ambiguous within it. */
  public static boolean needsDay(Interval span) {
    return span.length().compareTo(LONG) > 0;
  }

  /** A moment within a stretch: the clock alone where that is enough, else with its day. */
  public static String moment(Instant at, Interval span) {
    boolean inside = !at.isBefore(span.from()) && !at.isAfter(span.to());
    return inside && !needsDay(span) ? clock(at) : day(at) + " " + clock(at);
  }

  /** {@code 3 May 15:00 – 4 May 03:00 UTC, 12 h}, with the year where wanted. */
  public static String span(Interval span, boolean year) {
    boolean years =
        span.from().atZone(ZoneOffset.UTC).getYear() != span.to().atZone(ZoneOffset.UTC).getYear();
    boolean sameDay = date(span.from()).equals(date(span.to()));
    String from = (year || years ? date(span.from()) : day(span.from())) + " " + clock(span.from());
    String to =
        sameDay
            ? clock(span.to())
            : (years ? date(span.to()) : day(span.to())) + " " + clock(span.to());
    return from + " – " + to + " UTC, " + length(span.length());
  }

  /** What a finding is about, in as few words as tell it apart. */
  public static String subject(Subject subject) {
    String account = subject.account().map(Object::toString).orElse("");
    if (subject.object().isPresent()) {
      return subject.object().get().toString();
    }
    if (!subject.pod().isEmpty()) {
      String namespace = subject.account().map(a -> a.namespace() + "/").orElse("");
      return namespace + subject.pod();
    }
    if (!account.isEmpty()) {
      return subject.node().isEmpty() ? account : account + " on " + subject.node();
    }
    if (!subject.node().isEmpty()) {
      return subject.node();
    }
    return subject.other().isEmpty() ? "the whole cluster" : brief(subject.other());
  }

  /**
   * The same where room is short: an object without its kind, which the cause's name tells; a
   * stranger's address alone.
   */
  public static String shortSubject(Subject subject) {
    return subject
        .object()
        .map(o -> o.namespace().isEmpty() ? o.name() : o.namespace() + "/" + o.name())
        .orElseGet(() -> STRANGER.matcher(subject(subject)).replaceFirst("$1"));
  }

  /** An agent without its platform: what follows the first parenthesis tells nobody apart. */
  private static String brief(String other) {
    int platform = other.indexOf(" (");
    return platform > 0 ? other.substring(0, platform) : other;
  }

  /** A text of at most so many characters, cut in the middle: {@code ledger-a…-qx8fd}. */
  public static String cutMiddle(String text, int most) {
    int[] points = text.codePoints().toArray();
    if (points.length <= most || most < 3) {
      return text;
    }
    int head = most / 2;
    int tail = most - 1 - head;
    return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
  }
}
