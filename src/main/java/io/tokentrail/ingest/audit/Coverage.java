package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one audit file covers, counted. */
final class Coverage implements Serializable {

  private static final long serialVersionUID = 1;

  private final Map<Integer, Long> stages = new HashMap<>();
  private final Map<Integer, Long> levels = new HashMap<>();
  private final Map<Integer, Long> tokenRequestLevels = new HashMap<>();
  private final Map<Long, Long> minutes = new HashMap<>();
  private final Map<Integer, Range> ranges = new TreeMap<>();
  private long minute;
  private long inMinute;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long records;
  private long rejected;
  private long duplicates;
  private String problem = "";

  /** Counts an event; a weight of -1 takes back one that turned out to be a repetition. */
  void add(int stage, int level, boolean tokenRequest, long at, int weight) {
    stages.merge(stage, (long) weight, Long::sum);
    levels.merge(level, (long) weight, Long::sum);
    if (tokenRequest) {
      tokenRequestLevels.merge(level, (long) weight, Long::sum);
    }
    long m = Stamp.minute(at);
    if (m != minute) {
      flush();
      minute = m;
    }
    inMinute += weight;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  void record() {
    records++;
  }

  void duplicate() {
    duplicates++;
  }

  void reject() {
    rejected++;
  }

  /**
   * What a byte range holds.
   *
   * @param lines lines that start in it
   * @param first earliest minute of its events
   * @param last latest minute of its events; before {@code first} when it has none
   */
  record Range(long lines, long first, long last) implements Serializable {}

  void range(int number, Range range) {
    ranges.put(number, range);
  }

  /** Lines before a range. */
  long linesBefore(int range) {
    long lines = 0;
    for (Map.Entry<Integer, Range> r : ranges.entrySet()) {
      if (r.getKey() < range) {
        lines += r.getValue().lines();
      }
    }
    return lines;
  }

  Map<Integer, Range> ranges() {
    return ranges;
  }

  /** Notes that the file, or its rest, could not be read. */
  void problem(String why) {
    problem = problem.isEmpty() || why.compareTo(problem) < 0 ? why : problem;
  }

  String problem() {
    return problem;
  }

  private void flush() {
    if (inMinute != 0) {
      minutes.merge(minute, inMinute, Long::sum);
      inMinute = 0;
    }
  }

  void merge(Coverage other, int[] numbers) {
    flush();
    other.flush();
    other.stages.forEach((k, v) -> stages.merge(numbers[k], v, Long::sum));
    other.levels.forEach((k, v) -> levels.merge(numbers[k], v, Long::sum));
    other.tokenRequestLevels.forEach((k, v) -> tokenRequestLevels.merge(numbers[k], v, Long::sum));
    other.minutes.forEach((k, v) -> minutes.merge(k, v, Long::sum));
    ranges.putAll(other.ranges);
    if (!other.problem.isEmpty()) {
      problem(other.problem);
    }
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    records += other.records;
    rejected += other.rejected;
    duplicates += other.duplicates;
  }

  Map<String, Long> stages(Dictionary texts) {
    return named(stages, texts);
  }

  Map<String, Long> levels(Dictionary texts) {
    return named(levels, texts);
  }

  Map<String, Long> tokenRequestLevels(Dictionary texts) {
    return named(tokenRequestLevels, texts);
  }

  SortedMap<Long, Long> minutes() {
    flush();
    TreeMap<Long, Long> sorted = new TreeMap<>(minutes);
    sorted.values().removeIf(n -> n == 0);
    return sorted;
  }

  private static Map<String, Long> named(Map<Integer, Long> counts, Dictionary texts) {
    Map<String, Long> named = new TreeMap<>();
    counts.forEach(
        (k, v) -> {
          if (v != 0) {
            named.merge(texts.text(k), v, Long::sum);
          }
        });
    return named;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long records() {
    return records;
  }

  long rejected() {
    return rejected;
  }

  long duplicates() {
    return duplicates;
  }
}
