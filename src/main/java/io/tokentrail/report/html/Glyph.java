package io.tokentrail.report.html;

import io.tokentrail.model.Mark;
import io.tokentrail.report.Words;
import java.util.Collection;
import java.util.List;

/**
 * A mark in a lane.
 *
 * @param shape the id of its shape
 * @param x where, as a percentage
 * @param says what it is
 */
public record Glyph(String shape, String x, String says) {

  /** Beyond so many in a lane they hide each other. */
  private static final int MOST = 60;

  static List<Glyph> of(Collection<Mark> marks, Telling telling) {
    return marks.stream()
        .filter(m -> !m.at().isBefore(telling.axis.bins().from()))
        .filter(m -> !m.at().isAfter(telling.axis.bins().all().to()))
        .limit(MOST)
        .map(m -> new Glyph("mark-" + m.kind().code(), telling.axis.x(m.at()), says(m, telling)))
        .toList();
  }

  private static String says(Mark mark, Telling telling) {
    return Words.moment(mark.at(), telling.headline.span())
        + " "
        + Show.text(mark.object().toString(), 160)
        + " "
        + Show.text(mark.says(), 160);
  }
}
