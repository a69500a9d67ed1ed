package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Secret-based token whose Secret is not there: deleted under its users, or named by a pod and
 * absent. The authenticator looks the Secret up before each refusal, which names it.
 */
final class LegacySecretMissing implements Cause {

  private static final Pattern NOT_FOUND = Pattern.compile("secrets? \"([^\"]+)\" not found");

  private static final Pattern AUTO = Pattern.compile("(.+)-token-[a-z0-9]{5}");

  @Override
  public CauseCode code() {
    return CauseCode.LEGACY_SECRET_MISSING;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    if (subject.facts().audit().files().isEmpty() && subject.failures().isEmpty()) {
      return new Verdict.NotChecked("an audit log of the API server");
    }
    GoneWithAccount withAccount = new GoneWithAccount(subject);
    List<Refusal> mayBe = refusals.stream().filter(r -> withAccount.account(r).isEmpty()).toList();
    Map<ObjectRef, GoneObject> gone = GoneObject.of(subject, Set.of("secrets"));
    Map<ObjectRef, Account> owners = owners(subject);
    Map<ObjectRef, Set<Refusal>> groups = new TreeMap<>();
    Map<ObjectRef, List<Evidence>> mounts = mountErrors(subject, owners);
    BoundToSecret bound = new BoundToSecret(subject);
    GoneObject.byLookUp(mayBe.stream().filter(r -> !bound.test(r)).toList(), Set.of("secrets"))
        .forEach(
            (ref, mine) -> groups.computeIfAbsent(ref, r -> new LinkedHashSet<>()).addAll(mine));
    SecretUsers known = new SecretUsers(mayBe, subject);
    for (ObjectRef ref : gone.keySet()) {
      if (owners.containsKey(ref) || groups.containsKey(ref)) {
        List<Refusal> users = known.users(ref, gone.get(ref), owners.get(ref));
        if (!users.isEmpty() || mounts.containsKey(ref)) {
          groups.computeIfAbsent(ref, r -> new LinkedHashSet<>()).addAll(users);
        }
      }
    }
    mounts.keySet().forEach(ref -> groups.computeIfAbsent(ref, r -> new LinkedHashSet<>()));
    groups.keySet().removeIf(withAccount::secret);
    groups.forEach(
        (ref, mine) ->
            owner(ref, owners, mine).ifPresent(owner -> mine.addAll(known.saidGoneOf(owner))));
    List<Diagnosis> found = new ArrayList<>();
    groups.forEach(
        (ref, mine) ->
            found.add(
                diagnose(
                    ref,
                    List.copyOf(mine),
                    owner(ref, owners, mine),
                    Optional.ofNullable(gone.get(ref)),
                    mounts.getOrDefault(ref, List.of()),
                    subject)));
    found.addAll(unnamed(mayBe, groups, subject));
    if (!found.isEmpty()) {
      return new Verdict.Found(found);
    }
    return Refusals.blind(subject)
        .orElseGet(
            () ->
                new Verdict.Clear(
                    Wording.count(refusals.size(), "401")
                        + ", "
                        + Wording.count(subject.facts().audit().lookUps().size(), "look-up")
                        + " without a result, and the deletions of Secrets in the log"
                        + (seesMounts(subject)
                            ? ""
                            : "; mounts that fail are not in the input (Events, a kubelet's log)")));
  }

  private static boolean seesMounts(Case subject) {
    return subject.facts().hasLogOf("kubelet")
        || subject.facts().snapshots().stream().anyMatch(s -> !s.events().isEmpty());
  }

  /** Every Secret that is known to have held a token, and whose. */
  static Map<ObjectRef, Account> owners(Case subject) {
    Map<ObjectRef, Account> owners = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (TokenSecret secret : snapshot.tokenSecrets()) {
        if (!secret.serviceAccount().isEmpty() && !secret.namespace().isEmpty()) {
          owners.put(secret.ref(), new Account(secret.namespace(), secret.serviceAccount()));
        }
      }
    }
    for (Use use : subject.facts().audit().uses()) {
      Optional<Account> account = Account.ofUsername(use.username());
      if (account.isPresent() && !use.legacySecret().isEmpty()) {
        owners.put(
            new ObjectRef("Secret", account.get().namespace(), use.legacySecret()), account.get());
      }
    }
    byName(subject, owners);
    return owners;
  }

  /**
   * Deleted Secrets that are in no snapshot: auto-generated ones are called ACCOUNT-token-xxxxx
   * (tokens_controller.go).
   */
  private static void byName(Case subject, Map<ObjectRef, Account> owners) {
    Set<Account> known = new HashSet<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      snapshot.accounts().forEach(a -> known.add(a.account()));
    }
    for (ObjectRef secret : GoneObject.of(subject, Set.of("secrets")).keySet()) {
      Matcher name = AUTO.matcher(secret.name());
      if (name.matches() && !secret.namespace().isEmpty()) {
        Account account = new Account(secret.namespace(), name.group(1));
        if (known.contains(account)) {
          owners.putIfAbsent(secret, account);
        }
      }
    }
  }

  private static Optional<Account> owner(
      ObjectRef ref, Map<ObjectRef, Account> owners, Set<Refusal> mine) {
    return Optional.ofNullable(owners.get(ref))
        .or(() -> mine.stream().flatMap(r -> r.account().stream()).sorted().findFirst());
  }

  private static Diagnosis diagnose(
      ObjectRef ref,
      List<Refusal> mine,
      Optional<Account> owner,
      Optional<GoneObject> gone,
      List<Evidence> mounts,
      Case subject) {
    Optional<GoneObject> before =
        gone.filter(g -> mine.isEmpty() || !g.at().isAfter(GoneObject.earliest(mine)));
    boolean looked = mine.stream().anyMatch(r -> r.lookUp().isPresent());
    boolean told = mine.stream().anyMatch(r -> r.reason() == Reason.SECRET_GONE);
    String whose = owner.map(a -> ", a token of " + a + ",").orElse("");
    Claim claim =
        new Claim(
                CauseCode.LEGACY_SECRET_MISSING,
                owner.map(a -> Subject.of(ref).withAccount(a)).orElseGet(() -> Subject.of(ref)))
            .explains(mine)
            .confidence(looked || told ? 0.97 : before.isPresent() ? 0.88 : 0.7)
            .says(
                before
                        .map(
                            g ->
                                ref
                                    + whose
                                    + " was deleted by "
                                    + g.by()
                                    + " at "
                                    + Wording.utc(g.at()))
                        .orElse(ref + whose + " is not there")
                    + (mine.isEmpty()
                        ? ", and pods that mount it cannot start."
                        : ", and is still used: its users are refused since "
                            + Wording.utc(GoneObject.earliest(mine))
                            + "."));
    claim
        .not(
            CauseCode.LEGACY_TOKEN_INVALIDATED,
            "a labelled Secret still stands, and the API server names it; this one is "
                + (before.isPresent() ? "deleted" : looked ? "looked for in vain" : "not there"))
        .not(
            CauseCode.BOUND_OBJECT_GONE,
            "it is a Secret's token, and its account was not deleted with it");
    before.ifPresent(
        g -> {
          claim.began(g.at());
          claim.shows(Evidence.at(g.deletion().place(), "the deletion"));
          g.created()
              .ifPresent(
                  c -> claim.shows(Evidence.at(c.place(), "a Secret of that name was made again")));
        });
    claim.shows(Evidence.object(ref, "the Secret that is missing"));
    mine.stream()
        .flatMap(r -> r.lookUp().stream())
        .limit(2)
        .forEach(
            l -> claim.shows(Evidence.at(l.place(), "the authenticator looks for it in vain")));
    claim.shows(mounts.stream().limit(3).toList());
    mine.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(1)
        .forEach(claim::shows);
    String namespace = Wording.name(ref.namespace(), "namespace");
    String account = owner.map(Wording::account).orElse(Wording.unset("service-account"));
    return claim
        .step(
            "kubectl get pods,deployments,statefulsets,daemonsets,cronjobs -n "
                + namespace
                + " -o name | xargs -n1 kubectl get -n "
                + namespace
                + " -o yaml | grep -n "
                + Wording.name(ref.name(), "secret")
                + "  # who names it")
        .step(
            "kubectl create token -n "
                + namespace
                + " "
                + account
                + " --duration=1h  # prints a live token: hand it to the user by a safe way, or mount a"
                + " projected one")
        .step(
            "if it must be a Secret, make one with a new name: one of the same name gets the very"
                + " same token, unless the signing key changed, and revives every old copy; it worked"
                + " when the 401s of these senders end")
        .in(subject);
  }

  /** Told {@code secret_gone} whose Secret nobody names: by sender. */
  private static List<Diagnosis> unnamed(
      List<Refusal> refusals, Map<ObjectRef, Set<Refusal>> groups, Case subject) {
    Set<Refusal> named = new HashSet<>();
    groups.values().forEach(named::addAll);
    Map<String, List<Refusal>> rest = new TreeMap<>();
    for (Refusal refusal : refusals) {
      if (refusal.reason() == Reason.SECRET_GONE && !named.contains(refusal)) {
        rest.computeIfAbsent(refusal.sender(), s -> new ArrayList<>()).add(refusal);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    rest.forEach(
        (sender, mine) ->
            found.add(
                new Claim(
                        CauseCode.LEGACY_SECRET_MISSING,
                        mine.get(0)
                            .account()
                            .map(Subject::of)
                            .orElseGet(() -> Subject.ofOther(sender)))
                    .explains(mine)
                    .confidence(0.85)
                    .says(
                        "A Secret-based token of "
                            + mine.get(0)
                                .account()
                                .map(Account::toString)
                                .orElse("an unknown account")
                            + " is refused since "
                            + Wording.utc(GoneObject.earliest(mine))
                            + " because its Secret is gone or holds another token.")
                    .not(
                        CauseCode.LEGACY_TOKEN_INVALIDATED,
                        "the API server would name Secret and account, and say that it has been"
                            + " marked invalid")
                    .not(
                        CauseCode.BOUND_OBJECT_GONE,
                        "these are the API server's words for a Secret's token, not for a bound one")
                    .shows(mine.get(0).attributed().reasonEvidence().stream().limit(2).toList())
                    .step(
                        "find who deleted or changed the Secret: verb delete, update or patch on"
                            + " secrets in the audit log before the first 401")
                    .step(
                        "kubectl create token -n "
                            + mine.get(0)
                                .account()
                                .map(Wording::namespace)
                                .orElse(Wording.unset("namespace"))
                            + " "
                            + mine.get(0)
                                .account()
                                .map(Wording::account)
                                .orElse(Wording.unset("service-account"))
                            + " --duration=1h  # prints a live token: hand it to the user by a safe"
                            + " way")
                    .step("it worked when the 401s of this sender end")
                    .in(subject)));
    return found;
  }

  /** Mount errors that name a missing Secret which is known to have been a token Secret. */
  private static Map<ObjectRef, List<Evidence>> mountErrors(
      Case subject, Map<ObjectRef, Account> owners) {
    Map<ObjectRef, List<Evidence>> errors = new TreeMap<>();
    for (LogLine line : subject.facts().log()) {
      if (line.meaning() instanceof LogLine.MountFailed failed) {
        note(
            failed.namespace(), failed.error(), Evidence.at(line.place(), "a mount fails"), errors);
      }
    }
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (ClusterEvent event : snapshot.events()) {
        if (event.reason().equals("FailedMount")) {
          note(
              event.about().namespace(),
              event.message(),
              Evidence.at(event.place(), "a mount fails"),
              errors);
        }
      }
    }
    errors.keySet().retainAll(owners.keySet());
    return errors;
  }

  private static void note(
      String namespace, String text, Evidence evidence, Map<ObjectRef, List<Evidence>> errors) {
    Matcher matcher = NOT_FOUND.matcher(text);
    if (matcher.find()) {
      errors
          .computeIfAbsent(
              new ObjectRef("Secret", namespace, matcher.group(1)), r -> new ArrayList<>())
          .add(evidence);
    }
  }
}
