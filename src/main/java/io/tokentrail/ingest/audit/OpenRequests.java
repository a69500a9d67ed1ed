package io.tokentrail.ingest.audit;

import java.io.Serializable;

/**
 * Pairs the two lines of long-running requests: ResponseStarted counts up, ResponseComplete down,
 * under the hash of their common id, and what comes to zero is forgotten. So parts of a log can be
 * read in any order, and what is held are the requests that are open at the edges of what was read,
 * never all of them.
 */
final class OpenRequests implements Serializable {

  private static final long serialVersionUID = 1;

  /** Slots of the table; a balance of zero is a slot whose request was paired. */
  private long[] ids = new long[256];

  private int[] rows = new int[256];
  private int[] flags = new int[256];
  private int[] balances = new int[256];
  private boolean[] used = new boolean[256];
  private int filled;

  void add(long id, int row, int flag, int change) {
    int slot = slot(id);
    if (used[slot]) {
      balances[slot] += change;
      return;
    }
    put(slot, id, row, flag, change);
    if (filled * 2 > ids.length) {
      rebuild();
    }
  }

  private void put(int slot, long id, int row, int flag, int balance) {
    used[slot] = true;
    ids[slot] = id;
    rows[slot] = row;
    flags[slot] = flag;
    balances[slot] = balance;
    filled++;
  }

  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) id & mask;
    while (used[slot] && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Leaves out what was paired; grows when much is open. */
  private void rebuild() {
    OpenRequests old = new OpenRequests();
    old.ids = ids;
    old.rows = rows;
    old.flags = flags;
    old.balances = balances;
    int open = 0;
    for (int balance : balances) {
      open += balance != 0 ? 1 : 0;
    }
    int size = Math.max(256, Integer.highestOneBit(open) * 8);
    ids = new long[size];
    rows = new int[size];
    flags = new int[size];
    balances = new int[size];
    used = new boolean[size];
    filled = 0;
    for (int i = 0; i < old.ids.length; i++) {
      if (old.balances[i] != 0) {
        put(slot(old.ids[i]), old.ids[i], old.rows[i], old.flags[i], old.balances[i]);
      }
    }
  }

  void merge(OpenRequests other, int[] numbers) {
    for (int i = 0; i < other.ids.length; i++) {
      if (other.balances[i] != 0) {
        add(other.ids[i], numbers[other.rows[i]], other.flags[i], other.balances[i]);
      }
    }
  }

  /** Unpaired lines by row and by what they count as. */
  long[] unpaired(int count) {
    long[] counts = new long[count * UseTable.COUNTS];
    for (int slot = 0; slot < ids.length; slot++) {
      for (int i = 0; i < UseTable.COUNTS; i++) {
        if (((flags[slot] >> i) & 1) != 0) {
          counts[rows[slot] * UseTable.COUNTS + i] += Math.abs(balances[slot]);
        }
      }
    }
    return counts;
  }
}
