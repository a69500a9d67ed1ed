package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the server's reason could be said of an account's tokens: a foreign audience needs one
 * that was asked for, a missing Secret one that was there, another UID a deleted account.
 */
final class FitsTheReason implements Rung {

  private static final double FITS = 2;
  private static final double UNFIT = -2.5;
  private static final double SERVED_MEANWHILE = 1.5;

  private final Traces traces;

  private final Set<Account> otherAudiences = new HashSet<>();
  private final Set<Account> legacy = new HashSet<>();
  private final Map<Account, List<Instant>> deletions = new HashMap<>();
  private final boolean secretsKnown;

  FitsTheReason(Traces traces, List<Lifetime> lifetimes) {
    this.traces = traces;
    for (Lifetime lifetime : lifetimes) {
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
        if (pod.spec().get().tokenSources().stream()
            .map(TokenSource::audience)
            .anyMatch(a -> !a.isEmpty())) {
          otherAudiences.add(pod.account().get());
        }
      }
    }
    for (Snapshot snapshot : traces.facts().snapshots()) {
      for (TokenSecret secret : snapshot.tokenSecrets()) {
        if (!secret.serviceAccount().isEmpty() && !secret.namespace().isEmpty()) {
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
      if (Traces.deletesSecret(change)) {
        legacy.addAll(traces.ownersOfDeleted(change));
      }
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
            case AUDIENCE -> audience(question, account);
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
            () ->
                new Evidence(
                    evidence.reference(),
                    (weight > 0 ? "fits " : "does not fit ") + account + ": " + reason.code()));
      }
    }
  }

  /**
   * A token for another audience is refused from its first use on: its sender is hardly one that
   * this client serves meanwhile.
   */
  private double audience(Question question, Account account) {
    if (!otherAudiences.contains(account)) {
      return specKnown(question, account) ? UNFIT : 0;
    }
    boolean servedMeanwhile =
        traces.usesOf(question.failure().client(), account).stream()
            .anyMatch(u -> SameClient.distance(u, question.at()) < 600);
    return servedMeanwhile ? FITS - SERVED_MEANWHILE : FITS + 1;
  }

  /** Whether what the account ran at that address then is known, down to its token volumes. */
  private boolean specKnown(Question question, Account account) {
    String node = traces.nodeAt(question.ip());
    List<PodLife> there =
        node.isEmpty() ? traces.pods().withAddress(question.ip()) : traces.pods().onNode(node);
    return there.stream()
        .filter(p -> p.account().filter(account::equals).isPresent())
        .anyMatch(p -> p.spec().isPresent() && p.mayHaveRunAt(question.at()));
  }
}
