package io.tokentrail.attribute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Whether names are right as often as their confidence says, and often enough: {@code
 * CalibrationCheck FOLDER}, where each folder of FOLDER is a {@link LabelledCase}. It prints what
 * it found and ends with status 1 when a bound is broken.
 *
 * <p>Cases are parted by their place in the list, every other one: the power of {@link Calibration}
 * is fitted on the first half, and the reliability of what is said is shown for the other half.
 */
final class CalibrationCheck {

  private static final double MOST_ERROR = 0.03;
  private static final double MOST_ERROR_AMBIGUOUS = 0.08;
  private static final double LEAST_KNOWABLE = 0.99;
  private static final double LEAST_KNOWABLE_POOR = 0.97;
  private static final double LEAST_RIGHT = 0.85;
  private static final double MOST_WRONG = 0.08;

  /** Few cases say little of a number; so sure is one of its being 1 before any is seen. */
  private static final double PRIOR = 0.5;

  private final List<String> broken = new ArrayList<>();

  private CalibrationCheck() {}

  public static void main(String[] args) throws IOException {
    List<LabelledCase> cases = new ArrayList<>();
    for (Path folder : LabelledCase.folders(Path.of(args[0]))) {
      cases.add(LabelledCase.read(folder));
    }
    CalibrationCheck check = new CalibrationCheck();
    check.rates(cases);
    check.calibration(cases);
    check.broken.forEach(b -> System.out.println("BROKEN  " + b));
    System.exit(check.broken.isEmpty() && !cases.isEmpty() ? 0 : 1);
  }

  private void rates(List<LabelledCase> cases) {
    System.out.printf(
        "%-28s %6s %8s %6s %7s %7s %7s %9s%n",
        "401s of", "all", "knowable", "right", "sent", "right", "wrong", "strangers");
    SortedMap<String, List<LabelledCase.Row>> groups = new TreeMap<>();
    List<LabelledCase.Row> all = new ArrayList<>();
    for (LabelledCase c : cases) {
      rate(c.name(), c.rows());
      all.addAll(c.rows());
      c.poor().forEach(p -> groups.computeIfAbsent(p, k -> new ArrayList<>()).addAll(c.rows()));
    }
    System.out.println();
    groups.forEach(
        (kind, rows) ->
            require(
                rate("input: " + kind, rows) >= LEAST_KNOWABLE_POOR,
                "knowable senders, " + kind + ", below " + LEAST_KNOWABLE_POOR));
    require(rate("all cases", all) >= LEAST_KNOWABLE, "knowable senders below " + LEAST_KNOWABLE);
    require(all.stream().allMatch(r -> r.said() != null), "a 401 was not found");
    List<LabelledCase.Row> sent = all.stream().filter(r -> !r.accounts().isEmpty()).toList();
    require(share(sent, r -> r.named() && r.right()) >= LEAST_RIGHT, "right below " + LEAST_RIGHT);
    require(share(sent, r -> r.named() && !r.right()) <= MOST_WRONG, "wrong above " + MOST_WRONG);
    require(
        all.stream().noneMatch(r -> r.accounts().isEmpty() && r.named()),
        "a stranger was given a name");
  }

  /** Prints a line; returns the share of the knowable that is right. */
  private static double rate(String name, List<LabelledCase.Row> rows) {
    List<LabelledCase.Row> knowable =
        rows.stream().filter(r -> r.known().equals("knowable")).toList();
    List<LabelledCase.Row> sent = rows.stream().filter(r -> !r.accounts().isEmpty()).toList();
    double right = share(knowable, LabelledCase.Row::right);
    System.out.printf(
        Locale.ROOT,
        "%-28s %6d %8d %6.3f %7d %7.3f %7.3f %9d%n",
        name,
        rows.size(),
        knowable.size(),
        right,
        sent.size(),
        share(sent, r -> r.named() && r.right()),
        share(sent, r -> r.named() && !r.right()),
        rows.stream().filter(r -> r.accounts().isEmpty() && r.named()).count());
    return right;
  }

  private static double share(List<LabelledCase.Row> rows, Predicate<LabelledCase.Row> what) {
    return rows.isEmpty() ? 1 : (double) rows.stream().filter(what).count() / rows.size();
  }

  private void calibration(List<LabelledCase> cases) {
    List<LabelledCase> fitted = new ArrayList<>();
    List<LabelledCase> checked = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      (i % 2 == 0 ? fitted : checked).add(cases.get(i));
    }
    System.out.printf(
        Locale.ROOT,
        "%nsharpness %.2f; the first half of the cases asks for %.2f%n",
        Calibration.SHARPNESS,
        fit(fitted));
    double error = reliability("the other half", named(checked));
    require(error <= MOST_ERROR, "calibration error of the other half above " + MOST_ERROR);
    error = reliability("all cases", named(cases));
    require(error <= MOST_ERROR, "calibration error above " + MOST_ERROR);
    List<LabelledCase.Row> ambiguous =
        named(cases).stream().filter(r -> r.known().equals("ambiguous")).toList();
    error = reliability("the ambiguous alone", ambiguous);
    require(
        error <= MOST_ERROR_AMBIGUOUS,
        "calibration error of the ambiguous above " + MOST_ERROR_AMBIGUOUS);
  }

  private static List<LabelledCase.Row> named(List<LabelledCase> cases) {
    return cases.stream().flatMap(c -> c.rows().stream()).filter(LabelledCase.Row::named).toList();
  }

  /** Prints how often names of each tenth are right; returns the expected calibration error. */
  private static double reliability(String name, List<LabelledCase.Row> rows) {
    System.out.printf("%nreliability, %s: %d names%n", name, rows.size());
    double error = 0;
    for (int tenth = 0; tenth < 10; tenth++) {
      int low = tenth;
      List<LabelledCase.Row> part =
          rows.stream().filter(r -> Math.min(9, (int) (r.confidence() * 10)) == low).toList();
      if (!part.isEmpty()) {
        double said =
            part.stream().mapToDouble(LabelledCase.Row::confidence).average().orElseThrow();
        double right = share(part, LabelledCase.Row::right);
        error += Math.abs(said - right) * part.size() / rows.size();
        System.out.printf(
            Locale.ROOT,
            "  %.1f to %.1f  %6d names  said %.3f  right %.3f%n",
            tenth / 10.0,
            (tenth + 1) / 10.0,
            part.size(),
            said,
            right);
      }
    }
    System.out.printf(Locale.ROOT, "  expected calibration error %.4f%n", error);
    return error;
  }

  /**
   * The power with the least loss, held near 1. The 401s of one client that get one name stand or
   * fall together: they count as one.
   */
  private static double fit(List<LabelledCase> cases) {
    List<List<LabelledCase.Row>> decisions = new ArrayList<>();
    for (LabelledCase c : cases) {
      SortedMap<String, List<LabelledCase.Row>> groups = new TreeMap<>();
      for (LabelledCase.Row row : named(List.of(c))) {
        String key = row.said().failure().client() + "\n" + row.name();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
      decisions.addAll(groups.values());
    }
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 10; step <= 80; step++) {
      double power = step / 20.0;
      double loss = Math.pow(Math.log(power) / PRIOR, 2) / 2;
      for (List<LabelledCase.Row> rows : decisions) {
        loss += loss(rows, power);
      }
      if (loss < least) {
        least = loss;
        best = power;
      }
    }
    return best;
  }

  /** Mean logarithmic loss of one decision. */
  private static double loss(List<LabelledCase.Row> rows, double power) {
    double sum = 0;
    for (LabelledCase.Row row : rows) {
      double odds = Math.pow(odds(row.confidence()), power / Calibration.SHARPNESS);
      double share = Math.min(Calibration.MOST, odds / (1 + odds));
      sum -= Math.log(row.right() ? share : 1 - share);
    }
    return sum / rows.size();
  }

  private static double odds(double confidence) {
    return confidence / (1 - confidence);
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }
}
