package io.tokentrail.inventory;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
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

  /** A log or a snapshot that ends this much before the newest time still reaches it. */
  private static final Duration SLACK = Duration.ofMinutes(15);

  static LookBack of(Facts facts, Snapshot snapshot, Duration length) {
    Instant to = facts.newest().orElse(snapshot.at());
    Instant from = to.minus(length);
    Optional<Interval> log =
        facts.audit().span().filter(s -> facts.audit().hasStage("ResponseComplete"));
    boolean byLog = log.filter(s -> reaches(s, from, to)).isPresent();
    boolean tracked =
        snapshot.trackingSince().filter(since -> !since.isAfter(dayOf(from))).isPresent();
    boolean fresh =
        !snapshot.at().isBefore(to.minus(SLACK))
            || log.filter(s -> reaches(s, snapshot.at(), to)).isPresent();
    return new LookBack(
        from, to, byLog, tracked && fresh, blind(byLog, tracked, fresh, snapshot, from));
  }

  private static String blind(
      boolean byLog, boolean tracked, boolean fresh, Snapshot snapshot, Instant from) {
    if (byLog || (tracked && fresh)) {
      return "";
    }
    if (!tracked) {
      return "no audit log back to "
          + dayOf(from)
          + ", and no tracking ConfigMap that says last-used labels reach back to it";
    }
    return "no audit log between the snapshot of " + snapshot.at() + " and the newest time";
  }

  private static boolean reaches(Interval log, Instant from, Instant to) {
    return !log.from().isAfter(from.plus(SLACK)) && !log.to().isBefore(to.minus(SLACK));
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
