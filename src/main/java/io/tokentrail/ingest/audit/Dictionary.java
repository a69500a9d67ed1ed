package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts numbered in the order of their first sight; number 0 is the empty text. */
final class Dictionary implements Serializable {

  private static final long serialVersionUID = 1;

  private byte[] arena = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int size = 1;
  private int[] table = new int[1 << 9];

  int size() {
    return size;
  }

  /** The number of a text. */
  int number(byte[] b, int from, int to) {
    if (from == to) {
      return 0;
    }
    int slot = slot(b, from, to);
    if (table[slot] == 0) {
      table[slot] = append(b, from, to);
      if (size * 2 > table.length) {
        grow();
      }
      return size - 1;
    }
    return table[slot];
  }

  String text(int number) {
    int from = number == 0 ? 0 : ends[number - 1];
    return new String(arena, from, ends[number] - from, StandardCharsets.UTF_8);
  }

  /** The numbers that the texts of another dictionary have here. */
  int[] merge(Dictionary other) {
    int[] numbers = new int[other.size];
    for (int i = 1; i < other.size; i++) {
      numbers[i] = number(other.arena, other.ends[i - 1], other.ends[i]);
    }
    return numbers;
  }

  private int append(byte[] b, int from, int to) {
    int start = ends[size - 1];
    int length = to - from;
    if (arena.length - start < length) {
      arena = Arrays.copyOf(arena, Math.max(arena.length * 2, Math.addExact(start, length)));
    }
    System.arraycopy(b, from, arena, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size] = start + length;
    return size++;
  }

  private int slot(byte[] b, int from, int to) {
    int mask = table.length - 1;
    int slot = (int) Hashing.hash(b, from, to, 0) & mask;
    while (table[slot] != 0
        && !Arrays.equals(b, from, to, arena, ends[table[slot] - 1], ends[table[slot]])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    table = new int[table.length * 2];
    for (int i = 1; i < size; i++) {
      table[slot(arena, ends[i - 1], ends[i])] = i;
    }
  }
}
