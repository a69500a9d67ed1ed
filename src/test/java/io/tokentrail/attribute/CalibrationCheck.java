package io.tokentrail.attribute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Whether names are right as often as their confidence says, and often enough: {@code
 * CalibrationCheck FOLDER}, where each folder of FOLDER is a {@link LabelledCase}. It prints what
 * it found and ends with status 1 when a bound is broken.
 *
 * <p>No case is judged by a power of {@link Calibration} that it helped to choose: cases are parted
 * by their place in the list, every other one, and each half is shown with the power that the other
 * half asks for; and once more each case alone with the power that all others ask for. What the
 * built-in power says is shown last. Whole cases are left out, never rows: the 401s of one incident
 * stand or fall together.
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
    List<LabelledCase> even = new ArrayList<>();
    List<LabelledCase> odd = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      (i % 2 == 0 ? even : odd).add(cases.get(i));
    }
    System.out.printf(Locale.ROOT, "%nsharpness %.2f", Calibration.SHARPNESS);
    double byEven = fit(even);
    double byOdd = fit(odd);
    System.out.printf(Locale.ROOT, "; one half asks for %.2f, the other for %.2f", byEven, byOdd);
    System.out.printf(Locale.ROOT, ", all for %.2f%n", fit(cases));
    List<Said> halves = new ArrayList<>(said(odd, byEven));
    double error = reliability("the second half, fitted on the first", halves);
    require(error <= MOST_ERROR, "calibration error of the second half above " + MOST_ERROR);
    List<Said> first = said(even, byOdd);
    error = reliability("the first half, fitted on the second", first);
    require(error <= MOST_ERROR, "calibration error of the first half above " + MOST_ERROR);
    halves.addAll(first);
    error = reliability("the ambiguous, each half fitted on the other", ambiguous(halves));
    require(
        error <= MOST_ERROR_AMBIGUOUS,
        "calibration error of the ambiguous above " + MOST_ERROR_AMBIGUOUS);
    List<Said> alone = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (LabelledCase one : cases) {
      double power = fit(cases.stream().filter(c -> c != one).toList());
      least = Math.min(least, power);
      most = Math.max(most, power);
      alone.addAll(said(List.of(one), power));
    }
    error =
        reliability(
            String.format(
                Locale.ROOT, "each case fitted on all others (%.2f to %.2f)", least, most),
            alone);
    require(error <= MOST_ERROR, "calibration error, case by case, above " + MOST_ERROR);
    List<Said> all = said(cases, Calibration.SHARPNESS);
    error = reliability("all cases, as they are said", all);
    require(error <= MOST_ERROR, "calibration error above " + MOST_ERROR);
    error = reliability("the ambiguous alone, as they are said", ambiguous(all));
    require(
        error <= MOST_ERROR_AMBIGUOUS,
        "calibration error of the ambiguous above " + MOST_ERROR_AMBIGUOUS);
  }

  /**
   * One name.
   *
   * @param decision what it stands or falls with: the names that one client of a case got
   */
  private record Said(double confidence, boolean right, boolean ambiguous, String decision) {}

  private static List<Said> ambiguous(List<Said> said) {
    return said.stream().filter(Said::ambiguous).toList();
  }

  /** The names of cases as they would be said with another power. */
  private static List<Said> said(List<LabelledCase> cases, double power) {
    List<Said> out = new ArrayList<>();
    for (LabelledCase c : cases) {
      for (LabelledCase.Row row : named(List.of(c))) {
        out.add(
            new Said(
                Calibration.rounded(share(row, power)),
                row.right(),
                row.known().equals("ambiguous"),
                c.name() + "\n" + row.said().failure().client() + "\n" + row.name()));
      }
    }
    return out;
  }

  private static List<LabelledCase.Row> named(List<LabelledCase> cases) {
    return cases.stream().flatMap(c -> c.rows().stream()).filter(LabelledCase.Row::named).toList();
  }

  /**
   * Prints how often names of each tenth are right; returns the expected calibration error. The
   * interval is Wilson's, 95 %, over decisions: a thousand 401s of one client are one.
   */
  private static double reliability(String name, List<Said> rows) {
    System.out.printf("%nreliability, %s: %d names%n", name, rows.size());
    double error = 0;
    for (int tenth = 0; tenth < 10; tenth++) {
      int low = tenth;
      List<Said> part =
          rows.stream().filter(r -> Math.min(9, (int) (r.confidence() * 10)) == low).toList();
      if (!part.isEmpty()) {
        double said = part.stream().mapToDouble(Said::confidence).average().orElseThrow();
        double right = (double) part.stream().filter(Said::right).count() / part.size();
        error += Math.abs(said - right) * part.size() / rows.size();
        SortedMap<String, Boolean> decisions = new TreeMap<>();
        part.forEach(r -> decisions.merge(r.decision(), r.right(), Boolean::logicalAnd));
        int good = (int) decisions.values().stream().filter(r -> r).count();
        Interval wilson =
            BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(decisions.size(), good, 0.05);
        System.out.printf(
            Locale.ROOT,
            "  %.1f to %.1f  %6d names  said %.3f  right %.3f  decisions %4d of %4d  %.3f to %.3f%n",
            tenth / 10.0,
            (tenth + 1) / 10.0,
            part.size(),
            said,
            right,
            good,
            decisions.size(),
            wilson.getLowerBound(),
            wilson.getUpperBound());
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
      double share = share(row, power);
      sum -= Math.log(row.right() ? share : 1 - share);
    }
    return sum / rows.size();
  }

  /** A name's confidence, as it would be with another power. */
  private static double share(LabelledCase.Row row, double power) {
    double odds = Math.pow(row.share() / (1 - row.share()), power);
    return Math.min(Calibration.MOST, odds / (1 + odds));
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }
}
