package io.tokentrail.report.html;

import io.tokentrail.model.Signal;
import io.tokentrail.report.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What metrics and log-derived rates say beside the 401s, those with a warning first.
 *
 * @param rows the signals
 * @param more how many more csv/signals.csv lists
 */
public record SignalsView(List<Row> rows, int more) {

  private static final int MOST = 30;

  /**
   * A signal.
   *
   * @param name its name
   * @param labels its labels
   * @param baseline its usual value
   * @param peak its largest value
   * @param when when that was
   * @param ratio peak over baseline
   * @param warning what it means; empty where it means nothing
   * @param finding the finding that it supports; empty where the page does not show it
   */
  public record Row(
      String name,
      String labels,
      String baseline,
      String peak,
      String when,
      String ratio,
      String warning,
      List<String> finding) {}

  static SignalsView of(Telling telling) {
    List<Signal> all =
        telling.report.signals().stream()
            .sorted(
                Comparator.comparing((Signal s) -> s.warning().isEmpty()).thenComparing(s -> s))
            .toList();
    return new SignalsView(
        all.stream().limit(MOST).map(s -> row(s, telling)).toList(),
        Math.max(0, all.size() - MOST));
  }

  private static Row row(Signal s, Telling telling) {
    return new Row(
        Show.text(s.name(), 160),
        Show.text(s.labels(), 200),
        number(OptionalDouble.of(s.baseline())),
        number(OptionalDouble.of(s.peak())),
        Words.plausible(s.peakAt()) ? Words.day(s.peakAt()) + " " + Words.clock(s.peakAt()) : "",
        number(s.ratio()),
        Show.text(s.warning(), 300),
        telling.anchors.id(s.findingId()).isEmpty() ? List.of() : List.of(s.findingId()));
  }

  /** At most three digits that count; a whole number from a thousand on. */
  private static String number(OptionalDouble value) {
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      return "";
    }
    double v = value.getAsDouble();
    if (Math.abs(v) >= 1000) {
      return Show.count(Math.round(v));
    }
    String text = String.format(Locale.ROOT, Math.abs(v) >= 10 ? "%.1f" : "%.2f", v);
    return text.replaceAll("\\.?0+$", "");
  }
}
