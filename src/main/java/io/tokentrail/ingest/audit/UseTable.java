package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Requests counted by client, identity and credential: an open-addressing table of columns. Rows
 * are found by eight dictionary numbers.
 */
final class UseTable implements Serializable {

  private static final long serialVersionUID = 1;

  /** Source address, agent, user name, pod, its UID, node, credential, legacy Secret. */
  static final int KEYS = 8;

  /** What is counted of a row: all, with a legacy token, with a stale token, answered 403. */
  static final int COUNTS = 4;

  private int[] table = new int[1 << 7];
  private int size;
  private int[] keys = new int[KEYS << 6];
  private long[] plain = new long[COUNTS << 6];
  private long[] staged = new long[COUNTS << 6];
  private long[] received = new long[1 << 6];
  private long[] times = new long[4 << 6];
  private long[] places = new long[2 << 6];
  private int[] files = new int[2 << 6];

  int size() {
    return size;
  }

  int key(int row, int column) {
    return keys[row * KEYS + column];
  }

  /** The row of a key; a new one without counts when there is none. */
  int row(int[] key) {
    int slot = slot(key, 0);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    int row = size++;
    if (row == received.length) {
      widen();
    }
    System.arraycopy(key, 0, keys, row * KEYS, KEYS);
    Arrays.fill(times, row * 4, row * 4 + 4, AuditEvent.NEVER);
    table[slot] = row + 1;
    if (size * 2 > table.length) {
      grow();
    }
    return row;
  }

  /** Counts answered requests of which the log has one line each; {@code flags} are of COUNTS. */
  void plain(int row, int flags, int weight) {
    count(plain, row, flags, weight);
  }

  /** Counts lines of long-running requests, of which the log may have two each. */
  void staged(int row, int flags, int weight) {
    count(staged, row, flags, weight);
  }

  void received(int row, int weight) {
    received[row] += weight;
  }

  private static void count(long[] column, int row, int flags, long weight) {
    for (int i = 0; i < COUNTS; i++) {
      if (((flags >> i) & 1) != 0) {
        column[row * COUNTS + i] += weight;
      }
    }
  }

  /** Notes that a request of the row came in at a time and stands at a place. */
  void seen(int row, long at, int file, long line) {
    int t = row * 4;
    int p = row * 2;
    if (times[t] == AuditEvent.NEVER
        || at < times[t]
        || (at == times[t] && before(file, line, files[p], places[p]))) {
      times[t] = at;
      files[p] = file;
      places[p] = line;
    }
    if (times[t + 1] == AuditEvent.NEVER
        || at > times[t + 1]
        || (at == times[t + 1] && before(file, line, files[p + 1], places[p + 1]))) {
      times[t + 1] = at;
      files[p + 1] = file;
      places[p + 1] = line;
    }
  }

  /** Notes a use of a stale token and its warning threshold. */
  void stale(int row, long at, long threshold) {
    int t = row * 4;
    times[t + 2] = times[t + 2] == AuditEvent.NEVER ? threshold : Math.min(times[t + 2], threshold);
    times[t + 3] = Math.max(times[t + 3], at);
  }

  private static boolean before(int file, long line, int otherFile, long otherLine) {
    return file != otherFile ? file < otherFile : line < otherLine;
  }

  /**
   * Adds another table's rows.
   *
   * @param numbers what the other's dictionary numbers are here
   * @return which rows here the other's rows are
   */
  int[] merge(UseTable other, int[] numbers) {
    int[] rows = new int[other.size];
    int[] key = new int[KEYS];
    for (int from = 0; from < other.size; from++) {
      for (int i = 0; i < KEYS; i++) {
        key[i] = numbers[other.key(from, i)];
      }
      int row = row(key);
      rows[from] = row;
      for (int i = 0; i < COUNTS; i++) {
        plain[row * COUNTS + i] += other.plain[from * COUNTS + i];
        staged[row * COUNTS + i] += other.staged[from * COUNTS + i];
      }
      received[row] += other.received[from];
      if (other.times[from * 4] != AuditEvent.NEVER) {
        seen(row, other.times[from * 4], other.files[from * 2], other.places[from * 2]);
        seen(row, other.times[from * 4 + 1], other.files[from * 2 + 1], other.places[from * 2 + 1]);
      }
      if (other.times[from * 4 + 2] != AuditEvent.NEVER) {
        stale(row, other.times[from * 4 + 3], other.times[from * 4 + 2]);
      }
    }
    return rows;
  }

  /**
   * Distinct requests of a row: one for each plain line; of long-running requests, two lines of one
   * id are one. Where none was answered in the log, those received.
   *
   * @param open lines of long-running requests whose other line is not in the log
   */
  long requests(int row, int count, long open) {
    long answered = plain[row * COUNTS + count] + (staged[row * COUNTS + count] + open) / 2;
    return count == 0 && answered == 0 ? received[row] : answered;
  }

  long firstAt(int row) {
    return times[row * 4];
  }

  long lastAt(int row) {
    return times[row * 4 + 1];
  }

  long threshold(int row) {
    return times[row * 4 + 2];
  }

  long lastStaleAt(int row) {
    return times[row * 4 + 3];
  }

  int firstFile(int row) {
    return files[row * 2];
  }

  int lastFile(int row) {
    return files[row * 2 + 1];
  }

  long firstPlace(int row) {
    return places[row * 2];
  }

  long lastPlace(int row) {
    return places[row * 2 + 1];
  }

  private int slot(int[] key, int from) {
    long h = 0;
    for (int i = 0; i < KEYS; i++) {
      h = Hashing.mix(h ^ key[from + i], 0x9e3779b97f4a7c15L) + i;
    }
    int mask = table.length - 1;
    int slot = (int) h & mask;
    while (table[slot] != 0) {
      int at = (table[slot] - 1) * KEYS;
      if (Arrays.equals(keys, at, at + KEYS, key, from, from + KEYS)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    table = new int[table.length * 2];
    for (int row = 0; row < size; row++) {
      table[slot(keys, row * KEYS)] = row + 1;
    }
  }

  private void widen() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    plain = Arrays.copyOf(plain, plain.length * 2);
    staged = Arrays.copyOf(staged, staged.length * 2);
    received = Arrays.copyOf(received, received.length * 2);
    times = Arrays.copyOf(times, times.length * 2);
    places = Arrays.copyOf(places, places.length * 2);
    files = Arrays.copyOf(files, files.length * 2);
  }
}
