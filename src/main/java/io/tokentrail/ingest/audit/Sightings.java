package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which events were seen where, by the hash of their identity: all of them while they are few, else
 * a sample of those whose hash starts with zero bits, which is the same sample wherever the log is
 * cut. Two files that share events share sampled ones.
 *
 * <p>Of n plain lines, about one in n / {@link #LIMIT} is in the sample, so that two files that
 * share k lines share none of the sample with a chance of (1 - LIMIT / n)^k. {@link Suspects} says
 * what finds those lines too.
 */
final class Sightings implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many plain lines are remembered, unless told otherwise: 28 bytes each. */
  static final int LIMIT = 1 << 20;

  private final int limit;
  private int bits;
  private int size;
  private long[] hashes = new long[64];
  private int[] files = new int[64];
  private long[] minutes = new long[64];
  private long[] lines = new long[64];

  Sightings(int limit) {
    this.limit = limit;
  }

  /**
   * Remembers an event, perhaps.
   *
   * @param line where it stands, see {@link Lines}
   */
  void add(long hash, int file, long minute, long line) {
    if (!sampled(hash)) {
      return;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      files = Arrays.copyOf(files, size * 2);
      minutes = Arrays.copyOf(minutes, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    hashes[size] = hash;
    files[size] = file;
    minutes[size] = minute;
    lines[size] = line;
    size++;
    if (size > limit) {
      thin(bits + 1);
    }
  }

  private boolean sampled(long hash) {
    return bits == 0 || hash >>> (64 - bits) == 0;
  }

  private void thin(int wanted) {
    bits = wanted;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (sampled(hashes[i])) {
        hashes[kept] = hashes[i];
        files[kept] = files[i];
        minutes[kept] = minutes[i];
        lines[kept] = lines[i];
        kept++;
      }
    }
    size = kept;
  }

  void merge(Sightings other) {
    if (other.bits > bits) {
      thin(other.bits);
    }
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i], other.files[i], other.minutes[i], other.lines[i]);
    }
  }

  /** The share of lines that is remembered. */
  double share() {
    return Math.scalb(1.0, -bits);
  }

  int size() {
    return size;
  }

  /** Whether nothing was left out. */
  boolean complete() {
    return bits == 0;
  }

  long hash(int i) {
    return hashes[i];
  }

  int file(int i) {
    return files[i];
  }

  long minute(int i) {
    return minutes[i];
  }

  long line(int i) {
    return lines[i];
  }
}
