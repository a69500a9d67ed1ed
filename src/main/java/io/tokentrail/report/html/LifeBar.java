package io.tokentrail.report.html;

import io.tokentrail.model.LegacyToken;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The life of a Secret-based token: a thin line from its creation to the end of the input, thick
 * until its last known use, over the look-back. No known use is a thin line alone, which is not the
 * same as "never used".
 *
 * @param says the picture in words
 * @param line the whole life
 * @param used the stretch until the last use; empty when none is known
 * @param lastX where the last use is, in pixels; empty when none is known
 * @param lookBackX where the look-back begins
 * @param lookBackWidth how wide it is
 */
public record LifeBar(
    String says, String line, String used, String lastX, String lookBackX, String lookBackWidth) {

  private static final double LEFT = 5;
  private static final double WIDTH = 130;
  private static final int MIDDLE = 8;

  /**
   * One scale for all bars of the page.
   *
   * @param from the earliest creation
   * @param to the end of the input
   * @param lookBack how far back "unused" looks
   */
  record Scale(Instant from, Instant to, Duration lookBack) {

    static Scale of(List<LegacyToken> tokens, Telling telling) {
      Instant to = telling.report.caseFile().facts().newest().orElse(telling.report.run().at());
      Instant from =
          tokens.stream()
              .flatMap(t -> t.secret().createdAt().stream())
              .filter(Words::plausible)
              .min(Comparator.naturalOrder())
              .filter(at -> at.isBefore(to))
              .orElse(to.minus(telling.report.caseFile().lookBack()));
      return new Scale(from, to, telling.report.caseFile().lookBack());
    }

    double x(Instant at) {
      double whole = Math.max(1, Duration.between(from, to).toSeconds());
      double share = Duration.between(from, at).toSeconds() / whole;
      return LEFT + WIDTH * Math.max(0, Math.min(1, share));
    }
  }

  /** The bar; empty where the creation is not known. */
  static Optional<LifeBar> of(LegacyToken token, Scale scale) {
    if (token.secret().createdAt().isEmpty()) {
      return Optional.empty();
    }
    Instant created = token.secret().createdAt().get();
    Optional<Instant> last = lastUse(token);
    double start = scale.x(created);
    double end = LEFT + WIDTH;
    double back = scale.x(scale.to().minus(scale.lookBack()));
    return Optional.of(
        new LifeBar(
            "created "
                + Words.date(created)
                + last.map(at -> ", last used " + Words.date(at)).orElse(", no use known"),
            "M"
                + Show.fixed(start)
                + " 3v10M"
                + Show.fixed(start)
                + " "
                + MIDDLE
                + "H"
                + Show.fixed(end),
            last.map(at -> "M" + Show.fixed(start) + " " + MIDDLE + "H" + Show.fixed(scale.x(at)))
                .orElse(""),
            last.map(at -> Show.fixed(scale.x(at))).orElse(""),
            Show.fixed(back),
            Show.fixed(end - back)));
  }

  private static Optional<Instant> lastUse(LegacyToken token) {
    return token
        .lastUsedObserved()
        .or(
            () -> {
              try {
                return Optional.of(
                    LocalDate.parse(token.secret().lastUsedLabel())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }
}
