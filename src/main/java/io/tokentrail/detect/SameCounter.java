package io.tokentrail.detect;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Node;
import io.tokentrail.model.Series;
import io.tokentrail.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One counter that the input has twice, as Prometheus stored it and as it was scraped by hand: the
 * labels that Prometheus adds differ, and one names the server by address, the other by name. The
 * series with more samples stands for both, longer by the other's samples before and after it. They
 * are not mixed within it: an answer of Prometheus may be a minute old, and a value that is lower
 * than a fresher one before it would read as a restart.
 */
final class SameCounter {

  /** What Prometheus says of where it scraped, not of what is counted. */
  private static final Set<String> TARGET =
      Set.of("job", "endpoint", "service", "metrics_path", "prometheus", "cluster", "node");

  /** Prometheus answers with samples of up to five minutes before. */
  private static final Duration STALE = Duration.ofMinutes(5);

  private SameCounter() {}

  /** Every series once. */
  static List<Series> once(Facts facts) {
    Map<String, String> nodes = new HashMap<>();
    for (Snapshot snapshot : facts.snapshots()) {
      for (Node node : snapshot.nodes()) {
        node.addresses().forEach(a -> nodes.put(a, node.name()));
      }
    }
    Map<String, List<Series>> same = new TreeMap<>();
    for (Series series : facts.series()) {
      same.computeIfAbsent(counted(series, nodes), k -> new ArrayList<>()).add(series);
    }
    List<Series> out = new ArrayList<>();
    for (List<Series> group : same.values()) {
      // several processes of one machine count alike: then nobody knows whose the scrape is
      long processes =
          group.stream().map(SameCounter::process).filter(p -> !p.isEmpty()).distinct().count();
      boolean oneFile = group.stream().map(s -> s.place().path()).distinct().count() == 1;
      if (group.size() == 1 || oneFile || processes != 1) {
        out.addAll(group);
      } else {
        out.add(joined(group));
      }
    }
    return out.stream().sorted().toList();
  }

  /** What is counted, and on which machine. */
  private static String counted(Series series, Map<String, String> nodes) {
    Map<String, String> labels = new TreeMap<>(series.labels());
    if (labels.containsKey("instance")) {
      labels.keySet().removeAll(TARGET);
      labels.computeIfPresent("instance", (k, v) -> server(v, nodes));
    }
    return series.name() + labels;
  }

  /** The job and port that Prometheus names; empty for a scrape by hand. */
  private static String process(Series series) {
    String instance = series.labels().getOrDefault("instance", "");
    String port = instance.substring(instance.lastIndexOf(':') + 1);
    return series.labels().getOrDefault("job", "") + (port.equals(instance) ? "" : ":" + port);
  }

  /** The node's name where the address is one's; else as it is, without the port. */
  static String server(String instance, Map<String, String> nodes) {
    int colon = instance.lastIndexOf(':');
    String host = colon > 0 ? instance.substring(0, colon) : instance;
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return nodes.getOrDefault(bare, bare);
  }

  private static Series joined(List<Series> group) {
    List<Series> longest =
        group.stream()
            .sorted(
                Comparator.comparing((Series s) -> s.points().size())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Series first = longest.get(0);
    List<Series.Point> points = new ArrayList<>(first.points());
    for (Series other : longest.subList(1, longest.size())) {
      if (points.isEmpty()) {
        points.addAll(other.points());
        continue;
      }
      points.sort(Comparator.comparing(Series.Point::at));
      Instant from = points.get(0).at().minus(STALE);
      Instant to = points.get(points.size() - 1).at().plus(STALE);
      other.points().stream()
          .filter(p -> p.at().isBefore(from) || p.at().isAfter(to))
          .forEach(points::add);
    }
    return new Series(first.name(), first.labels(), points, first.place());
  }
}
