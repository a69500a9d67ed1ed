package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the server's reason could be said of an account's tokens: an expired token needs one that
 * was due, a foreign audience one that was asked for, a missing Secret one that was there.
 */
final class FitsTheReason implements Rung {

  private static final double FITS = 1.5;
  private static final double ONSET = 1;
  private static final double UNFIT = -2;

  /** Expired tokens pass for the leeway and the success cache: 60 s + 10 s (authentication.go). */
  private static final Duration LEEWAY = Duration.ofSeconds(Token.LEEWAY_SECONDS - 2);

  private static final Duration ONSET_WITHIN = Duration.ofMinutes(10);

  private final Map<Account, List<Lifetime>> lifetimes = new HashMap<>();
  private final Set<Account> otherAudiences = new HashSet<>();
  private final Set<Account> specsKnown = new HashSet<>();
  private final Set<Account> legacy = new HashSet<>();
  private final Map<Account, List<Instant>> deletions = new HashMap<>();
  private final boolean secretsKnown;

  FitsTheReason(Traces traces, List<Lifetime> lifetimes) {
    for (Lifetime lifetime : lifetimes) {
      this.lifetimes.computeIfAbsent(lifetime.account(), a -> new ArrayList<>()).add(lifetime);
      if (!lifetime.audience().isEmpty()) {
        otherAudiences.add(lifetime.account());
      }
    }
    for (TokenRequest request : traces.facts().audit().tokenRequests()) {
      if (!request.audiences().isEmpty()) {
        otherAudiences.add(request.account());
      }
    }
    for (PodLife pod : traces.pods().all()) {
      if (pod.account().isPresent() && pod.spec().isPresent()) {
        specsKnown.add(pod.account().get());
        if (pod.spec().get().tokenSources().stream()
            .map(TokenSource::audience)
            .anyMatch(a -> !a.isEmpty())) {
          otherAudiences.add(pod.account().get());
        }
      }
    }
    for (Snapshot snapshot : traces.facts().snapshots()) {
      for (TokenSecret secret : snapshot.tokenSecrets()) {
        if (!secret.serviceAccount().isEmpty()) {
          legacy.add(new Account(secret.namespace(), secret.serviceAccount()));
        }
      }
    }
    for (Use use : traces.facts().audit().uses()) {
      if (use.legacyRequests() > 0) {
        Account.ofUsername(use.username()).ifPresent(legacy::add);
      }
    }
    secretsKnown = traces.facts().snapshots().stream().anyMatch(s -> s.kinds().contains("secrets"));
    for (ObjectChange change : traces.facts().audit().changes()) {
      if (change.target().resource().equals("serviceaccounts")
          && change.verb().equals("delete")
          && !change.target().name().isEmpty()
          && !change.target().namespace().isEmpty()) {
        deletions
            .computeIfAbsent(
                new Account(change.target().namespace(), change.target().name()),
                a -> new ArrayList<>())
            .add(change.at());
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    Reason reason = question.stated().reason();
    if (reason == Reason.UNKNOWN || candidates.isEmpty()) {
      return;
    }
    Evidence evidence =
        question.stated().evidence().stream()
            .findFirst()
            .orElse(Evidence.at(question.failure().place(), ""));
    for (Account account : candidates.accounts()) {
      double weight =
          switch (reason) {
            case EXPIRED -> expired(account, question.at());
            case AUDIENCE ->
                otherAudiences.contains(account) ? FITS : specsKnown.contains(account) ? UNFIT : 0;
            case SECRET_GONE, INVALIDATED ->
                legacy.contains(account) ? FITS : secretsKnown ? UNFIT : 0;
            case SERVICE_ACCOUNT_GONE, UID_MISMATCH ->
                deletions.getOrDefault(account, List.of()).stream()
                        .anyMatch(d -> d.isBefore(question.at()))
                    ? FITS
                    : 0;
            default -> 0;
          };
      if (weight != 0) {
        candidates.weigh(
            account,
            weight,
            new Evidence(
                evidence.reference(),
                (weight > 0 ? "fits " : "does not fit ") + account + ": " + reason.code()));
      }
    }
  }

  private double expired(Account account, Instant at) {
    List<Lifetime> own =
        lifetimes.getOrDefault(account, List.of()).stream()
            .filter(l -> l.expiresAt().isPresent() && !l.extended().orElse(false))
            .toList();
    if (own.isEmpty()) {
      return 0;
    }
    boolean dead =
        own.stream().anyMatch(l -> !l.expiresAt().orElseThrow().plus(LEEWAY).isAfter(at));
    boolean onset =
        own.stream()
            .map(l -> l.expiresAt().orElseThrow())
            .anyMatch(e -> !e.plus(LEEWAY).isAfter(at) && e.plus(ONSET_WITHIN).isAfter(at));
    return dead ? FITS + (onset ? ONSET : 0) - 1 : UNFIT;
  }
}
