package io.tokentrail.report.html;

import io.tokentrail.model.Mark;
import io.tokentrail.report.Words;
import java.util.List;

/**
 * What else happened: the twin of the marks in the lanes.
 *
 * @param rows in time
 * @param more how many more report.json lists
 * @param lane all of them in one lane
 */
public record MarksView(List<Row> rows, int more, List<Glyph> lane) {

  private static final int MOST = 50;

  /**
   * A mark.
   *
   * @param time when
   * @param what the kind of thing
   * @param object to what
   * @param link its account's row; empty where the page does not show it
   * @param says by whom, or the condition
   * @param place where it stands
   */
  public record Row(
      String time, String what, String object, String link, String says, String place) {}

  static MarksView of(Telling telling) {
    List<Mark> all = telling.report.marks();
    return new MarksView(
        all.stream().limit(MOST).map(m -> row(m, telling)).toList(),
        Math.max(0, all.size() - MOST),
        Glyph.of(all, telling));
  }

  private static Row row(Mark m, Telling telling) {
    return new Row(
        Words.day(m.at()) + " " + Words.second(m.at()),
        m.kind().code(),
        Show.text(m.object().toString(), 200),
        m.account().map(telling.anchors::link).orElse(""),
        Show.text(m.says(), 200),
        Show.text(m.evidence().reference(), 200));
  }
}
