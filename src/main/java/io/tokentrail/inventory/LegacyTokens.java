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
import io.tokentrail.model.Utc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The verdict on every standing Secret-based token. {@code safe_to_delete=yes} is said only when
 * the input shows that nothing names the Secret and nothing used it within the look-back; whatever
 * was not looked at makes it {@code unknown} and is named.
 */
public final class LegacyTokens {

  private final Facts facts;
  private final Snapshot snapshot;
  private final LookBack span;
  private final References references;
  private final Looked looked;
  private final SecretUse.Index uses;
  private final Map<Account, AccountObject> owners = new HashMap<>();
  private final Map<Account, Long> siblings = new HashMap<>();
  private final Set<String> gone;

  private LegacyTokens(Facts facts, Snapshot snapshot, Duration lookBack) {
    this.facts = facts;
    this.snapshot = snapshot;
    this.span = LookBack.of(facts, snapshot, lookBack);
    // a later snapshot without Secrets may still show who names one
    List<Snapshot> since =
        facts.snapshots().stream().filter(s -> !s.at().isBefore(snapshot.at())).toList();
    this.references = References.in(since);
    this.looked = Looked.at(since, facts);
    this.uses = new SecretUse.Index(facts);
    this.gone = deletedSince();
    snapshot.accounts().forEach(a -> owners.putIfAbsent(a.account(), a));
    snapshot
        .tokenSecrets()
        .forEach(s -> accountOf(s).ifPresent(a -> siblings.merge(a, 1L, Long::sum)));
  }

  /** Judges all of them, by namespace and name; none without a snapshot that lists Secrets. */
  public static List<LegacyToken> of(Facts facts, Duration lookBack) {
    Optional<Snapshot> newest = newestWith("secrets", facts);
    if (newest.isEmpty()) {
      return List.of();
    }
    LegacyTokens judge = new LegacyTokens(facts, newest.get(), lookBack);
    List<LegacyToken> judged = new ArrayList<>();
    for (TokenSecret secret : newest.get().tokenSecrets()) {
      if (!judge.gone.contains(secret.namespace() + "/" + secret.name())) {
        judged.add(judge.judge(secret));
      }
    }
    Collections.sort(judged);
    return List.copyOf(judged);
  }

  private LegacyToken judge(TokenSecret secret) {
    Optional<Account> account = accountOf(secret);
    SecretUse use = SecretUse.of(secret, account.map(siblings::get).orElse(1L), uses);
    SortedSet<String> references = this.references.to(secret);
    Optional<AccountObject> owner = account.map(owners::get);
    boolean accountsKnown =
        snapshot.kinds().contains("serviceaccounts")
            && snapshot.reach().covers("serviceaccounts", secret.namespace());
    boolean orphaned =
        accountsKnown
            && (owner.isEmpty()
                || (!secret.serviceAccountUid().isEmpty()
                    && !owner.get().uid().isEmpty()
                    && !owner.get().uid().equals(secret.serviceAccountUid())));
    boolean used = use.acceptedAt().isPresent() || use.triedAt().isPresent();
    boolean recent = used || span.holds(secret.lastUsedLabel());
    boolean oldEnough = secret.createdAt().filter(c -> !c.isAfter(span.from())).isPresent();

    List<String> unseen = unseen(secret, use, oldEnough);
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
        reason(secret, use, references, unseen, verdict, safety, owner.isEmpty()),
        evidence(secret, use));
  }

  /** What would have to be seen before a use or a reference is ruled out, and is not. */
  private List<String> unseen(TokenSecret secret, SecretUse use, boolean oldEnough) {
    List<String> unseen = new ArrayList<>(looked.notLooked(secret.namespace()));
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

  private String reason(
      TokenSecret secret,
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
    use.triedAt()
        .ifPresent(
            t -> parts.add("tried at " + Utc.second(t) + (accepted(use) ? "" : " (refused)")));
    if (span.holds(secret.lastUsedLabel())) {
      parts.add("labelled last used " + plain(secret.lastUsedLabel()) + ", within the look-back");
    }
    if (!references.isEmpty()) {
      parts.add("named by " + String.join(", ", references.stream().limit(3).toList()));
    }
    if (safety == Safety.YES) {
      parts.add(
          "nothing among "
              + looked.pods()
              + " pods, "
              + looked.controllers()
              + " controllers and "
              + looked.accounts()
              + " accounts names it, and "
              + (span.byLog()
                  ? "the audit log shows no use from "
                  : secret.lastUsedLabel().isEmpty()
                      ? "no last-used label was set from "
                      : "its last-used label shows no use from ")
              + LookBack.dayOf(span.from())
              + " to "
              + LookBack.dayOf(span.to()));
      SortedSet<String> unlisted = looked.unlisted();
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

  /** Secrets that the log shows to be deleted after the snapshot, and not made again. */
  private Set<String> deletedSince() {
    Set<String> deleted = new HashSet<>();
    for (ObjectChange change : facts.audit().changes()) {
      if (change.succeeded()
          && change.at().isAfter(snapshot.at())
          && change.target().resource().equals("secrets")
          && change.target().subresource().isEmpty()) {
        String secret = change.target().namespace() + "/" + change.target().name();
        switch (change.verb()) {
          case "delete" -> deleted.add(secret);
          case "create" -> deleted.remove(secret);
          default -> {}
        }
      }
    }
    return deleted;
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
