package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The timeline as numbers.
 *
 * @param heads the columns' times
 * @param rows a sender each
 */
public record TimeTwin(List<String> heads, List<Row> rows) {

  /**
   * One sender's numbers.
   *
   * @param title the sender
   * @param counts a count a column, a dot for none
   * @param sum all of them
   */
  public record Row(String title, List<String> counts, String sum) {}

  static TimeTwin of(List<Timeline.Sender> senders, TimeAxis axis) {
    List<TimeAxis.Tick> ticks = axis.ticks();
    List<String> heads = new ArrayList<>();
    heads.add("before");
    ticks.forEach(t -> heads.add(t.label()));
    List<Row> rows = new ArrayList<>();
    for (Timeline.Sender sender : senders) {
      int[] counts = new int[heads.size()];
      for (Attributed a : sender.failures()) {
        int at = 0;
        while (at < ticks.size() && !a.failure().receivedAt().isBefore(ticks.get(at).at())) {
          at++;
        }
        counts[at]++;
      }
      rows.add(
          new Row(
              sender.title(),
              Arrays.stream(counts).mapToObj(c -> c == 0 ? "·" : Show.count(c)).toList(),
              Show.count(sender.failures().size())));
    }
    return new TimeTwin(heads, rows);
  }
}
