package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Token;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token outlived what it is bound to: its pod, its service account, its node, a Secret; or that
 * came back under the same name with another UID, which is another object to the API server.
 */
final class BoundObjectGone implements Cause {

  private static final Set<String> BOUND = Set.of("pods", "serviceaccounts", "nodes");

  private static final Set<Reason> REASONS =
      Set.of(Reason.BOUND_OBJECT_GONE, Reason.SERVICE_ACCOUNT_GONE, Reason.UID_MISMATCH);

  /** {@code service account UID (LIVE) does not match claim (TOKEN'S)}, also of pods and nodes. */
  private static final Pattern UIDS =
      Pattern.compile("(?i)(service ?account|pod|secret|node) UID \\(([^)]*)\\)[^(]*\\(([^)]*)\\)");

  @Override
  public CauseCode code() {
    return CauseCode.BOUND_OBJECT_GONE;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Map<ObjectRef, GoneObject> gone = GoneObject.of(subject, BOUND);
    Map<ObjectRef, GoneObject> secrets = GoneObject.of(subject, Set.of("secrets"));
    Uids uids = new Uids(accountsByUid(subject), nodesByUid(subject, gone));
    Map<ObjectRef, List<Refusal>> groups = GoneObject.byLookUp(refusals, BOUND);
    BoundToSecret toSecret = new BoundToSecret(subject);
    groups.putAll(
        GoneObject.byLookUp(refusals.stream().filter(toSecret::test).toList(), Set.of("secrets")));
    GoneWithAccount withAccount = new GoneWithAccount(subject);
    for (Refusal refusal : refusals) {
      withAccount
          .account(refusal)
          .ifPresent(a -> groups.computeIfAbsent(a, o -> new ArrayList<>()).add(refusal));
    }
    Set<Refusal> placed = new HashSet<>();
    groups.values().forEach(placed::addAll);
    ServedSince served = new ServedSince(subject);
    List<Refusal> homeless = new ArrayList<>();
    for (Refusal refusal : refusals) {
      if (placed.contains(refusal)) {
        continue;
      }
      Optional<ObjectRef> object = object(refusal, gone, uids, served);
      if (object.isPresent()) {
        groups.computeIfAbsent(object.get(), o -> new ArrayList<>()).add(refusal);
      } else if (REASONS.contains(refusal.reason())) {
        homeless.add(refusal);
      }
    }
    Map<String, ObjectRef> ofSender = onlyObjects(groups);
    Map<String, List<Refusal>> rest = new TreeMap<>();
    for (Refusal refusal : homeless) {
      Optional<ObjectRef> only =
          Optional.ofNullable(ofSender.get(refusal.sender()))
              .filter(o -> !gone.containsKey(o) || !refusal.at().isBefore(gone.get(o).at()))
              .or(() -> onlyOne(refusal, groups, gone));
      if (only.isPresent()) {
        groups.computeIfAbsent(only.get(), o -> new ArrayList<>()).add(refusal);
      } else {
        rest.computeIfAbsent(refusal.sender(), s -> new ArrayList<>()).add(refusal);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    groups.forEach(
        (object, mine) ->
            found.add(
                diagnose(
                    object,
                    mine,
                    Optional.ofNullable(gone.get(object))
                        .or(() -> Optional.ofNullable(secrets.get(object))),
                    subject)));
    rest.forEach((sender, mine) -> found.add(unnamed(sender, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(refusals.size(), "401")
                + ", "
                + Wording.count(subject.facts().audit().lookUps().size(), "look-up")
                + " without a result, and "
                + Wording.count(gone.size(), "deleted object"))
        : new Verdict.Found(found);
  }

  /** Accounts by every UID that a snapshot or a token shows them to have or have had. */
  private static Map<String, Account> accountsByUid(Case subject) {
    Map<String, Account> uids = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (AccountObject account : snapshot.accounts()) {
        uids.put(account.uid(), account.account());
      }
    }
    for (Token token : subject.facts().tokens()) {
      token.account().ifPresent(a -> uids.put(token.accountUid(), a));
    }
    uids.remove("");
    return uids;
  }

  /**
   * What the UIDs in the API server's words lead to.
   *
   * @param accounts accounts by their own
   * @param nodes names of nodes by theirs
   */
  private record Uids(Map<String, Account> accounts, Map<String, String> nodes) {}

  /** Nodes by every UID that a snapshot or their deletion shows them to have or have had. */
  private static Map<String, String> nodesByUid(Case subject, Map<ObjectRef, GoneObject> gone) {
    Map<String, String> uids = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      snapshot.nodes().forEach(n -> uids.put(n.uid(), n.name()));
    }
    gone.forEach(
        (object, g) -> {
          if (object.kind().equals("Node")) {
            uids.put(g.deletion().target().uid(), object.name());
          }
        });
    uids.remove("");
    return uids;
  }

  private static Optional<ObjectRef> object(
      Refusal refusal, Map<ObjectRef, GoneObject> gone, Uids uids, ServedSince served) {
    Optional<ObjectRef> account = refusal.account().map(GoneObject::of);
    Optional<ObjectRef> pod =
        refusal
            .account()
            .filter(a -> !refusal.pod().isEmpty())
            .map(a -> new ObjectRef("Pod", a.namespace(), refusal.pod()));
    return switch (refusal.reason()) {
      case SERVICE_ACCOUNT_GONE -> account;
      case UID_MISMATCH -> mismatched(refusal, uids, account, pod);
      case BOUND_OBJECT_GONE ->
          pod.filter(gone::containsKey).or(() -> account.filter(gone::containsKey)).or(() -> pod);
      case UNKNOWN ->
          pod.filter(p -> after(refusal, gone.get(p), served))
              .or(() -> account.filter(a -> after(refusal, gone.get(a), served)));
      default -> Optional.empty();
    };
  }

  private static boolean after(Refusal refusal, GoneObject gone, ServedSince served) {
    return gone != null && refusal.at().isAfter(gone.at()) && !served.test(gone.at(), refusal);
  }

  private static Optional<ObjectRef> mismatched(
      Refusal refusal, Uids uids, Optional<ObjectRef> account, Optional<ObjectRef> pod) {
    Matcher matcher = UIDS.matcher(refusal.text());
    if (!matcher.find()) {
      return account;
    }
    String kind = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
    if (kind.equals("pod")) {
      return pod.or(() -> account);
    }
    if (kind.equals("node")) {
      return Optional.ofNullable(
              uids.nodes.getOrDefault(matcher.group(2), uids.nodes.get(matcher.group(3))))
          .or(() -> Optional.of(refusal.node()).filter(n -> !n.isEmpty()))
          .map(name -> new ObjectRef("Node", "", name));
    }
    Account byUid =
        uids.accounts.getOrDefault(matcher.group(2), uids.accounts.get(matcher.group(3)));
    return byUid == null ? account : Optional.of(GoneObject.of(byUid));
  }

  /** The object that all placed 401s of a sender were put to, where it is one. */
  private static Map<String, ObjectRef> onlyObjects(Map<ObjectRef, List<Refusal>> groups) {
    Map<String, Set<ObjectRef>> all = new HashMap<>();
    groups.forEach(
        (object, mine) ->
            mine.forEach(r -> all.computeIfAbsent(r.sender(), s -> new HashSet<>()).add(object)));
    Map<String, ObjectRef> only = new HashMap<>();
    all.forEach(
        (sender, objects) -> {
          if (objects.size() == 1) {
            only.put(sender, objects.iterator().next());
          }
        });
    return only;
  }

  /** A 401 whose object nobody names belongs to the only account that was gone at that time. */
  private static Optional<ObjectRef> onlyOne(
      Refusal refusal, Map<ObjectRef, List<Refusal>> groups, Map<ObjectRef, GoneObject> gone) {
    String kind = refusal.reason() == Reason.BOUND_OBJECT_GONE ? "Pod" : "ServiceAccount";
    Set<ObjectRef> fitting = new HashSet<>(groups.keySet());
    if (kind.equals("ServiceAccount")) {
      fitting.addAll(gone.keySet());
    }
    String namespace = refusal.account().map(Account::namespace).orElse("");
    fitting.removeIf(
        o ->
            !o.kind().equals(kind)
                || (!namespace.isEmpty() && !o.namespace().equals(namespace))
                || (gone.containsKey(o) && refusal.at().isBefore(gone.get(o).at())));
    return fitting.size() == 1 ? Optional.of(fitting.iterator().next()) : Optional.empty();
  }

  private static Diagnosis diagnose(
      ObjectRef object, List<Refusal> mine, Optional<GoneObject> gone, Case subject) {
    List<Refusal> sorted =
        mine.stream().sorted(java.util.Comparator.comparing(Refusal::attributed)).toList();
    boolean looked = sorted.stream().anyMatch(r -> r.lookUp().isPresent());
    boolean told = sorted.stream().anyMatch(r -> REASONS.contains(r.reason()));
    Optional<GoneObject> before = gone.filter(g -> !g.at().isAfter(sorted.get(0).at()));
    Optional<Account> account = account(object, sorted);
    Subject about = Subject.of(object);
    if (account.isPresent()) {
      about = about.withAccount(account.get());
    }
    if (object.kind().equals("Pod")) {
      about = about.withPod(object.name());
    }
    boolean back = before.flatMap(GoneObject::created).isPresent();
    Claim claim =
        new Claim(CauseCode.BOUND_OBJECT_GONE, about)
            .explains(sorted)
            .confidence(looked || (told && before.isPresent()) ? 0.97 : told ? 0.92 : 0.85)
            .says(
                before
                        .map(
                            g ->
                                object
                                    + " was deleted by "
                                    + g.by()
                                    + " at "
                                    + Wording.utc(g.at())
                                    + (back ? " and made again with another UID" : ""))
                        .orElse(object + fate(sorted))
                    + "; tokens bound to it are refused since "
                    + Wording.utc(sorted.get(0).at())
                    + ".");
    claim
        .not(
            CauseCode.TOKEN_NOT_RELOADED,
            told
                ? "the API server does not call the tokens expired: it misses what they are bound to"
                : "the 401s begin with the deletion, not at a token's expiry")
        .not(
            CauseCode.LEGACY_SECRET_MISSING,
            object.kind().equals("Secret")
                ? "these tokens have an id and an end: the Secret does not hold them, they are bound"
                    + " to it"
                : sorted.stream().anyMatch(r -> r.reason() == Reason.SECRET_GONE)
                    ? "its token Secrets were deleted because the account was"
                    : looked
                        ? "the authenticator looked for the " + object.kind() + ", not for a Secret"
                        : "no Secret was looked for in vain inside these requests");
    before.ifPresent(
        g -> {
          claim.began(g.at());
          claim.shows(Evidence.at(g.deletion().place(), "the deletion"));
          g.created().ifPresent(c -> claim.shows(Evidence.at(c.place(), "it was created again")));
        });
    claim.shows(Evidence.object(object, "what the refused tokens are bound to"));
    sorted.stream()
        .flatMap(r -> r.lookUp().stream())
        .limit(2)
        .forEach(
            l -> claim.shows(Evidence.at(l.place(), "the authenticator looks for it in vain")));
    sorted.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(1)
        .forEach(claim::shows);
    remedy(claim, object, account);
    return claim.in(subject);
  }

  /** What the API server's words tell of it where the log has no deletion. */
  private static String fate(List<Refusal> mine) {
    Set<Reason> reasons = new HashSet<>();
    mine.stream().filter(Refusal::told).forEach(r -> reasons.add(r.reason()));
    reasons.retainAll(REASONS);
    if (reasons.equals(Set.of(Reason.UID_MISMATCH))) {
      return " was made again with another UID than the tokens have";
    }
    return reasons.contains(Reason.UID_MISMATCH) ? " is gone or has another UID" : " is gone";
  }

  private static void remedy(Claim claim, ObjectRef object, Optional<Account> account) {
    String namespace = Wording.name(object.namespace(), "namespace");
    String name = Wording.name(object.name(), "name");
    if (object.kind().equals("ServiceAccount")) {
      claim
          .step(
              "kubectl get serviceaccount -n " + namespace + " " + name + " -o yaml  # is it back?")
          .step(
              "kubectl get pods -n "
                  + namespace
                  + " --field-selector spec.serviceAccountName="
                  + name
                  + "  # delete those that still fail, which interrupts them: a new pod gets a token"
                  + " with the new UID at once, else the kubelet's next refresh heals it")
          .step(
              "keep the ServiceAccount out of what is deleted and re-created on each deployment"
                  + "; it worked when the 401s of this account end");
    } else if (object.kind().equals("Pod")) {
      claim
          .step(
              "kubectl get pod -n " + namespace + " " + name + " -o wide  # gone, or another UID?")
          .step(
              "on its node: crictl pods --name "
                  + name
                  + "  # containers that outlived the pod object; stop them with crictl stopp")
          .step(
              "if the token was copied elsewhere, give that program its own: kubectl create token -n "
                  + namespace
                  + " "
                  + account.map(Wording::account).orElse(Wording.unset("service-account"))
                  + " --duration=1h; it worked when the 401s from this address end");
    } else {
      claim
          .step(
              "kubectl get "
                  + object.kind().toLowerCase(java.util.Locale.ROOT)
                  + " "
                  + (object.namespace().isEmpty() ? "" : "-n " + namespace + " ")
                  + name
                  + " -o yaml  # gone, or registered again with another UID?")
          .step(
              "start the programs again that hold a token bound to it: a new one is bound to what is"
                  + " there now; interrupts them")
          .step("it worked when the 401s of these senders end");
    }
  }

  private static Optional<Account> account(ObjectRef object, List<Refusal> mine) {
    return object.kind().equals("ServiceAccount")
        ? Optional.of(new Account(object.namespace(), object.name()))
        : mine.stream().flatMap(r -> r.account().stream()).sorted().findFirst();
  }

  private static Diagnosis unnamed(String sender, List<Refusal> mine, Case subject) {
    return new Claim(
            CauseCode.BOUND_OBJECT_GONE,
            mine.get(0).account().map(Subject::of).orElseGet(() -> Subject.ofOther(sender)))
        .explains(mine)
        .confidence(0.85)
        .says(
            "A token of "
                + mine.get(0)
                    .account()
                    .map(Account::toString)
                    .orElse("an account that is not known")
                + " is refused since "
                + Wording.utc(mine.get(0).at())
                + " because the pod, account or node that it is bound to is gone.")
        .not(
            CauseCode.TOKEN_NOT_RELOADED,
            "the API server does not call the token expired, but what it is bound to gone")
        .shows(mine.get(0).attributed().reasonEvidence().stream().limit(2).toList())
        .step(
            "kubectl get events -A --field-selector reason=Killing  # which pods went at that time")
        .step(
            "find the program that still runs with the old token, by address and agent, and stop it or"
                + " start it again; interrupts it")
        .step("it worked when the 401s of this sender end")
        .in(subject);
  }
}
