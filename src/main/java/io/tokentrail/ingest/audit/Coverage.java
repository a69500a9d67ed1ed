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
  private final TreeMap<Integer, Long> lines = new TreeMap<>();
  private long minute;
  private long inMinute;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long records;
  private long rejected;
  private long duplicates;

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

  /** Notes how many lines start in a range. */
  void lines(int range, long count) {
    lines.merge(range, count, Long::sum);
  }

  /** Lines before a range. */
  long linesBefore(int range) {
    return lines.headMap(range).values().stream().mapToLong(Long::longValue).sum();
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
    other.lines.forEach(this::lines);
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
