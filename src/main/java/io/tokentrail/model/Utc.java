package io.tokentrail.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as sentences tell them. Cells that hold a time alone are ISO 8601. */
public final class Utc {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Utc() {}

  /** {@code 2026-05-04 09:12:33 UTC}: the second that it falls into. */
  public static String second(Instant time) {
    return SECOND.format(time);
  }
}
