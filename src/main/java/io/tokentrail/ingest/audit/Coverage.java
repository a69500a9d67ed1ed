package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What one audit file covers, counted. */
final class Coverage implements Serializable {

  private static final long serialVersionUID = 1;

  /** Events of one sort: a stage, a level, and whether they are TokenRequests. */
  private static final class Sort implements Serializable {
    private static final long serialVersionUID = 1;
    private final int stage;
    private final int level;
    private final boolean tokenRequest;
    private long events;

    Sort(int stage, int level, boolean tokenRequest) {
      this.stage = stage;
      this.level = level;
      this.tokenRequest = tokenRequest;
    }
  }

  private final List<Sort> sorts = new ArrayList<>();
  private final Map<Long, Long> minutes = new HashMap<>();
  private final Map<Integer, Range> ranges = new TreeMap<>();
  private int recorded;
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
    sort(stage, level, tokenRequest).events += weight;
    long m = Stamp.minute(at);
    if (m != minute) {
      flush();
      minute = m;
    }
    inMinute += weight;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  /** There are few sorts: a look along the list is quicker than a map. */
  private Sort sort(int stage, int level, boolean tokenRequest) {
    for (int i = 0; i < sorts.size(); i++) {
      Sort s = sorts.get(i);
      if (s.stage == stage && s.level == level && s.tokenRequest == tokenRequest) {
        return s;
      }
    }
    Sort sort = new Sort(stage, level, tokenRequest);
    sorts.add(sort);
    return sort;
  }

  /** Notes what an event shows of the policy, see {@link Recorded#bits}. */
  void recorded(int bits) {
    recorded |= bits;
  }

  int recorded() {
    return recorded;
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
    for (Sort s : other.sorts) {
      sort(numbers[s.stage], numbers[s.level], s.tokenRequest).events += s.events;
    }
    other.minutes.forEach((k, v) -> minutes.merge(k, v, Long::sum));
    ranges.putAll(other.ranges);
    if (!other.problem.isEmpty()) {
      problem(other.problem);
    }
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    recorded |= other.recorded;
    records += other.records;
    rejected += other.rejected;
    duplicates += other.duplicates;
  }

  Map<String, Long> stages(Dictionary texts) {
    return named(texts, s -> s.stage);
  }

  Map<String, Long> levels(Dictionary texts) {
    return named(texts, s -> s.level);
  }

  Map<String, Long> tokenRequestLevels(Dictionary texts) {
    return named(texts, s -> s.tokenRequest ? s.level : -1);
  }

  SortedMap<Long, Long> minutes() {
    flush();
    TreeMap<Long, Long> sorted = new TreeMap<>(minutes);
    sorted.values().removeIf(n -> n == 0);
    return sorted;
  }

  private Map<String, Long> named(Dictionary texts, ToIntFunction<Sort> number) {
    Map<String, Long> named = new TreeMap<>();
    for (Sort s : sorts) {
      if (s.events != 0 && number.applyAsInt(s) >= 0) {
        named.merge(texts.text(number.applyAsInt(s)), s.events, Long::sum);
      }
    }
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
