package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Token;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The key (or issuer) that tokens are signed with changed and the old one is no longer accepted:
 * many accounts fail from one moment on, and those that get new tokens recover.
 */
final class SigningKeyChanged implements Cause {

  /** Fewer senders than this are somebody's foreign token, not the cluster's key. */
  private static final int ACCOUNTS = 3;

  /** For an issuer change, which shows as unrecognised tokens, this share of the accounts. */
  private static final double SHARE = 0.3;

  /** Senders that are named with less than this do not show how many accounts fail. */
  private static final double SURE = 0.8;

  /** The restart of all API servers, and the idle clients' next request. */
  private static final Duration ONSET = Duration.ofMinutes(15);

  /** So many moments at which senders began to fail together are looked at. */
  private static final int WAVES = 5;

  /** More than this are no strays. */
  private static final int STRAYS = 5;

  /** A burst of 401s ends after this long without one. */
  private static final Duration BURST = Duration.ofMinutes(5);

  /** Within this, clients that ask often all notice it. */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  @Override
  public CauseCode code() {
    return CauseCode.SIGNING_KEY_CHANGED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Set<String> active = new HashSet<>();
    Set<String> served = new HashSet<>();
    Set<Client> clients = new HashSet<>();
    Map<Account, Instant> since = new HashMap<>();
    for (Use use : subject.facts().audit().uses()) {
      Account.ofUsername(use.username())
          .ifPresent(
              a -> {
                active.add(a.toString());
                served.add(use.client().sourceIp());
                clients.add(use.client());
                since.merge(a, use.firstAt(), (x, y) -> x.isBefore(y) ? x : y);
              });
    }
    List<Refusal> signature =
        refusals.stream()
            .filter(r -> r.reason() == Reason.SIGNATURE && ofThisCluster(r, served))
            .toList();
    List<Refusal> issuer =
        refusals.stream()
            .filter(r -> r.reason() == Reason.UNRECOGNISED && r.account().isPresent())
            .toList();
    List<Refusal> key =
        together(signature) >= ACCOUNTS
            ? since(onset(firsts(begun(signature))), signature)
            : List.of();
    List<Refusal> other =
        together(issuer) >= Math.max(5, SHARE * active.size())
            ? since(onset(firsts(begun(issuer))), issuer)
            : List.of();
    if (!other.isEmpty()) {
      other = withNameless(other, refusals, clients);
    }
    if (!key.isEmpty() && !other.isEmpty()) {
      List<Refusal> both =
          Stream.concat(key.stream(), other.stream())
              .sorted(Comparator.comparing(Refusal::attributed))
              .toList();
      String what = "key, and since " + Wording.utc(other.get(0).at()) + " the issuer,";
      return found(both, what, 0.92, subject);
    }
    if (!key.isEmpty()) {
      return found(key, "key", 0.97, subject);
    }
    if (!other.isEmpty()) {
      return found(other, "issuer", 0.92, subject);
    }
    List<Refusal> untold =
        refusals.stream()
            .filter(r -> r.reason() == Reason.UNKNOWN && r.account().isPresent())
            .filter(r -> r.attributed().sender().confidence() >= SURE)
            .filter(
                r -> since.getOrDefault(r.account().orElseThrow(), Instant.MAX).isBefore(r.at()))
            .toList();
    long nodes = untold.stream().map(Refusal::node).filter(n -> !n.isEmpty()).distinct().count();
    if (nodes > 1) {
      NavigableMap<Instant, Set<String>> begun = begun(untold);
      for (int i = 0; i < WAVES; i++) {
        List<Instant> wave = firsts(begun);
        if (wave.size() < Math.max(5, SHARE * active.size())) {
          break;
        }
        Instant onset = onset(wave);
        OldTokens old = OldTokens.at(onset, subject);
        if (!old.goOn()) {
          return found(since(onset, untold), "key or issuer", old.ended() ? 0.85 : 0.75, subject);
        }
        begun.subMap(wave.get(0), true, wave.get(0).plus(ONSET), false).clear();
      }
    }
    return new Verdict.Clear(
        Wording.count(signature.size(), "401")
            + " for a signature, and the senders of "
            + Wording.count(issuer.size(), "unrecognised token"));
  }

  /**
   * Anybody can send a token with a wrong signature; a changed key hits those who had a good one.
   */
  private static boolean ofThisCluster(Refusal refusal, Set<String> served) {
    return refusal.account().isPresent()
        || !refusal.node().isEmpty()
        || served.contains(refusal.address());
  }

  /**
   * With those of clients that several accounts share, from the same moment on: nobody can say
   * which of the accounts it is. A client that was refused so just before sends a foreign token.
   */
  private static List<Refusal> withNameless(
      List<Refusal> mine, List<Refusal> refusals, Set<Client> served) {
    Instant earliest = mine.get(0).at().minus(PAUSE);
    Map<Client, Instant> begun = new HashMap<>();
    Map<Client, Instant> last = new HashMap<>();
    List<Refusal> all = new ArrayList<>(mine);
    for (Refusal one : refusals) {
      if (one.reason() != Reason.UNRECOGNISED || one.account().isPresent()) {
        continue;
      }
      Client client = one.attributed().failure().client();
      Instant before = last.put(client, one.at());
      if (before == null || before.plus(BURST).isBefore(one.at())) {
        begun.put(client, one.at());
      }
      if (served.contains(client) && !begun.get(client).isBefore(earliest)) {
        all.add(one);
      }
    }
    all.sort(Comparator.comparing(Refusal::attributed));
    return all;
  }

  /** How many senders began to fail within the onset of the most common moment. */
  private static long together(List<Refusal> refusals) {
    return firsts(begun(refusals)).size();
  }

  /** Who began to fail at which moment. Who was not refused for as long as an onset begins anew. */
  private static NavigableMap<Instant, Set<String>> begun(List<Refusal> refusals) {
    Map<String, Instant> last = new HashMap<>();
    NavigableMap<Instant, Set<String>> begun = new TreeMap<>();
    for (Refusal refusal : refusals) {
      Instant before = last.put(refusal.sender(), refusal.at());
      if (before == null || before.plus(ONSET).isBefore(refusal.at())) {
        begun.computeIfAbsent(refusal.at(), t -> new TreeSet<>()).add(refusal.sender());
      }
    }
    return begun;
  }

  /** When those who began within the onset of the most common moment did so, in order. */
  private static List<Instant> firsts(NavigableMap<Instant, Set<String>> begun) {
    Map<String, Integer> inside = new HashMap<>();
    Instant from = Instant.MIN;
    int most = 0;
    Iterator<Map.Entry<Instant, Set<String>>> oldest = begun.entrySet().iterator();
    Map.Entry<Instant, Set<String>> first = null;
    for (Map.Entry<Instant, Set<String>> next : begun.entrySet()) {
      next.getValue().forEach(sender -> inside.merge(sender, 1, Integer::sum));
      first = first == null ? oldest.next() : first;
      while (!next.getKey().isBefore(first.getKey().plus(ONSET))) {
        first.getValue().forEach(s -> inside.computeIfPresent(s, (k, n) -> n == 1 ? null : n - 1));
        first = oldest.next();
      }
      if (inside.size() > most) {
        most = inside.size();
        from = first.getKey();
      }
    }
    Set<String> seen = new HashSet<>();
    List<Instant> wave = new ArrayList<>();
    if (most > 0) {
      begun
          .subMap(from, from.plus(ONSET))
          .forEach((at, all) -> all.stream().filter(seen::add).forEach(sender -> wave.add(at)));
    }
    return wave;
  }

  /**
   * The first of a wave: somebody who had shown a foreign token before began alone, and the others
   * after a pause that none of theirs is like.
   */
  private static Instant onset(List<Instant> wave) {
    List<Instant> left = wave;
    for (int i = 0; i < STRAYS && left.size() > ACCOUNTS && strays(left); i++) {
      left = left.subList(1, left.size());
    }
    return left.get(0);
  }

  private static List<Refusal> since(Instant onset, List<Refusal> refusals) {
    return refusals.stream().filter(r -> !r.at().isBefore(onset)).toList();
  }

  private static boolean strays(List<Instant> firsts) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i < firsts.size(); i++) {
      pauses.add(Duration.between(firsts.get(i - 1), firsts.get(i)));
    }
    Duration own = pauses.remove(0);
    return own.compareTo(PAUSE) > 0 && own.compareTo(Collections.max(pauses).multipliedBy(2)) > 0;
  }

  private static Verdict found(List<Refusal> mine, String what, double confidence, Case subject) {
    TreeSet<String> senders = new TreeSet<>();
    mine.forEach(r -> r.account().ifPresent(a -> senders.add(a.toString())));
    Claim claim =
        new Claim(CauseCode.SIGNING_KEY_CHANGED, Subject.ALL)
            .explains(mine)
            .confidence(confidence)
            .not(
                CauseCode.UNKNOWN_TOKEN,
                "foreign tokens do not come from "
                    + Wording.count(senders.size(), "account")
                    + " within a quarter of an hour")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                confidence > 0.8
                    ? "the API server does not call the tokens expired"
                    : "so many tokens do not expire at one moment")
            .says(
                "The API server no longer accepts the "
                    + what
                    + " of tokens that "
                    + Wording.count(senders.size(), "account")
                    + " ("
                    + Wording.some(senders)
                    + ") hold, since "
                    + Wording.utc(mine.get(0).at())
                    + "; they recover as each gets a new token.");
    mine.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(2)
        .forEach(claim::shows);
    Set<String> known = subject.facts().keys().keyIds();
    for (Token token : subject.facts().tokens()) {
      if (subject.facts().keys().given()
          && !token.keyId().isEmpty()
          && !known.contains(token.keyId())) {
        claim.shows(Evidence.at(token.place(), "signed with a key that the JWKS does not have"));
      }
    }
    return new Verdict.Found(
        List.of(
            claim
                .step(
                    "kubectl get --raw /openid/v1/jwks  # are the old key's id and the new one's both"
                        + " there?")
                .step(
                    "add the old public key as a further --service-account-key-file (or the old issuer"
                        + " as a further --service-account-issuer) on every API server: old tokens are"
                        + " accepted again at once; restarts the API servers one by one; on a managed"
                        + " cluster only the provider can")
                .step(
                    "restart the workloads that still fail after an hour, which interrupts them (kubectl"
                        + " rollout restart); Secret-based tokens never heal, make new ones; it worked"
                        + " when no 401 with these words follows")
                .in(subject)));
  }
}
