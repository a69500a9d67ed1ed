package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines that a terminal broke at its right edge, put together again. */
final class Unfolded extends Converted {

  /** Lines that are looked at to find the edge. */
  private static final int LOOKED_AT = 200;

  private static final int NARROWEST = 40;

  private final Lines lines;
  private final List<String> first = new java.util.ArrayList<>();
  private int next;
  private int width;

  Unfolded(InputStream in) {
    super(in);
    lines = new Lines(in);
  }

  /** Where lines of a text were broken: the length that several have and none exceeds; else 0. */
  static int width(List<String> some) {
    int longest = some.stream().mapToInt(String::length).max().orElse(0);
    long full = some.stream().filter(l -> l.length() == longest).count();
    return longest >= NARROWEST && full >= 3 ? longest : 0;
  }

  @Override
  boolean more() throws IOException {
    while (first.size() < LOOKED_AT && width == 0 && lines.next()) {
      first.add(lines.text());
    }
    if (width == 0) {
      width = Math.max(1, width(first));
    }
    String line;
    if (next < first.size()) {
      line = first.get(next++);
    } else if (lines.next()) {
      line = lines.text();
    } else {
      return false;
    }
    piece.write(line.getBytes(StandardCharsets.UTF_8));
    if (line.length() != width) {
      piece.write('\n');
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
