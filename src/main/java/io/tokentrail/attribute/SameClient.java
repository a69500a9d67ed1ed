package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same address and agent authenticated as an account before or after: continuity in time, in
 * both directions.
 *
 * <p>Needs accepted requests of this client. Yields each account that it was, and its pod. Where
 * several were, they share the weight by how near in time and how often; others than accounts count
 * as strangers. Silent where the client was never accepted.
 */
final class SameClient implements ClientRung {

  /** Odds that a client which only ever was one account is that account when refused. */
  static final double ODDS = 25;

  /** Over this time a use loses two thirds of what it tells: addresses change hands. */
  private static final double FADING_SECONDS = Duration.ofHours(3).toSeconds();

  private final Traces traces;

  SameClient(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Rung of(List<Question> questions) {
    return new Everybody(traces.usesOf(questions.get(0).failure().client()))::climb;
  }

  /** Whoever a client was, over time. */
  private static final class Everybody {
    private final SortedMap<Account, Presence> accounts = new TreeMap<>();
    private final Fading strangers;

    Everybody(List<Use> uses) {
      List<Use> others = new ArrayList<>();
      SortedMap<Account, List<Use>> own = new TreeMap<>();
      for (Use use : uses) {
        Account.ofUsername(use.username())
            .map(account -> own.computeIfAbsent(account, a -> new ArrayList<>()))
            .orElse(others)
            .add(use);
      }
      own.forEach((account, ofIt) -> accounts.put(account, new Presence(ofIt)));
      strangers = fading(others);
    }

    void climb(Question question, Candidates candidates) {
      double at = seconds(question.at());
      double total = strangers.weight(at);
      Map<Account, Double> shares = new HashMap<>();
      for (Map.Entry<Account, Presence> one : accounts.entrySet()) {
        double share = one.getValue().all.weight(at);
        shares.put(one.getKey(), share);
        total += share;
      }
      for (Map.Entry<Account, Presence> one : accounts.entrySet()) {
        Account account = one.getKey();
        Presence presence = one.getValue();
        double near = presence.all.faded(presence.all.distance(at));
        candidates.add(
            account,
            Math.log(ODDS * near * shares.get(account) / total),
            Method.SAME_CLIENT,
            () ->
                Evidence.at(
                    presence.nearest(at).lastPlace(),
                    "the same address and agent as " + account + ", accepted"));
        for (Map.Entry<String, Fading> pod : presence.pods.entrySet()) {
          boolean only = pod.getValue() == presence.all;
          double share = only ? shares.get(account) : pod.getValue().weight(at);
          candidates.pod(account, pod.getKey(), 2 * share / total);
        }
      }
    }
  }

  /** One account's uses of a client, and those of each pod that is told. */
  private static final class Presence {
    private final List<Use> uses;
    private final Fading all;
    private final SortedMap<String, Fading> pods = new TreeMap<>();

    Presence(List<Use> uses) {
      this.uses = uses;
      all = fading(uses);
      SortedMap<String, List<Use>> byPod = new TreeMap<>();
      for (Use use : uses) {
        if (!use.podName().isEmpty()) {
          byPod.computeIfAbsent(use.podName(), p -> new ArrayList<>()).add(use);
        }
      }
      byPod.forEach((pod, ofIt) -> pods.put(pod, ofIt.size() == uses.size() ? all : fading(ofIt)));
    }

    Use nearest(double at) {
      return uses.stream()
          .min(Comparator.comparingDouble(use -> distance(stretch(use), at)))
          .orElseThrow();
    }

    private static double distance(Fading.Stretch use, double at) {
      return at < use.from() ? use.from() - at : at > use.to() ? at - use.to() : 0;
    }
  }

  private static Fading fading(List<Use> uses) {
    return new Fading(uses.stream().map(SameClient::stretch).toList(), FADING_SECONDS);
  }

  /** How much a use tells, and when: the more requests the more, but less and less. */
  private static Fading.Stretch stretch(Use use) {
    return new Fading.Stretch(
        seconds(use.firstAt()),
        seconds(use.lastAt()),
        Math.sqrt(Math.log1p((double) use.requests())));
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }

  /** Seconds between a time and a use, 0 within it. */
  static double distance(Use use, Instant at) {
    if (at.isBefore(use.firstAt())) {
      return Duration.between(at, use.firstAt()).toMillis() / 1e3;
    }
    return at.isAfter(use.lastAt()) ? Duration.between(use.lastAt(), at).toMillis() / 1e3 : 0;
  }
}
