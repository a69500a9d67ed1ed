package io.tokentrail.detect;

import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tokens kubelets must ask for: each pod's every token source once in 80 % of its lifetime
 * (at most 24 h), and at once when a pod starts. What is asked for beyond that needs a reason, and
 * a storm is no baseline of its own however long it goes on.
 */
final class ExpectedRequests {

  /** CSI drivers' token requests live this long unless they say otherwise (csi types). */
  private static final Duration CSI_TTL = Duration.ofHours(1);

  /** Programs that keep what they get ask for an account's token as often as for one of an hour. */
  private static final double PER_ACCOUNT = 1 / (CSI_TTL.toMinutes() * 0.8);

  private final Map<String, Double> perMinute = new HashMap<>();
  private final Map<String, Long> pods = new HashMap<>();
  private final Map<String, SortedMap<Long, Long>> starts = new HashMap<>();
  private final SortedMap<Long, Long> allStarts = new TreeMap<>();
  private final Map<String, CsiDriver> drivers = new HashMap<>();

  ExpectedRequests(Facts facts, Interval span) {
    for (Snapshot snapshot : facts.snapshots()) {
      snapshot.csiDrivers().forEach(d -> drivers.put(d.name(), d));
    }
    double length = span.length().toMillis();
    for (PodLife pod : PodLives.of(facts).all()) {
      long sources = pod.spec().map(this::sources).orElse(1L);
      double share = length == 0 ? 1 : within(pod, span) / length;
      if (pod.spec().isPresent() && share > 0) {
        perMinute.merge(pod.node(), share * rate(pod.spec().get()), Double::sum);
        pods.merge(pod.node(), 1L, Long::sum);
      }
      pod.createdAt()
          .filter(span::contains)
          .ifPresent(
              at -> {
                long minute = Math.floorDiv(at.getEpochSecond(), 60L);
                starts
                    .computeIfAbsent(pod.node(), n -> new TreeMap<>())
                    .merge(minute, sources, Long::sum);
                allStarts.merge(minute, 1L, Long::sum);
              });
    }
  }

  /** How long a pod existed within the span, in milliseconds. */
  private static double within(PodLife pod, Interval span) {
    Instant from = pod.createdAt().orElse(pod.firstProof());
    Instant to = pod.goneAt().orElse(span.to());
    Instant begin = from.isAfter(span.from()) ? from : span.from();
    Instant end = to.isBefore(span.to()) ? to : span.to();
    return Math.max(0, Duration.between(begin, end).toMillis());
  }

  private long sources(PodSpec spec) {
    return spec.tokenSources().size() + csi(spec);
  }

  private long csi(PodSpec spec) {
    return spec.csiDrivers().stream()
        .map(drivers::get)
        .mapToLong(d -> d == null ? 0 : d.audiences().size())
        .sum();
  }

  private double rate(PodSpec spec) {
    double own =
        spec.tokenSources().stream()
            .map(TokenSource::refreshAge)
            .mapToDouble(age -> 60_000.0 / Math.max(1, age.toMillis()))
            .sum();
    return own + csi(spec) * 60_000.0 / TokenSource.refreshAge(CSI_TTL).toMillis();
  }

  /** Whether the pods of a node are known, so that its expectation is. */
  boolean knows(String node) {
    return perMinute.containsKey(node);
  }

  double perMinute(String node) {
    return perMinute.getOrDefault(node, 0.0);
  }

  long pods(String node) {
    return pods.getOrDefault(node, 0L);
  }

  /** Of every node together; 0 where no pod is known. */
  double perMinute() {
    return perMinute.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Of a program that asks for tokens of so many accounts and keeps them. */
  static double ofProgram(long accounts) {
    return accounts * PER_ACCOUNT;
  }

  /** Tokens of the pods that started on a node in a minute or in the one before it. */
  long atStart(String node, long minute) {
    return sum(starts.getOrDefault(node, new TreeMap<>()), minute - 1, minute + 1);
  }

  /** Pods started anywhere in some minutes. */
  long started(long from, long to) {
    return sum(allStarts, from, to);
  }

  private static long sum(SortedMap<Long, Long> counts, long from, long to) {
    return counts.subMap(from, to).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Moments at which pods were created, one for each pod. */
  List<Instant> starts() {
    return allStarts.entrySet().stream()
        .flatMap(
            e ->
                java.util.stream.LongStream.range(0, e.getValue())
                    .mapToObj(i -> Instant.ofEpochSecond(e.getKey() * 60)))
        .toList();
  }
}
