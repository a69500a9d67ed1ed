package io.tokentrail.ingest.log;

import io.tokentrail.model.LogLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out lines that overlapping files of one program hold twice: rotated files, or a journal
 * that was exported two times. A line that a file repeats by itself stays.
 */
public final class Overlaps {

  /** What makes two lines the same. A stamp to the second says too little without a host. */
  private record Same(Instant at, String component, String host, LogLine.Meaning meaning) {

    boolean tells() {
      return !at.equals(at.truncatedTo(ChronoUnit.SECONDS)) || !host.isEmpty();
    }
  }

  private Overlaps() {}

  /** The same parts, each line in the first file by path that has it; sorted by path. */
  public static List<LogPart> once(List<LogPart> parts) {
    List<LogPart> sorted =
        parts.stream().sorted(Comparator.comparing(p -> p.file().path())).toList();
    Map<Same, Integer> before = new HashMap<>();
    List<LogPart> all = new ArrayList<>();
    for (LogPart part : sorted) {
      Map<Same, Integer> here = new HashMap<>();
      List<LogLine> lines = new ArrayList<>();
      for (LogLine line : part.lines()) {
        Same same = new Same(line.at(), line.component(), line.host(), line.meaning());
        int times = here.merge(same, 1, Integer::sum);
        if (!same.tells() || times > before.getOrDefault(same, 0)) {
          lines.add(line);
        }
      }
      here.forEach((same, times) -> before.merge(same, times, Math::max));
      all.add(new LogPart(part.file(), List.copyOf(lines), part.flags()));
    }
    return all;
  }
}
