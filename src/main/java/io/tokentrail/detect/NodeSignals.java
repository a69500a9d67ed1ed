package io.tokentrail.detect;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Node;
import io.tokentrail.model.Series;
import io.tokentrail.model.Signal;
import io.tokentrail.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a node's kubelet fares, beside the 401s of the pods on it: its conditions, its pod lifecycle
 * event generator (PLEG), its pod syncs and volume operations. Kubelet checks tokens when it syncs
 * a pod: one that does not, does not refresh. A token that is denied fails in milliseconds, so that
 * slow mounts speak of the node, failed ones of the request.
 */
final class NodeSignals {

  private static final String SUM = "_sum";

  /**
   * Means of histograms, with the seconds from which they are notable: kubelet calls itself
   * unhealthy after three minutes without a relist (generic.go), and syncs each pod every 60 to 90
   * s; a mount waits two minutes.
   */
  private static final Map<String, Double> SLOW =
      Map.of(
          "kubelet_pleg_relist_duration_seconds", 10.0,
          "kubelet_pod_worker_duration_seconds", 60.0,
          "storage_operation_duration_seconds", 60.0);

  /** Kubelet's own threshold of PLEG health. */
  private static final double PLEG_SILENCE = 180;

  private static final String PLEG_SEEN = "kubelet_pleg_last_seen_seconds";

  /** What a kubelet misses is refused this much later at the most: a fifth of an hour's token. */
  private static final Duration LATER = Duration.ofMinutes(15);

  /** Rows in all. */
  private static final int MOST = 100;

  private final Facts facts;
  private final Map<String, String> nodes = new HashMap<>();
  private final Map<String, NavigableMap<Instant, Integer>> refusals = new HashMap<>();
  private final List<Signal> rows = new ArrayList<>();

  private NodeSignals(Facts facts, List<Attributed> failures) {
    this.facts = facts;
    for (Snapshot snapshot : facts.snapshots()) {
      for (Node node : snapshot.nodes()) {
        node.addresses().forEach(a -> nodes.put(a, node.name()));
      }
    }
    for (Attributed one : failures) {
      if (!one.failure().proxied() && !one.sender().node().isEmpty()) {
        refusals
            .computeIfAbsent(one.sender().node(), n -> new TreeMap<>())
            .merge(one.failure().receivedAt(), 1, Integer::sum);
      }
    }
  }

  static List<Signal> of(Facts facts, List<Attributed> failures) {
    NodeSignals signals = new NodeSignals(facts, failures);
    signals.conditions();
    signals.unwell();
    signals.latencies();
    signals.silences();
    return signals.rows.stream()
        .sorted(
            Comparator.comparing((Signal s) -> s.warning().isEmpty())
                .thenComparing(Signal::peak, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** Conditions that are not as they should be: 1 from their last change on. */
  private void conditions() {
    if (facts.latestSnapshot().isEmpty()) {
      return;
    }
    Snapshot snapshot = facts.latestSnapshot().get();
    for (Node node : snapshot.nodes()) {
      for (Node.Condition condition : node.conditions()) {
        boolean fine =
            condition.type().equals("Ready")
                ? condition.status().equals("True")
                : !condition.type().endsWith("Pressure") || !condition.status().equals("True");
        if (!fine) {
          Instant since = condition.changedAt().orElse(snapshot.at());
          Instant until = snapshot.at().isBefore(since) ? since : snapshot.at();
          String reason = condition.reason().isEmpty() ? "" : " (" + condition.reason() + ")";
          String pressure =
              condition.type().equals("Ready")
                  ? ""
                  : "; it evicts pods, it does not keep tokens from being written";
          rows.add(
              new Signal(
                  "node_condition",
                  "node=%s;status=%s;type=%s"
                      .formatted(
                          Signals.labelValue(node.name()),
                          Signals.labelValue(condition.status()),
                          Signals.labelValue(condition.type())),
                  since,
                  until,
                  0,
                  1,
                  since,
                  OptionalDouble.empty(),
                  "%s is %s since then%s%s; %s"
                      .formatted(
                          condition.type(),
                          condition.status(),
                          reason,
                          pressure,
                          beside(node.name(), List.of(new Interval(since, until)))),
                  ""));
        }
      }
    }
  }

  /** What kubelets say of themselves in their logs. */
  private void unwell() {
    SortedMap<String, List<Instant>> said = new TreeMap<>();
    SortedMap<String, String> hosts = new TreeMap<>();
    for (LogLine line : facts.log()) {
      if (line.meaning() instanceof LogLine.KubeletUnwell unwell) {
        String labels =
            "node=%s;what=%s"
                .formatted(Signals.labelValue(line.host()), Signals.labelValue(unwell.what()));
        said.computeIfAbsent(labels, l -> new ArrayList<>()).add(line.at());
        hosts.put(labels, line.host());
      }
    }
    said.forEach(
        (labels, times) -> {
          Interval span =
              new Interval(
                  times.stream().min(Comparator.naturalOrder()).orElseThrow(),
                  times.stream().max(Comparator.naturalOrder()).orElseThrow());
          PerMinute minutes = PerMinute.of(times, span);
          List<Interval> when = times.stream().map(t -> new Interval(t, t.plus(LATER))).toList();
          rows.add(
              new Signal(
                  "kubelet_unwell_per_minute",
                  labels,
                  span.from(),
                  span.to(),
                  0,
                  minutes.peak(),
                  minutes.peakAt(),
                  OptionalDouble.empty(),
                  "its log says so %s; %s"
                      .formatted(
                          Signals.counted(times.size(), "time"), beside(hosts.get(labels), when)),
                  ""));
        });
  }

  /** Means of histograms between samples: their sum's rise over their count's. */
  private void latencies() {
    Map<String, Series> counts = new HashMap<>();
    for (Series series : facts.series()) {
      counts.put(series.name() + series.labels(), series);
    }
    for (Series sums : facts.series()) {
      if (!sums.name().endsWith(SUM)) {
        continue;
      }
      String name = sums.name().substring(0, sums.name().length() - SUM.length());
      Series count = counts.get(name + "_count" + sums.labels());
      if (SLOW.containsKey(name) && count != null) {
        latency(name, sums, count);
      }
    }
  }

  private void latency(String name, Series sums, Series count) {
    Map<Instant, Double> gained = new HashMap<>();
    Rise.of(count.points()).forEach(r -> gained.put(r.to(), r.gain()));
    List<Series.Point> means = new ArrayList<>();
    List<Interval> slow = new ArrayList<>();
    for (Rise rise : Rise.of(sums.points())) {
      double operations = gained.getOrDefault(rise.to(), 0.0);
      if (operations > 0) {
        double mean = rise.gain() / operations;
        means.add(new Series.Point(rise.to(), mean));
        if (mean >= SLOW.get(name)) {
          slow.add(new Interval(rise.from(), rise.to().plus(LATER)));
        }
      }
    }
    if (!means.isEmpty()) {
      String warning =
          slow.isEmpty()
              ? ""
              : "%s s or more in %s of %d; %s"
                  .formatted(
                      Signals.number(SLOW.get(name)),
                      Signals.counted(slow.size(), "interval"),
                      means.size(),
                      beside(node(sums), slow));
      rows.add(row(name + "_mean", sums, means, warning));
    }
  }

  /** How long ago the PLEG was last active when it was asked. */
  private void silences() {
    for (Series series : facts.series()) {
      if (series.name().equals(PLEG_SEEN)) {
        List<Series.Point> ages = new ArrayList<>();
        List<Interval> silent = new ArrayList<>();
        for (Series.Point point : series.points()) {
          double age = point.at().toEpochMilli() / 1000.0 - point.value();
          if (point.value() > 0 && Double.isFinite(age)) {
            ages.add(new Series.Point(point.at(), Math.max(0, age)));
            if (age >= PLEG_SILENCE) {
              silent.add(
                  new Interval(
                      point.at().minusMillis((long) (Math.min(age, 86_400) * 1000)),
                      point.at().plus(LATER)));
            }
          }
        }
        if (!silent.isEmpty()) {
          rows.add(
              row(
                  "kubelet_pleg_silence_seconds",
                  series,
                  ages,
                  "not active for three minutes or more in %s of %d; %s"
                      .formatted(
                          Signals.counted(silent.size(), "sample"),
                          ages.size(),
                          beside(node(series), silent))));
        }
      }
    }
  }

  private static Signal row(String name, Series series, List<Series.Point> points, String warning) {
    Series.Point peak = points.get(0);
    for (Series.Point point : points) {
      peak = point.value() > peak.value() ? point : peak;
    }
    double usual = Rise.median(points.stream().mapToDouble(Series.Point::value).toArray());
    return new Signal(
        name,
        MetricSignals.labels(series),
        points.get(0).at(),
        points.get(points.size() - 1).at(),
        usual,
        peak.value(),
        peak.at(),
        PerMinute.ratio(peak.value(), usual),
        warning,
        "");
  }

  /** The node that a series speaks of; empty where it does not tell. */
  private String node(Series series) {
    for (String label : List.of("node", "kubernetes_io_hostname", "hostname")) {
      String value = series.labels().getOrDefault(label, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return Optional.ofNullable(series.labels().get("instance"))
        .map(i -> SameCounter.server(i, nodes))
        .orElse("");
  }

  /** How many of the node's 401s fall into these times. */
  private String beside(String node, List<Interval> times) {
    NavigableMap<Instant, Integer> own = refusals.getOrDefault(node, new TreeMap<>());
    if (node.isEmpty() || own.isEmpty()) {
      return "no 401 is known to come from this node";
    }
    long all = own.values().stream().mapToInt(Integer::intValue).sum();
    NavigableMap<Instant, Instant> ends = new TreeMap<>();
    Instant last = Instant.MIN;
    for (Interval time : times.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
      last = time.to().isAfter(last) ? time.to() : last;
      ends.put(time.from(), last);
    }
    long within = 0;
    for (Map.Entry<Instant, Integer> refusal : own.entrySet()) {
      Map.Entry<Instant, Instant> time = ends.floorEntry(refusal.getKey());
      within += time != null && refusal.getKey().isBefore(time.getValue()) ? refusal.getValue() : 0;
    }
    return "%d of the %s of its pods fall into that time"
        .formatted(within, all == 1 ? "one 401" : all + " 401s");
  }
}
