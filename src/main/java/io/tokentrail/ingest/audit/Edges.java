package io.tokentrail.ingest.audit;

import java.io.Serializable;

/**
 * The first and the last plain lines of every file, all of them: where logs are rotated or exported
 * twice, the end of one file is the beginning of another.
 */
final class Edges implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many lines at either end. A file of up to twice as many is in here as a whole. */
  static final int LINES = 512;

  /** Which lines they are is not asked. */
  private static final long SOME_LINE = 0;

  private final Sightings seen = new Sightings(Integer.MAX_VALUE);
  private transient long[] hashes;
  private transient long[] minutes;
  private transient long lines;

  /** A plain line of a part that is being read. */
  void add(long hash, Part part, long minute) {
    boolean first = part.range() == 0 && lines < LINES;
    if (first) {
      seen.add(hash, part.file(), minute, SOME_LINE);
    } else if (part.last()) {
      if (hashes == null) {
        hashes = new long[LINES];
        minutes = new long[LINES];
      }
      hashes[(int) (lines % LINES)] = hash;
      minutes[(int) (lines % LINES)] = minute;
    }
    lines++;
  }

  /** The part is read. */
  void end(Part part) {
    long head = part.range() == 0 ? LINES : 0;
    if (part.last()) {
      for (long line = Math.max(head, lines - LINES); line < lines; line++) {
        int i = (int) (line % LINES);
        seen.add(hashes[i], part.file(), minutes[i], SOME_LINE);
      }
    }
    lines = 0;
  }

  void merge(Edges other) {
    seen.merge(other.seen);
  }

  Sightings seen() {
    return seen;
  }
}
