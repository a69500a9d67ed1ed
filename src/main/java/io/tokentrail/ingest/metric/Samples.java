package io.tokentrail.ingest.metric;

import io.tokentrail.model.Place;
import io.tokentrail.model.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects samples into series while a file is read. */
final class Samples {

  /** A file may name this many series; the next ones are not kept. */
  static final int MOST_SERIES = 20_000;

  private final String path;
  private final Map<String, Series> found = new TreeMap<>();
  private final Map<String, List<Series.Point>> points = new TreeMap<>();
  private long dropped;

  Samples(String path) {
    this.path = path;
  }

  /** Keeps one sample; values that are no numbers are gaps. */
  void add(String name, SortedMap<String, String> labels, Instant at, double value, long line) {
    if (Double.isNaN(value) || name.isEmpty()) {
      return;
    }
    String key = name + labels;
    List<Series.Point> own = points.get(key);
    if (own == null) {
      if (found.size() >= MOST_SERIES) {
        dropped++;
        return;
      }
      own = new ArrayList<>();
      points.put(key, own);
      found.put(key, new Series(name, labels, List.of(), new Place(path, line)));
    }
    own.add(new Series.Point(at, value));
  }

  long dropped() {
    return dropped;
  }

  List<Series> series() {
    List<Series> all = new ArrayList<>();
    found.forEach(
        (key, s) -> all.add(new Series(s.name(), s.labels(), points.get(key), s.place())));
    return all;
  }
}
