package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokentrail.ingest.source.Masking;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rejected records, the first ones in the order of files and lines. */
final class Rejected implements Serializable {

  private static final long serialVersionUID = 1;

  /** How much of a record is looked at. */
  private static final int BEGINNING = 4096;

  /**
   * One of them.
   *
   * @param file number of the file
   * @param line where it stands, see {@link Lines}
   * @param why the reason
   * @param sample its beginning
   */
  record Row(int file, long line, String why, String sample) implements Serializable {}

  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::file)
          .thenComparingLong(Row::line)
          .thenComparing(Row::why)
          .thenComparing(Row::sample);

  private final int limit;
  private final List<Row> rows = new ArrayList<>();

  Rejected(int limit) {
    this.limit = limit;
  }

  void add(int file, long line, String why, byte[] bytes, int from, int to) {
    String beginning = new String(bytes, from, Math.min(to - from, BEGINNING), UTF_8);
    rows.add(new Row(file, line, why, Masking.sample(beginning)));
    prune();
  }

  void merge(Rejected other) {
    rows.addAll(other.rows);
    prune();
  }

  private void prune() {
    if (rows.size() > 2 * limit + 16) {
      rows.sort(ORDER);
      rows.subList(limit, rows.size()).clear();
    }
  }

  /** The first ones, in order. */
  List<Row> rows() {
    rows.sort(ORDER);
    return rows.subList(0, Math.min(limit, rows.size()));
  }
}
