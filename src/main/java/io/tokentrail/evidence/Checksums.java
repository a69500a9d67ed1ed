package io.tokentrail.evidence;

import java.util.Map;
import java.util.SortedMap;

/** {@code checksums.txt}: what {@code sha256sum -c} reads, from the output folder. */
public final class Checksums {

  private Checksums() {}

  /** One line a file, sorted by path. */
  public static String of(SortedMap<String, String> digests) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      lines.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
    }
    return lines.toString();
  }
}
