package io.tokentrail.report.html;

import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rotation of one pod's token under a lane: a filled block from refresh due to expiry, a tick
 * where it was refreshed, a hollow block where that was missed, a hatched stretch while it was
 * expired and not replaced.
 *
 * @param top pixels from the lane's top
 * @param windows the filled blocks, as one path
 * @param missed the hollow blocks
 * @param ticks the refreshes
 * @param expired the hatched stretches
 */
public record TokenStrip(
    int top, String windows, String missed, String ticks, List<TimeAxis.Block> expired) {

  /** Height of a strip with the room below it, in pixels. */
  static final int HEIGHT = 11;

  private static final int BAR = 7;

  static TokenStrip of(List<Lifetime> lifetimes, TimeAxis axis, int top) {
    StringBuilder windows = new StringBuilder();
    StringBuilder missed = new StringBuilder();
    StringBuilder ticks = new StringBuilder();
    List<TimeAxis.Block> expired = new ArrayList<>();
    Interval all = axis.bins().all();
    for (Lifetime life : lifetimes) {
      if (life.refreshDue().isPresent() && life.expiresAt().isPresent()) {
        Instant due = life.refreshDue().get();
        Instant end = life.expiresAt().get();
        boolean miss = life.status().equals(Optional.of(Lifetime.Status.MISSED));
        if (due.isBefore(end) && new Interval(due, end).overlaps(all)) {
          (miss ? missed : windows).append(box(due, end, axis, top));
        }
        if (miss && end.isBefore(all.to())) {
          Instant until = life.refreshedAt().orElse(next(life, lifetimes).orElse(all.to()));
          if (until.isAfter(end)) {
            expired.add(axis.block(new Interval(end, until)));
          }
        }
      }
      life.refreshedAt()
          .filter(all::contains)
          .ifPresent(
              at ->
                  ticks
                      .append('M')
                      .append(axis.column(at))
                      .append(' ')
                      .append(top - 1)
                      .append('v')
                      .append(BAR + 2));
    }
    return new TokenStrip(
        top, windows.toString(), missed.toString(), ticks.toString(), List.copyOf(expired));
  }

  private static Optional<Instant> next(Lifetime life, List<Lifetime> all) {
    return all.stream()
        .filter(l -> l.audience().equals(life.audience()))
        .map(Lifetime::issuedAt)
        .filter(at -> at.isAfter(life.issuedAt()))
        .min(Instant::compareTo);
  }

  private static String box(Instant from, Instant to, TimeAxis axis, int top) {
    double x = axis.share(from) * axis.bins().columns();
    double width = axis.share(to) * axis.bins().columns() - x;
    String w = Show.fixed(Math.max(0.4, width));
    return "M" + Show.fixed(x) + " " + top + "h" + w + "v" + BAR + "h-" + w + "z";
  }
}
