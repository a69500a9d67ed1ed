package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Secret-based token that carries {@code legacy-token-invalid-since} and is still tried. From
 * 1.29 on the API server refuses it whoever set the label, and names Secret and account in its log.
 */
final class LegacyTokenInvalidated implements Cause {

  /** legacy.go, 1.29 and later. */
  private static final Pattern NAMES =
      Pattern.compile(
          "the token in secret ([^/ ]+)/(\\S+) for service account ([^/ ]+)/(\\S+) has been marked");

  /** A stamp may be written just after the answer. */
  private static final Duration STAMP = Duration.ofMillis(50);

  private static final int SEVERAL = 5;

  private static final String CLEANER =
      "system:serviceaccount:kube-system:legacy-service-account-token-cleaner";

  @Override
  public CauseCode code() {
    return CauseCode.LEGACY_TOKEN_INVALIDATED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    if (!Behaviour.LEGACY_CLEANER.of(subject.facts()).orElse(true)) {
      return new Verdict.Clear("an API server that does not heed the label (before 1.29)");
    }
    Map<ObjectRef, ObjectChange> marks = marks(subject);
    Map<ObjectRef, TokenSecret> labelled = labelled(subject, marks);
    Map<ObjectRef, List<Refusal>> groups = new TreeMap<>();
    Map<String, List<Refusal>> unnamed = new TreeMap<>();
    Map<Client, ObjectRef> stamped = stamped(refusals, labelled, subject);
    Map<Client, Set<String>> asked = asked(refusals);
    for (Refusal refusal : refusals) {
      if (refusal.reason() == Reason.INVALIDATED) {
        Optional<ObjectRef> secret = named(refusal).or(() -> only(refusal, labelled));
        if (secret.isPresent()) {
          groups.computeIfAbsent(secret.get(), s -> new ArrayList<>()).add(refusal);
        } else {
          unnamed.computeIfAbsent(refusal.sender(), s -> new ArrayList<>()).add(refusal);
        }
      } else if (refusal.reason() == Reason.UNKNOWN && refusal.lookUp().isEmpty()) {
        untold(refusal, labelled, marks, stamped, asked)
            .ifPresent(s -> groups.computeIfAbsent(s, x -> new ArrayList<>()).add(refusal));
      }
    }
    groups
        .values()
        .removeIf(
            mine ->
                mine.size() < SEVERAL
                    && mine.stream().noneMatch(r -> r.reason() == Reason.INVALIDATED)
                    && mine.stream()
                        .noneMatch(r -> stamped.containsKey(r.attributed().failure().client())));
    List<Diagnosis> found = new ArrayList<>();
    groups.forEach(
        (secret, mine) ->
            found.add(
                diagnose(
                    secret,
                    mine,
                    Optional.ofNullable(labelled.get(secret)),
                    Optional.ofNullable(marks.get(secret)),
                    stamped.containsValue(secret),
                    subject)));
    unnamed.forEach((sender, mine) -> found.add(ofSender(sender, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(refusals.size(), "401")
                + " and "
                + Wording.count(labelled.size(), "Secret")
                + " labelled invalid")
        : new Verdict.Found(found);
  }

  /** Secrets that carry the label in a snapshot, or were given it in the log. */
  private static Map<ObjectRef, TokenSecret> labelled(
      Case subject, Map<ObjectRef, ObjectChange> marks) {
    Map<ObjectRef, TokenSecret> labelled = new TreeMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (TokenSecret secret : snapshot.tokenSecrets()) {
        if (!secret.invalidSinceLabel().isEmpty() || marks.containsKey(secret.ref())) {
          labelled.put(secret.ref(), secret);
        }
      }
    }
    return labelled;
  }

  /** Who set the label in the log: the cleaner, or anybody whose body shows it. */
  static Map<ObjectRef, ObjectChange> marks(Case subject) {
    Map<ObjectRef, ObjectChange> marks = new TreeMap<>();
    for (ObjectChange change : subject.facts().audit().changes()) {
      boolean sets =
          change.facts().containsKey("legacy-token-invalid-since")
              || (change.user().equals(CLEANER) && !change.verb().equals("delete"));
      if (sets
          && change.succeeded()
          && change.target().resource().equals("secrets")
          && !change.target().name().isEmpty()) {
        marks.putIfAbsent(
            new ObjectRef("Secret", change.target().namespace(), change.target().name()), change);
      }
    }
    return marks;
  }

  private static Optional<ObjectRef> named(Refusal refusal) {
    Matcher matcher = NAMES.matcher(refusal.text());
    return matcher.find()
        ? Optional.of(new ObjectRef("Secret", matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<ObjectRef> only(Refusal refusal, Map<ObjectRef, TokenSecret> labelled) {
    List<ObjectRef> fitting =
        labelled.entrySet().stream()
            .filter(
                e -> refusal.account().isEmpty() || owner(e.getValue()).equals(refusal.account()))
            .map(Map.Entry::getKey)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /**
   * Without the server's words. The API server stamps the day's first attempt on the Secret inside
   * the refused request, which names it. Else a client outside of all pods, that asks for things of
   * the Secret's namespace alone since the Secret was marked, is taken to be its user.
   */
  private static Optional<ObjectRef> untold(
      Refusal refusal,
      Map<ObjectRef, TokenSecret> labelled,
      Map<ObjectRef, ObjectChange> marks,
      Map<Client, ObjectRef> stamped,
      Map<Client, Set<String>> asked) {
    Client client = refusal.attributed().failure().client();
    if (stamped.containsKey(client)) {
      return Optional.of(stamped.get(client));
    }
    if (!refusal.pod().isEmpty() || !refusal.node().isEmpty()) {
      return Optional.empty();
    }
    return only(refusal, labelled)
        .filter(s -> !marks.containsKey(s) || refusal.at().isAfter(marks.get(s).at()))
        .filter(s -> asked.getOrDefault(client, Set.of()).equals(Set.of(s.namespace())));
  }

  /** Clients in one of whose refused requests the API server stamped a labelled Secret. */
  private static Map<Client, ObjectRef> stamped(
      List<Refusal> refusals, Map<ObjectRef, TokenSecret> labelled, Case subject) {
    Map<Client, ObjectRef> stamped = new TreeMap<>();
    for (ObjectChange change : subject.facts().audit().changes()) {
      if (change.user().equals("system:apiserver")
          && change.verb().equals("patch")
          && change.target().resource().equals("secrets")) {
        ObjectRef secret =
            new ObjectRef("Secret", change.target().namespace(), change.target().name());
        for (Refusal refusal : refusals) {
          Failure failure = refusal.attributed().failure();
          if (labelled.containsKey(secret)
              && failure.source().equals(change.source())
              && !change.at().isBefore(failure.receivedAt())
              && !change.at().isAfter(failure.answeredAt().plus(STAMP))) {
            stamped.put(failure.client(), secret);
          }
        }
      }
    }
    return stamped;
  }

  /** The namespaces of what each client of refused requests asked for. */
  private static Map<Client, Set<String>> asked(List<Refusal> refusals) {
    Map<Client, Set<String>> asked = new TreeMap<>();
    for (Refusal refusal : refusals) {
      Failure failure = refusal.attributed().failure();
      if (!failure.target().namespace().isEmpty()) {
        asked
            .computeIfAbsent(failure.client(), c -> new TreeSet<>())
            .add(failure.target().namespace());
      }
    }
    return asked;
  }

  private static Optional<Account> owner(TokenSecret secret) {
    return secret.serviceAccount().isEmpty() || secret.namespace().isEmpty()
        ? Optional.empty()
        : Optional.of(new Account(secret.namespace(), secret.serviceAccount()));
  }

  private static Diagnosis diagnose(
      ObjectRef secret,
      List<Refusal> mine,
      Optional<TokenSecret> labelled,
      Optional<ObjectChange> mark,
      boolean stamped,
      Case subject) {
    Optional<Account> account =
        labelled
            .flatMap(LegacyTokenInvalidated::owner)
            .or(() -> mine.stream().flatMap(r -> r.account().stream()).sorted().findFirst());
    boolean told = mine.stream().anyMatch(r -> r.reason() == Reason.INVALIDATED);
    boolean named = mine.stream().anyMatch(r -> r.account().equals(account));
    Instant first = mine.get(0).at();
    Claim claim =
        new Claim(
                CauseCode.LEGACY_TOKEN_INVALIDATED,
                account
                    .map(a -> Subject.of(secret).withAccount(a))
                    .orElseGet(() -> Subject.of(secret)))
            .explains(mine)
            .confidence(told ? 0.97 : stamped ? 0.9 : named ? 0.8 : 0.65)
            .says(
                "The token in "
                    + secret
                    + account.map(a -> " of " + a).orElse("")
                    + " is labelled invalid"
                    + mark.map(m -> " by " + Wording.quote(m.user())).orElse("")
                    + " and still tried; it is refused since "
                    + Wording.utc(first)
                    + ".")
            .not(
                CauseCode.LEGACY_SECRET_MISSING,
                labelled.isPresent()
                    ? "the Secret stands in the snapshot, with its label"
                    : "the API server names the Secret, and says that it is marked, not gone")
            .not(
                CauseCode.BOUND_OBJECT_GONE,
                "the token is a Secret's, and the account stands behind it")
            .shows(Evidence.object(secret, "the Secret that is labelled invalid"));
    mark.ifPresent(
        m -> {
          if (m.at().isBefore(first)) {
            claim.began(m.at());
          }
          claim.shows(Evidence.at(m.place(), "it was labelled"));
        });
    labelled.ifPresent(s -> claim.shows(Evidence.at(s.place(), "the label in the snapshot")));
    mine.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(1)
        .forEach(claim::shows);
    String namespace = Wording.name(secret.namespace(), "namespace");
    return claim
        .step(
            "kubectl create token -n "
                + namespace
                + " "
                + account.map(Wording::account).orElse(Wording.unset("service-account"))
                + " --duration=1h  # what the user should move to; prints a live token")
        .step(
            "kubectl label secret -n "
                + namespace
                + " "
                + Wording.name(secret.name(), "secret")
                + " kubernetes.io/legacy-token-invalid-since-  # accepts the old token, and every"
                + " copy of it, again at once; only as a bridge")
        .step(
            "kubectl get secret -n "
                + namespace
                + " "
                + Wording.name(secret.name(), "secret")
                + " --show-labels  # last-used stays behind today once nobody tries it any more")
        .in(subject);
  }

  private static Diagnosis ofSender(String sender, List<Refusal> mine, Case subject) {
    return new Claim(
            CauseCode.LEGACY_TOKEN_INVALIDATED,
            mine.get(0).account().map(Subject::of).orElseGet(() -> Subject.ofOther(sender)))
        .explains(mine)
        .confidence(0.9)
        .says(
            "A Secret-based token that is labelled invalid is still tried since "
                + Wording.utc(mine.get(0).at())
                + ".")
        .not(
            CauseCode.LEGACY_SECRET_MISSING,
            "the API server says that the token is marked invalid, not that its Secret is gone")
        .shows(mine.get(0).attributed().reasonEvidence().stream().limit(2).toList())
        .step(
            "kubectl get secrets -A -l kubernetes.io/legacy-token-invalid-since --show-labels  # last"
                + " used today: that is the one")
        .step(
            "kubectl create token -n "
                + mine.get(0).account().map(Wording::namespace).orElse(Wording.unset("namespace"))
                + " "
                + mine.get(0)
                    .account()
                    .map(Wording::account)
                    .orElse(Wording.unset("service-account"))
                + " --duration=1h  # what the user should move to; prints a live token")
        .step("it worked when the 401s of this sender end")
        .in(subject);
  }
}
