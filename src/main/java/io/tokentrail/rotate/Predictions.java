package io.tokentrail.rotate;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenFile;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that pods of the newest snapshot must hold, where the log has no TokenRequests at all
 * (many policies leave them out). A token begins when its file was written, or with its pod where
 * that is young enough to have its first token still; older pods' tokens cannot be dated.
 */
final class Predictions {

  private final Facts facts;
  private final Extension extension;

  Predictions(Facts facts, Extension extension) {
    this.facts = facts;
    this.extension = extension;
  }

  List<Lifetime> all() {
    List<Lifetime> out = new ArrayList<>();
    Optional<Snapshot> snapshot = facts.latestSnapshot();
    if (snapshot.isPresent()) {
      for (Pod pod : snapshot.get().pods()) {
        boolean runs =
            !pod.finished() && !pod.node().isEmpty() && !pod.spec().serviceAccount().isEmpty();
        if (runs && !pod.namespace().isEmpty()) {
          pod.spec().tokenSources().stream()
              .filter(s -> s.ttl().compareTo(Rotation.LONGEST_TTL) <= 0)
              .forEach(s -> predict(pod, s, snapshot.get().at()).ifPresent(out::add));
        }
      }
    }
    return out;
  }

  private Optional<Lifetime> predict(Pod pod, TokenSource source, Instant seenAt) {
    Optional<TokenFile> file =
        facts.tokenFiles().stream()
            .filter(f -> f.namespace().equals(pod.namespace()) && f.pod().equals(pod.name()))
            .filter(f -> f.path().endsWith("/" + source.path()))
            .max(Comparator.naturalOrder());
    Optional<Instant> first =
        pod.createdAt().filter(c -> c.plus(Rotation.dueAge(source.ttl())).isAfter(seenAt));
    Optional<Instant> begin = file.map(TokenFile::modifiedAt).or(() -> first);
    Evidence evidence =
        file.map(f -> Evidence.at(f.place(), "its token file was written then"))
            .orElse(Evidence.at(pod.place(), "its pod began then"));
    return begin
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
        .map(issued -> lifetime(pod, source, issued, seenAt, evidence));
  }

  private Lifetime lifetime(
      Pod pod, TokenSource source, Instant issued, Instant seenAt, Evidence evidence) {
    Duration ttl = source.ttl();
    boolean open = issued.plus(ttl).isAfter(seenAt);
    return new Lifetime(
        pod.account(),
        pod.name(),
        pod.node(),
        source.audience(),
        Optional.of(ttl),
        Lifetime.Source.PREDICTED,
        issued,
        Optional.of(issued.plus(Rotation.dueAge(ttl))),
        Optional.of(issued.plus(ttl)),
        Optional.empty(),
        open ? Optional.of(Lifetime.Status.OPEN) : Optional.empty(),
        "",
        extension.of(source),
        List.of(evidence));
  }
}
