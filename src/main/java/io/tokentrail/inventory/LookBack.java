package io.tokentrail.inventory;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Snapshot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The span over which "unused" is meant, and whether the input can show a use anywhere in it.
 *
 * @param from where it starts
 * @param to where it ends: the newest time in the input
 * @param byLog whether the audit log covers all of it
 * @param byLabel whether the API server's own labels cover it up to the snapshot, and the log or
 *     nothing at all lies between the snapshot and the end
 * @param blind why neither covers it; empty when one does
 */
record LookBack(Instant from, Instant to, boolean byLog, boolean byLabel, String blind) {

  static LookBack of(Facts facts, Snapshot snapshot, Duration length) {
    Instant to = facts.newest().orElse(snapshot.at());
    Instant from = to.minus(length);
    LogCover log = LogCover.of(facts);
    String unlogged = log.blindWithin(from, to);
    boolean tracked =
        snapshot.trackingSince().filter(since -> !since.isAfter(dayOf(from))).isPresent();
    String after =
        snapshot.at().isBefore(to.minus(LogCover.SLACK)) ? log.blindWithin(snapshot.at(), to) : "";
    String blind =
        unlogged.isEmpty() || (tracked && after.isEmpty())
            ? ""
            : tracked
                ? "between the snapshot of " + snapshot.at() + " and the newest time " + after
                : unlogged
                    + ", and no tracking ConfigMap says that last-used labels reach back to "
                    + dayOf(from);
    return new LookBack(from, to, unlogged.isEmpty(), tracked && after.isEmpty(), blind);
  }

  boolean covered() {
    return byLog || byLabel;
  }

  /** Whether a {@code legacy-token-last-used} label lies within it; labels have day precision. */
  boolean holds(String label) {
    Optional<LocalDate> day = day(label);
    return day.isPresent() && !day.get().isBefore(dayOf(from));
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** Reads a label's date; empty when it is none. */
  static Optional<LocalDate> day(String label) {
    try {
      return label.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(label));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
