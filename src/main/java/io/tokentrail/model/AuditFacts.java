package io.tokentrail.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one reading of the audit log keeps: the events that matter one by one, everything else
 * counted. Each list is sorted by its records' natural order and free of repetitions.
 *
 * @param files coverage of each audit file, by path
 * @param failures every 401 once, proxied ones included
 * @param tokenRequests every answered TokenRequest, refused ones included
 * @param changes changes of objects that matter
 * @param lookUps the authenticator's own look-ups that found nothing
 * @param reviews TokenReviews
 * @param uses accepted requests, folded by client, identity and credential
 * @param reads reads of ServiceAccounts and their Secrets by anybody but the cluster's components
 * @param exposed whole tokens that stand in the log
 */
public record AuditFacts(
    List<AuditFile> files,
    List<Failure> failures,
    List<TokenRequest> tokenRequests,
    List<ObjectChange> changes,
    List<LookUp> lookUps,
    List<Review> reviews,
    List<Use> uses,
    List<AccountRead> reads,
    List<ExposedToken> exposed) {

  /** No audit log at all. */
  public static final AuditFacts NONE =
      new AuditFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public AuditFacts {
    files = List.copyOf(files);
    failures = List.copyOf(failures);
    tokenRequests = List.copyOf(tokenRequests);
    changes = List.copyOf(changes);
    lookUps = List.copyOf(lookUps);
    reviews = List.copyOf(reviews);
    uses = List.copyOf(uses);
    reads = List.copyOf(reads);
    exposed = List.copyOf(exposed);
  }

  /** A log without reads of accounts and without tokens in it. */
  public AuditFacts(
      List<AuditFile> files,
      List<Failure> failures,
      List<TokenRequest> tokenRequests,
      List<ObjectChange> changes,
      List<LookUp> lookUps,
      List<Review> reviews,
      List<Use> uses) {
    this(files, failures, tokenRequests, changes, lookUps, reviews, uses, List.of(), List.of());
  }

  /** Events read, repetitions left out. */
  public long events() {
    return files.stream()
        .flatMap(f -> f.stages().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Whether any event has this stage; a log without ResponseStarted cannot show 401s. */
  public boolean hasStage(String stage) {
    return files.stream().anyMatch(f -> f.stages().getOrDefault(stage, 0L) > 0);
  }

  /** What the ways cannot show on which the files came, once each. */
  public List<String> blindSpots() {
    return files.stream().flatMap(f -> f.blindSpots().stream()).distinct().toList();
  }

  /** From the first to the end of the last minute with events; empty without events. */
  public Optional<Interval> span() {
    long[] minutes =
        files.stream()
            .filter(f -> !f.minutes().isEmpty())
            .flatMap(f -> Stream.of(f.minutes().firstKey(), f.minutes().lastKey()))
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    if (minutes.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Interval(
            Instant.ofEpochSecond(minutes[0] * 60),
            Instant.ofEpochSecond((minutes[minutes.length - 1] + 1) * 60)));
  }
}
