package io.tokentrail.ingest.audit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Occurrences of suspect events, and which of them are repetitions: the first one in the order of
 * files and lines is the original.
 */
final class Repeats implements Mergeable<Repeats>, Serializable {

  private static final long serialVersionUID = 1;

  private int size;
  private long[] hashes = new long[64];
  private int[] files = new int[64];
  private long[] lines = new long[64];

  /** By part, how often the event with a hash is to be taken out at a line. */
  private transient Map<Integer, Set<Integer>> parts = Map.of();

  void add(long hash, int file, long line) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      files = Arrays.copyOf(files, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    hashes[size] = hash;
    files[size] = file;
    lines[size] = line;
    size++;
  }

  @Override
  public void merge(Repeats other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i], other.files[i], other.lines[i]);
    }
  }

  /** The repetitions among all events of a log. */
  static Repeats in(Sightings... all) {
    Repeats seen = new Repeats();
    for (Sightings some : all) {
      for (int i = 0; i < some.size(); i++) {
        seen.add(some.hash(i), some.file(i), some.line(i));
      }
    }
    return seen.repeats();
  }

  /** All but the first of each. */
  Repeats repeats() {
    Repeats repeats = new Repeats();
    repeats.parts = new HashMap<>();
    int[] order =
        occurringOften()
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> hashes[i])
                    .thenComparingInt(i -> files[i])
                    .thenComparingLong(i -> lines[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int n = 1; n < order.length; n++) {
      int i = order[n];
      if (hashes[i] == hashes[order[n - 1]]) {
        repeats.add(hashes[i], files[i], lines[i]);
        repeats.parts.computeIfAbsent(files[i], f -> new HashSet<>()).add(Lines.range(lines[i]));
      }
    }
    return repeats;
  }

  /** Where events stand that occur more than once: few of many, as a rule. */
  private IntStream occurringOften() {
    long[] sorted = Arrays.copyOf(hashes, size);
    Arrays.sort(sorted);
    int often = 0;
    for (int i = 1; i < size; i++) {
      if (sorted[i - 1] == sorted[i] && (often == 0 || sorted[often - 1] != sorted[i])) {
        sorted[often++] = sorted[i];
      }
    }
    int count = often;
    return IntStream.range(0, size)
        .filter(i -> Arrays.binarySearch(sorted, 0, count, hashes[i]) >= 0);
  }

  /** The parts in which repetitions stand. */
  List<Part> among(List<Part> all) {
    List<Part> repeating = new ArrayList<>();
    for (Part part : all) {
      if (parts.getOrDefault(part.file(), Set.of()).contains(part.range())) {
        repeating.add(part);
      }
    }
    return repeating;
  }

  /** The repetitions of a part: by line, the hashes of what is to be taken out there. */
  Map<Long, List<Long>> of(Part part) {
    Map<Long, List<Long>> byLine = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (files[i] == part.file() && Lines.range(lines[i]) == part.range()) {
        byLine.computeIfAbsent(lines[i], l -> new ArrayList<>()).add(hashes[i]);
      }
    }
    return byLine;
  }
}
