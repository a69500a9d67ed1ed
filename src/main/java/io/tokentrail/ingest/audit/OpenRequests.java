package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs the two lines of long-running requests: ResponseStarted counts up, ResponseComplete down,
 * under the hash of their common id, and what comes to zero is forgotten. So parts of a log can be
 * read in any order, and what is held are the requests that are open at the edges of what was read,
 * never all of them.
 */
final class OpenRequests implements Serializable {

  private static final long serialVersionUID = 1;

  /**
   * One side of a request without the other.
   *
   * @param row whose it is
   * @param flags what it counts as
   * @param balance lines that started minus lines that completed
   */
  private record Open(int row, int flags, int balance) implements Serializable {}

  private final Map<Long, Open> open = new HashMap<>();

  void add(long id, int row, int flags, int change) {
    Open before = open.get(id);
    int balance = (before == null ? 0 : before.balance()) + change;
    if (balance == 0) {
      open.remove(id);
    } else {
      open.put(id, new Open(row, flags, balance));
    }
  }

  void merge(OpenRequests other, int[] rows) {
    other.open.forEach((id, o) -> add(id, rows[o.row()], o.flags(), o.balance()));
  }

  /** Unpaired lines by row and by what they count as. */
  long[] unpaired(int rows) {
    long[] counts = new long[rows * UseTable.COUNTS];
    open.forEach(
        (id, o) -> {
          for (int i = 0; i < UseTable.COUNTS; i++) {
            if (((o.flags() >> i) & 1) != 0) {
              counts[o.row() * UseTable.COUNTS + i] += Math.abs(o.balance());
            }
          }
        });
    return counts;
  }
}
