package io.tokentrail.report.csv;

import io.tokentrail.model.Severity;
import io.tokentrail.report.Visible;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table ready to print.
 *
 * @param name the file's name without {@code .csv}
 * @param columns its header
 * @param rows its cells, sorted
 */
public record Table(String name, List<String> columns, List<List<String>> rows) {

  private static final Comparator<String> NUMBERS =
      Comparator.comparing((String s) -> new BigDecimal(s));

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Starts a table. */
  static <R> Columns<R> named(String name) {
    return new Columns<>(name);
  }

  /**
   * Columns of a table of records.
   *
   * @param <R> the record that gives a row
   */
  static final class Columns<R> {
    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final List<Function<R, String>> cells = new ArrayList<>();
    private final List<Comparator<List<String>>> keys = new ArrayList<>();

    private Columns(String name) {
      this.name = name;
    }

    Columns<R> column(String title, Function<R, String> cell) {
      columns.add(title);
      cells.add(cell);
      return this;
    }

    /** Sorts by the text of a column, in code point order; no text is the smallest text. */
    Columns<R> byText(String column) {
      return sortedBy(column, Visible.CODE_POINTS);
    }

    /** Sorts by a column's time, earliest first; empty cells last. */
    Columns<R> byTime(String column) {
      return by(column, Visible.CODE_POINTS);
    }

    /** Sorts by a column's number, smallest first. */
    Columns<R> byNumber(String column) {
      return by(column, NUMBERS);
    }

    /** Sorts by a column's number, largest first. */
    Columns<R> byNumberDown(String column) {
      return by(column, NUMBERS.reversed());
    }

    /** Sorts by severity, worst first. */
    Columns<R> bySeverity(String column) {
      return by(column, Comparator.comparing(s -> Severity.valueOf(s.toUpperCase(Locale.ROOT))));
    }

    /** Sorts by a column in an order of its own; empty cells last. */
    Columns<R> by(String column, Comparator<String> order) {
      return sortedBy(
          column,
          Comparator.comparing(String::isEmpty)
              .thenComparing((a, b) -> a.isEmpty() ? 0 : order.compare(a, b)));
    }

    private Columns<R> sortedBy(String column, Comparator<String> order) {
      int at = columns.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException("no such column: " + column);
      }
      keys.add(Comparator.comparing(row -> row.get(at), order));
      return this;
    }

    Table of(Stream<R> records) {
      return of(records, Long.MAX_VALUE);
    }

    /** The first so many rows; those of equal keys are ordered by their cells, left to right. */
    Table of(Stream<R> records, long most) {
      for (String column : List.copyOf(columns)) {
        byText(column);
      }
      Comparator<List<String>> order =
          keys.stream().reduce(Comparator::thenComparing).orElseThrow();
      return new Table(name, columns, records.map(this::row).sorted(order).limit(most).toList());
    }

    private List<String> row(R record) {
      return cells.stream().map(cell -> cell.apply(record)).toList();
    }
  }
}
