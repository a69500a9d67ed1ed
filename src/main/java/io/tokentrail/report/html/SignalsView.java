package io.tokentrail.report.html;

import io.tokentrail.model.Signal;
import io.tokentrail.report.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What metrics and log-derived rates say beside the 401s: those that mean something.
 *
 * @param rows signals with a warning
 * @param all how many signals csv/signals.csv lists
 */
public record SignalsView(List<Row> rows, int all) {

  private static final int MOST = 20;

  /**
   * A signal.
   *
   * @param name its name
   * @param labels its labels that have a value
   * @param baseline its usual value
   * @param peak its largest value
   * @param when when that was
   * @param ratio peak over baseline
   * @param warning what it means
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
        telling.report.signals().stream().filter(s -> !s.warning().isEmpty()).sorted().toList();
    return new SignalsView(
        all.stream().limit(MOST).map(s -> row(s, telling)).toList(),
        telling.report.signals().size());
  }

  private static Row row(Signal s, Telling telling) {
    return new Row(
        Show.text(s.name(), 160),
        Show.text(labels(s.labels()), 300),
        number(OptionalDouble.of(s.baseline())),
        number(OptionalDouble.of(s.peak())),
        Words.plausible(s.peakAt()) ? Words.day(s.peakAt()) + " " + Words.clock(s.peakAt()) : "",
        number(s.ratio()),
        Show.text(s.warning(), 300),
        telling.anchors.id(s.findingId()).isEmpty() ? List.of() : List.of(s.findingId()));
  }

  private static String labels(String all) {
    return Arrays.stream(all.split(";", -1))
        .filter(label -> !label.endsWith("="))
        .collect(Collectors.joining(", "));
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
