package io.tokentrail.report.facts;

import io.tokentrail.model.Report;
import io.tokentrail.report.Visible;
import io.tokentrail.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of facts.
 *
 * @param <R> what gives a row
 * @param name the file's name without {@code .parquet}
 * @param meaning what a row is, in one sentence
 * @param columns its columns; rows are sorted by them from left to right, unknown last
 * @param records what gives its rows
 */
public record FactsTable<R>(
    String name, String meaning, List<Column<R>> columns, Function<Report, Stream<R>> records) {

  /** Longest text, as in the CSVs; a client may send an agent of 64 kB with every request. */
  private static final int LONGEST = 8192;

  public FactsTable {
    columns = List.copyOf(columns);
  }

  /** The rows, a value for each column, sorted. */
  public List<Object[]> rows(Report report) {
    return records
        .apply(report)
        .map(r -> columns.stream().map(c -> c.value().apply(r)).toArray())
        .sorted(FactsTable::compare)
        .toList();
  }

  private static int compare(Object[] a, Object[] b) {
    return Arrays.compare(a, b, Comparator.nullsLast(FactsTable::compareValues));
  }

  private static int compareValues(Object a, Object b) {
    if (a instanceof String x) {
      return Visible.CODE_POINTS.compare(x, (String) b);
    }
    if (a instanceof Instant x) {
      return x.compareTo((Instant) b);
    }
    if (a instanceof Long x) {
      return x.compareTo((Long) b);
    }
    if (a instanceof Double x) {
      return x.compareTo((Double) b);
    }
    if (a instanceof Boolean x) {
      return x.compareTo((Boolean) b);
    }
    return Visible.CODE_POINTS.compare(a.toString(), b.toString());
  }

  /** Starts a table. */
  static <R> Columns<R> named(String name, String meaning) {
    return new Columns<>(name, meaning);
  }

  /**
   * Columns of a table. Text is what the CSVs print, without their guard against formulas.
   *
   * @param <R> what gives a row
   */
  static final class Columns<R> {

    private final String name;
    private final String meaning;
    private final List<Column<R>> columns = new ArrayList<>();

    private Columns(String name, String meaning) {
      this.name = name;
      this.meaning = meaning;
    }

    Columns<R> text(String column, String says, Function<R, String> value) {
      return add(column, Column.Type.TEXT, says, r -> FactsTable.text(value.apply(r)));
    }

    Columns<R> texts(String column, String says, Function<R, Collection<String>> value) {
      return add(column, Column.Type.TEXTS, says, r -> FactsTable.texts(value.apply(r)));
    }

    Columns<R> time(String column, String says, Function<R, Instant> value) {
      return maybeTime(column, says, r -> Optional.of(value.apply(r)));
    }

    Columns<R> maybeTime(String column, String says, Function<R, Optional<Instant>> value) {
      return add(
          column,
          Column.Type.TIME,
          says,
          r -> value.apply(r).filter(Words::plausible).orElse(null));
    }

    Columns<R> count(String column, String says, Function<R, Long> value) {
      return add(column, Column.Type.COUNT, says, value::apply);
    }

    Columns<R> maybeCount(String column, String says, Function<R, OptionalLong> value) {
      return add(column, Column.Type.COUNT, says, r -> known(value.apply(r)));
    }

    Columns<R> number(String column, String says, Function<R, Double> value) {
      return add(column, Column.Type.NUMBER, says, r -> finite(value.apply(r)));
    }

    Columns<R> seconds(String column, String says, Function<R, Optional<Duration>> value) {
      return add(
          column,
          Column.Type.NUMBER,
          says,
          r -> value.apply(r).map(d -> d.toMillis() / 1000.0).orElse(null));
    }

    Columns<R> flag(String column, String says, Predicate<R> value) {
      return add(column, Column.Type.FLAG, says, value::test);
    }

    private Columns<R> add(
        String column, Column.Type type, String says, Function<R, Object> value) {
      columns.add(new Column<>(column, type, says, value));
      return this;
    }

    FactsTable<R> of(Function<Report, Stream<R>> records) {
      return new FactsTable<>(name, meaning, columns, records);
    }
  }

  private static String text(String value) {
    String shown = Visible.clip(Visible.keepingLines(value), LONGEST);
    return shown.isEmpty() ? null : shown;
  }

  private static List<String> texts(Collection<String> values) {
    return values.stream()
        .map(Visible::keepingLines)
        .sorted(Visible.CODE_POINTS)
        .distinct()
        .toList();
  }

  private static Long known(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static Double finite(Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }
}
