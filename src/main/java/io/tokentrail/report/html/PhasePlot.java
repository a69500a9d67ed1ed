package io.tokentrail.report.html;

import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Correlation;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where in a token's life an account's incidents began: one dot an incident, its age over its
 * lifetime, and what chance makes of so many.
 *
 * @param account the account
 * @param verdict what the test says
 * @param says the picture in one sentence
 * @param dots the incidents
 * @param band outline of the 95 % band as an SVG path; empty under five incidents
 * @param ages the same as a table
 * @param dueX where refresh is due, in pixels
 * @param endX where the token expires
 * @param windowWidth pixels between these
 */
public record PhasePlot(
    String account,
    String verdict,
    String says,
    List<Dot> dots,
    String band,
    List<Age> ages,
    String dueX,
    String endX,
    String windowWidth) {

  /** Fewer incidents have no band: chance makes anything of them. */
  private static final int FEWEST_FOR_BAND = 5;

  /** Pixels of one lifetime. */
  private static final double LIFE = 200;

  private static final double LEFT = 6;
  private static final int FLOOR = 66;
  private static final int HEIGHT = 56;
  private static final double ROW = 7;

  /**
   * An incident.
   *
   * @param x pixels
   * @param y pixels
   */
  public record Dot(String x, String y) {}

  /**
   * A column.
   *
   * @param from its start in percent of a lifetime
   * @param incidents how many began in it
   * @param chance how many chance puts there, in 95 of 100 cases; empty under five incidents
   */
  public record Age(String from, String incidents, String chance) {}

  static Optional<PhasePlot> of(Correlation correlation, Telling telling) {
    return correlation.ages().map(ages -> of(correlation, ages, due(correlation, telling)));
  }

  private static PhasePlot of(Correlation correlation, AgeProfile ages, double due) {
    boolean banded = ages.incidents() >= FEWEST_FOR_BAND;
    double row = row(ages, banded);
    return new PhasePlot(
        Show.text(correlation.account().toString(), 100),
        RotationView.verdict(correlation.verdict()),
        says(ages, due, banded),
        dots(ages, row),
        banded ? band(ages, row) : "",
        ages.bins().stream()
            .filter(b -> b.incidents() > 0 || (banded && b.low() > 0))
            .map(b -> age(b, banded))
            .toList(),
        Show.fixed(LEFT + LIFE * due),
        Show.fixed(LEFT + LIFE),
        Show.fixed(LIFE * (1 - due)));
  }

  private static Age age(AgeProfile.Bin bin, boolean banded) {
    return new Age(
        Math.round(bin.from() * 100) + " %",
        Show.count(bin.incidents()),
        banded ? bin.low() + " to " + bin.high() : "");
  }

  /** Where in its life an account's token is to be refreshed. */
  private static double due(Correlation correlation, Telling telling) {
    return telling.report.caseFile().lifetimes().stream()
        .filter(l -> l.account().equals(correlation.account()))
        .filter(l -> l.refreshDue().isPresent() && l.ttl().filter(t -> !t.isZero()).isPresent())
        .findFirst()
        .map(
            l ->
                (double) Duration.between(l.issuedAt(), l.refreshDue().get()).toMillis()
                    / l.ttl().get().toMillis())
        .orElse(0.8);
  }

  private static String says(AgeProfile ages, double due, boolean banded) {
    long late = 0;
    long window = 0;
    long above = 0;
    for (AgeProfile.Bin bin : ages.bins()) {
      double middle = bin.from() + AgeProfile.WIDTH / 2;
      late += middle >= 1 ? bin.incidents() : 0;
      window += middle >= due && middle < 1 ? bin.incidents() : 0;
      above += banded && bin.above() ? 1 : 0;
    }
    return Words.count(ages.incidents(), "incident")
        + ": "
        + (ages.incidents() - late - window)
        + " while the token was fresh, "
        + window
        + " between refresh due and expiry, "
        + late
        + " after expiry"
        + (above == 0 ? "" : "; " + Words.count(above, "column") + " above what chance makes");
  }

  /** Pixels of one incident, so that the tallest column and the band fit. */
  private static double row(AgeProfile ages, boolean banded) {
    long most =
        ages.bins().stream()
            .mapToLong(b -> Math.max(b.incidents(), banded ? b.high() : 0))
            .max()
            .orElse(1);
    return Math.min(ROW, (double) HEIGHT / Math.max(1, most));
  }

  private static List<Dot> dots(AgeProfile ages, double row) {
    // dots closer than a pixel are one
    long step = Math.max(1, Math.round(1 / row));
    List<Dot> dots = new ArrayList<>();
    for (AgeProfile.Bin bin : ages.bins()) {
      double x = LEFT + LIFE * (bin.from() + AgeProfile.WIDTH / 2);
      for (long i = 0; i < bin.incidents(); i += step) {
        dots.add(new Dot(pixels(x), pixels(FLOOR - 4 - i * row)));
      }
    }
    return List.copyOf(dots);
  }

  /** Along the upper edge and back along the lower one. */
  private static String band(AgeProfile ages, double row) {
    StringBuilder path = new StringBuilder("M" + pixels(LEFT) + " " + pixels(FLOOR));
    for (AgeProfile.Bin bin : ages.bins()) {
      path.append("V").append(pixels(FLOOR - bin.high() * row));
      path.append("H").append(pixels(LEFT + LIFE * bin.to()));
    }
    for (int i = ages.bins().size() - 1; i >= 0; i--) {
      AgeProfile.Bin bin = ages.bins().get(i);
      path.append("V").append(pixels(FLOOR - bin.low() * row));
      path.append("H").append(pixels(LEFT + LIFE * bin.from()));
    }
    return path.append("Z").toString();
  }

  private static String pixels(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
