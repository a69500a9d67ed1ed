package io.tokentrail.report.json;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reach;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Series;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was offered, as a report.json keeps it: what formats tell of it, and no more. */
final class SavedInputs {

  private static final int MINUTE = 60;
  private static final long MOST_SERIES = 10_000_000;

  private SavedInputs() {}

  static InputFile input(JsonRow row) {
    return new InputFile(
        row.text("path"),
        row.code("kind", InputFile.Kind.values(), InputFile.Kind::code),
        row.text("wrapper"),
        row.text("compression"),
        row.count("bytes"),
        row.text("sha256"),
        row.count("records"),
        row.count("rejected"),
        row.time("first_time"),
        row.time("last_time"),
        row.count("duplicates"),
        row.text("problem"));
  }

  static Reject reject(JsonRow row) {
    String position = row.text("position");
    int colon = position.indexOf(':');
    try {
      return new Reject(
          row.text("path"),
          Long.parseLong(position.substring(colon + 1)),
          position.startsWith("line:"),
          row.text("reason"),
          row.text("sample"));
    } catch (NumberFormatException e) {
      throw new DamagedReport(row.where() + ".position is neither line:N nor item:N", e);
    }
  }

  static AuditFile auditFile(JsonRow row) {
    return new AuditFile(
        row.text("path"),
        row.text("source"),
        row.counts("stages"),
        row.counts("levels"),
        row.counts("token_request_levels"),
        new TreeSet<>(),
        new TreeSet<>(),
        minutes(row),
        row.list("blind_spots"));
  }

  /**
   * Stretches say how many events they hold and not in which minute: all but one are in the first.
   */
  private static SortedMap<Long, Long> minutes(JsonRow row) {
    SortedMap<Long, Long> minutes = new TreeMap<>();
    for (JsonRow stretch : row.rows("minutes")) {
      long from = stretch.needTime("from").getEpochSecond() / MINUTE;
      long to = stretch.needTime("to").getEpochSecond() / MINUTE;
      if (to <= from || to - from > Integer.MAX_VALUE) {
        throw new DamagedReport(stretch.where() + " does not end after it starts");
      }
      long rest = to - from - 1;
      minutes.put(from, stretch.count("events") - rest);
      for (long minute = from + 1; minute < to; minute++) {
        minutes.put(minute, 1L);
      }
    }
    return minutes;
  }

  static LogFile logFile(JsonRow row) {
    return new LogFile(
        row.text("path"),
        row.text("component"),
        row.text("host"),
        row.time("first_time"),
        row.time("last_time"));
  }

  static Snapshot snapshot(JsonRow row) {
    Instant at = row.needTime("at");
    Optional<LocalDate> tracking =
        Optional.of(row.text("tracking_since")).filter(t -> !t.isEmpty()).map(LocalDate::parse);
    return new Snapshot(
        at,
        new TreeSet<>(row.list("kinds")),
        List.of(),
        List.of(),
        List.of(),
        row.count("other_secrets"),
        new TreeSet<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        tracking,
        row.text("server_version"),
        ServerFlags.UNKNOWN,
        Reach.WHOLE);
  }

  /** Series are counted by their metric's name; their points stay in the input. */
  static Stream<Series> series(JsonRow row) {
    Series one =
        new Series(row.text("metric"), new TreeMap<>(), List.of(), new Place("report.json", 1));
    return Stream.generate(() -> one)
        .limit(Math.min(MOST_SERIES, Math.max(0, row.count("series"))));
  }
}
