package io.tokentrail.cli;

import java.time.Instant;
import java.util.Optional;

/** The run's time: the only look at the clock. */
final class Clock {

  private Clock() {}

  /** {@code --now}, else SOURCE_DATE_EPOCH, else empty: the run's time is then the real one. */
  static Optional<Instant> fixed(Instant now) {
    if (now != null) {
      return Optional.of(now);
    }
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch == null || !epoch.matches("\\d{1,11}")) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch)));
  }
}
