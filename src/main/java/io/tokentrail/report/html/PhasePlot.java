package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Lifetime;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where in a token's life an account's bursts began: one dot a burst, its age over its lifetime.
 *
 * @param account the account
 * @param verdict what the test says
 * @param says the picture in one sentence
 * @param dots the bursts
 * @param dueX where refresh is due, in pixels
 * @param endX where the token expires
 * @param windowWidth pixels between these
 */
public record PhasePlot(
    String account,
    String verdict,
    String says,
    List<Dot> dots,
    String dueX,
    String endX,
    String windowWidth) {

  /** Pixels of one lifetime. */
  private static final double LIFE = 200;

  private static final double LEFT = 6;
  private static final double LAST = 1.25;
  private static final double COLUMN = 0.05;
  private static final int FLOOR = 66;
  private static final int ROW = 7;
  private static final int MOST_ROWS = 8;

  /**
   * A burst.
   *
   * @param x pixels
   * @param y pixels
   */
  public record Dot(String x, String y) {}

  static Optional<PhasePlot> of(Correlation correlation, Telling telling) {
    List<Double> phases = new ArrayList<>();
    List<Double> due = new ArrayList<>();
    for (Burst burst : telling.report.caseFile().bursts()) {
      if (!burst.account().equals(Optional.of(correlation.account()))) {
        continue;
      }
      holder(burst, telling)
          .ifPresent(
              life -> {
                double ttl = life.ttl().orElse(Duration.ofHours(1)).toMillis();
                phases.add(Duration.between(life.issuedAt(), burst.start()).toMillis() / ttl);
                life.refreshDue()
                    .ifPresent(
                        at -> due.add(Duration.between(life.issuedAt(), at).toMillis() / ttl));
              });
    }
    if (phases.isEmpty()) {
      return Optional.empty();
    }
    double refresh = due.isEmpty() ? 0.8 : due.get(0);
    long late = phases.stream().filter(p -> p >= 1).count();
    long window = phases.stream().filter(p -> p >= refresh && p < 1).count();
    return Optional.of(
        new PhasePlot(
            Show.text(correlation.account().toString(), 100),
            RotationView.verdict(correlation.verdict()),
            Words.count(phases.size(), "burst")
                + ": "
                + (phases.size() - late - window)
                + " while the token was fresh, "
                + window
                + " between refresh due and expiry, "
                + late
                + " after expiry",
            dots(phases),
            Show.fixed(LEFT + LIFE * refresh),
            Show.fixed(LEFT + LIFE),
            Show.fixed(LIFE * (1 - refresh))));
  }

  /** The newest token of the burst's pod (or account) that was issued before it. */
  private static Optional<Lifetime> holder(Burst burst, Telling telling) {
    String pod =
        burst.failures().stream()
            .map(Attributed::sender)
            .map(s -> s.pod())
            .filter(p -> !p.isEmpty())
            .findFirst()
            .orElse("");
    Instant start = burst.start();
    return telling.report.caseFile().lifetimes().stream()
        .filter(l -> burst.account().equals(Optional.of(l.account())))
        .filter(l -> pod.isEmpty() || l.pod().equals(pod))
        .filter(l -> l.ttl().isPresent() && !l.issuedAt().isAfter(start))
        .filter(l -> replaced(l, burst))
        .max(Comparator.comparing(Lifetime::issuedAt).thenComparing(l -> l));
  }

  /** A token that expired as the burst began is the one to measure, even if a newer one exists. */
  private static boolean replaced(Lifetime life, Burst burst) {
    if (!burst.phase().equals(Optional.of(Burst.Phase.EXPIRY)) || life.expiresAt().isEmpty()) {
      return true;
    }
    return !burst.start().isBefore(life.expiresAt().get());
  }

  private static List<Dot> dots(List<Double> phases) {
    TreeMap<Integer, Integer> columns = new TreeMap<>();
    List<Dot> dots = new ArrayList<>();
    for (double phase : phases.stream().sorted().toList()) {
      double shown = Math.min(LAST, Math.max(0, phase));
      int column = (int) Math.floor(shown / COLUMN + 1e-9);
      int row = columns.merge(column, 1, Integer::sum) - 1;
      if (row < MOST_ROWS) {
        double x = LEFT + LIFE * COLUMN * (column + 0.5);
        dots.add(
            new Dot(
                String.format(Locale.ROOT, "%.1f", x), Integer.toString(FLOOR - 4 - row * ROW)));
      }
    }
    return List.copyOf(dots);
  }
}
