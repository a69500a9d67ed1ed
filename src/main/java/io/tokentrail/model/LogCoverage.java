package io.tokentrail.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the audit log is silent. An API server logs something every minute (leases, watches); a
 * stretch of five minutes or more without an event of one stream, inside the span of all streams,
 * is a gap.
 *
 * @param share mean over streams of the covered share of the span, 0..1; empty without a log
 * @param gaps gaps by stream
 */
public record LogCoverage(Optional<Double> share, SortedMap<String, List<Interval>> gaps) {

  /** The shortest silence that counts as a gap. */
  public static final Duration SHORTEST_GAP = Duration.ofMinutes(5);

  public static LogCoverage of(AuditFacts audit) {
    return of(audit, SHORTEST_GAP);
  }

  /** With another shortest gap. */
  public static LogCoverage of(AuditFacts audit, Duration shortest) {
    Optional<Interval> span = audit.span();
    if (span.isEmpty()) {
      return new LogCoverage(Optional.empty(), new TreeMap<>());
    }
    SortedMap<String, SortedSet<Long>> minutes = new TreeMap<>();
    for (AuditFile file : audit.files()) {
      minutes.computeIfAbsent(file.source(), s -> new TreeSet<>()).addAll(file.minutes().keySet());
    }
    SortedMap<String, List<Interval>> gaps = new TreeMap<>();
    double covered = 0;
    for (var stream : minutes.entrySet()) {
      List<Interval> silent = silences(span.get(), stream.getValue(), shortest);
      long lost = silent.stream().mapToLong(i -> i.length().toSeconds()).sum();
      covered += 1 - (double) lost / span.get().length().toSeconds();
      if (!silent.isEmpty()) {
        gaps.put(stream.getKey(), silent);
      }
    }
    return new LogCoverage(Optional.of(covered / minutes.size()), gaps);
  }

  private static List<Interval> silences(
      Interval span, SortedSet<Long> minutes, Duration shortest) {
    List<Interval> silent = new ArrayList<>();
    Instant heard = span.from();
    for (long minute : minutes) {
      Instant start = Instant.ofEpochSecond(minute * 60);
      addIfLong(silent, heard, start, shortest);
      heard = start.plusSeconds(60);
    }
    addIfLong(silent, heard, span.to(), shortest);
    return silent;
  }

  private static void addIfLong(
      List<Interval> silent, Instant from, Instant to, Duration shortest) {
    if (Duration.between(from, to).compareTo(shortest) >= 0) {
      silent.add(new Interval(from, to));
    }
  }
}
