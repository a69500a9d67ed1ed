package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.LegacyToken.Origin;
import io.tokentrail.model.LegacyToken.Safety;
import io.tokentrail.model.LegacyToken.Verdict;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The verdict on every standing Secret-based token. {@code safe_to_delete=yes} is said only when
 * the input shows that nothing names the Secret and nothing used it within the look-back; whatever
 * was not looked at makes it {@code unknown} and is named.
 */
public final class LegacyTokens {

  private LegacyTokens() {}

  /** Judges all of them, by namespace and name; none without a snapshot that lists Secrets. */
  public static List<LegacyToken> of(Facts facts, Duration lookBack) {
    Optional<Snapshot> newest = newestWith("secrets", facts);
    if (newest.isEmpty()) {
      return List.of();
    }
    Snapshot snapshot = newest.get();
    LookBack span = LookBack.of(facts, snapshot, lookBack);
    List<LegacyToken> judged = new ArrayList<>();
    for (TokenSecret secret : snapshot.tokenSecrets()) {
      if (!deletedSince(secret, snapshot.at(), facts)) {
        judged.add(judge(secret, snapshot, span, facts));
      }
    }
    Collections.sort(judged);
    return List.copyOf(judged);
  }

  private static LegacyToken judge(
      TokenSecret secret, Snapshot snapshot, LookBack span, Facts facts) {
    long siblings =
        snapshot.tokenSecrets().stream()
            .filter(s -> s.namespace().equals(secret.namespace()))
            .filter(s -> s.serviceAccount().equals(secret.serviceAccount()))
            .count();
    SecretUse use = SecretUse.of(secret, siblings, facts);
    SortedSet<String> references = References.to(secret, snapshot);
    Optional<AccountObject> owner = owner(secret, snapshot);
    boolean accountsKnown = snapshot.kinds().contains("serviceaccounts");
    boolean orphaned =
        accountsKnown
            && (owner.isEmpty()
                || (!secret.serviceAccountUid().isEmpty()
                    && !owner.get().uid().isEmpty()
                    && !owner.get().uid().equals(secret.serviceAccountUid())));
    boolean used = use.acceptedAt().isPresent() || use.triedAt().isPresent();
    boolean recent = used || span.holds(secret.lastUsedLabel());
    boolean oldEnough = secret.createdAt().filter(c -> !c.isAfter(span.from())).isPresent();

    List<String> unseen = unseen(secret, snapshot, span, use, oldEnough);
    Verdict verdict =
        orphaned
            ? Verdict.ORPHANED
            : !secret.invalidSinceLabel().isEmpty()
                ? Verdict.INVALIDATED
                : recent
                    ? Verdict.IN_USE
                    : !references.isEmpty()
                        ? Verdict.REFERENCED
                        : unseen.isEmpty() ? Verdict.STALE : Verdict.UNKNOWN;
    Safety safety =
        recent || !references.isEmpty()
            ? Safety.NO
            : unseen.isEmpty() ? Safety.YES : Safety.UNKNOWN;
    return new LegacyToken(
        secret,
        owner.map(o -> o.secrets().contains(secret.name()) ? Origin.AUTO : Origin.MANUAL),
        use.triedAt(),
        List.copyOf(references),
        verdict,
        safety,
        reason(secret, snapshot, span, use, references, unseen, verdict, safety, owner.isEmpty()),
        evidence(secret, use));
  }

  /** What would have to be seen before a use or a reference is ruled out, and is not. */
  private static List<String> unseen(
      TokenSecret secret, Snapshot snapshot, LookBack span, SecretUse use, boolean oldEnough) {
    List<String> unseen = new ArrayList<>();
    SortedSet<String> kinds = References.missing(snapshot);
    if (!kinds.isEmpty()) {
      unseen.add("the snapshot holds no " + String.join(", ", kinds));
    }
    if (!span.covered()) {
      unseen.add(span.blind());
    }
    if (use.ambiguous()) {
      unseen.add("its account used a Secret-based token, and the log does not say which");
    }
    if (!oldEnough) {
      unseen.add(
          secret.createdAt().isEmpty()
              ? "when it was made is not known"
              : "it is younger than the look-back");
    }
    return unseen;
  }

  private static String reason(
      TokenSecret secret,
      Snapshot snapshot,
      LookBack span,
      SecretUse use,
      SortedSet<String> references,
      List<String> unseen,
      Verdict verdict,
      Safety safety,
      boolean accountGone) {
    List<String> parts = new ArrayList<>();
    if (verdict == Verdict.ORPHANED) {
      parts.add(
          accountGone
              ? "its service account is not in the snapshot"
              : "its service account was created again with another UID");
    }
    if (!secret.invalidSinceLabel().isEmpty()) {
      parts.add("labelled invalid since " + plain(secret.invalidSinceLabel()));
    }
    use.triedAt().ifPresent(t -> parts.add("tried at " + t + (accepted(use) ? "" : " (refused)")));
    if (span.holds(secret.lastUsedLabel())) {
      parts.add("labelled last used " + plain(secret.lastUsedLabel()) + ", within the look-back");
    }
    if (!references.isEmpty()) {
      parts.add("named by " + String.join(", ", references.stream().limit(3).toList()));
    }
    if (safety == Safety.YES) {
      parts.add(
          "nothing among "
              + snapshot.pods().size()
              + " pods, "
              + snapshot.workloads().size()
              + " controllers and "
              + snapshot.accounts().size()
              + " accounts names it, and "
              + (span.byLog() ? "the audit log" : "its last-used label")
              + " shows no use from "
              + LookBack.dayOf(span.from())
              + " to "
              + LookBack.dayOf(span.to()));
      SortedSet<String> unlisted = References.unlisted(snapshot);
      if (!unlisted.isEmpty()) {
        parts.add("the snapshot lists no " + String.join(", ", unlisted));
      }
    }
    if (safety == Safety.UNKNOWN) {
      parts.add("not ruled out: " + String.join("; ", unseen));
    }
    return String.join("; ", parts);
  }

  private static boolean accepted(SecretUse use) {
    return use.acceptedAt().equals(use.triedAt());
  }

  /** A label value is chosen by whoever may label the Secret: only its grammar is printed. */
  private static String plain(String label) {
    return label.replaceAll("[^A-Za-z0-9._-]", "?");
  }

  private static List<Evidence> evidence(TokenSecret secret, SecretUse use) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.at(secret.place(), "the Secret as the snapshot has it"));
    evidence.addAll(use.evidence());
    return evidence;
  }

  private static Optional<AccountObject> owner(TokenSecret secret, Snapshot snapshot) {
    return snapshot.accounts().stream()
        .filter(a -> a.account().namespace().equals(secret.namespace()))
        .filter(a -> a.account().name().equals(secret.serviceAccount()))
        .findFirst();
  }

  private static boolean deletedSince(TokenSecret secret, Instant snapshotAt, Facts facts) {
    boolean gone = false;
    for (ObjectChange change : facts.audit().changes()) {
      if (change.succeeded()
          && change.at().isAfter(snapshotAt)
          && change.target().resource().equals("secrets")
          && change.target().subresource().isEmpty()
          && change.target().namespace().equals(secret.namespace())
          && change.target().name().equals(secret.name())) {
        gone =
            switch (change.verb()) {
              case "delete" -> true;
              case "create" -> false;
              default -> gone;
            };
      }
    }
    return gone;
  }

  /** The newest snapshot that holds this kind of object. */
  static Optional<Snapshot> newestWith(String kind, Facts facts) {
    return facts.snapshots().stream()
        .filter(s -> s.kinds().contains(kind))
        .reduce((older, newer) -> newer);
  }

  /** Accounts that a token Secret names, for the inventory. */
  static Optional<Account> accountOf(TokenSecret secret) {
    return secret.namespace().isEmpty() || secret.serviceAccount().isEmpty()
        ? Optional.empty()
        : Optional.of(new Account(secret.namespace(), secret.serviceAccount()));
  }
}
