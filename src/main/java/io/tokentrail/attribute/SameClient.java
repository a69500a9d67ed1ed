package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The same address and agent authenticated as an account before or after: continuity in time, in
 * both directions.
 *
 * <p>Needs accepted requests of this client. Yields each account that it was, and its pod. Where
 * several were, they share the weight by how near in time and how often; others than accounts count
 * as strangers. Silent where the client was never accepted.
 */
final class SameClient implements Rung {

  /** Odds that a client which only ever was one account is that account when refused. */
  static final double ODDS = 25;

  /** Over this time a use loses two thirds of what it tells: addresses change hands. */
  private static final double FADING_SECONDS = Duration.ofHours(3).toSeconds();

  /** A use as it is asked for again and again: its account's number and its times in seconds. */
  private record Seen(int account, Use use, double often, double from, double to) {
    double distance(double at) {
      return at < from ? from - at : at > to ? at - to : 0;
    }
  }

  private record Everybody(List<Account> accounts, List<Seen> seen) {}

  private static final class Share {
    private double all;
    private double distance = Double.POSITIVE_INFINITY;
    private Use nearest;
    private final SortedMap<String, Double> pods = new TreeMap<>();
  }

  private final Traces traces;
  private final Map<Client, Everybody> clients = new ConcurrentHashMap<>();

  SameClient(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    Everybody everybody = clients.computeIfAbsent(question.failure().client(), this::everybody);
    Share[] shares = new Share[everybody.accounts().size()];
    double at = seconds(question.at());
    double total = 0;
    for (Seen one : everybody.seen()) {
      double distance = one.distance(at);
      double share = Math.exp(-distance / FADING_SECONDS) * one.often();
      total += share;
      if (one.account() >= 0) {
        if (shares[one.account()] == null) {
          shares[one.account()] = new Share();
        }
        Share mine = shares[one.account()];
        mine.all += share;
        if (distance < mine.distance) {
          mine.distance = distance;
          mine.nearest = one.use();
        }
        if (!one.use().podName().isEmpty()) {
          mine.pods.merge(one.use().podName(), share, Double::sum);
        }
      }
    }
    for (int i = 0; i < shares.length; i++) {
      Account account = everybody.accounts().get(i);
      Share share = shares[i];
      double near = Math.exp(-share.distance / FADING_SECONDS);
      candidates.add(
          account,
          Math.log(ODDS * near * share.all / total),
          Method.SAME_CLIENT,
          () ->
              Evidence.at(
                  share.nearest.lastPlace(),
                  "the same address and agent as " + account + ", accepted"));
      for (Map.Entry<String, Double> pod : share.pods.entrySet()) {
        candidates.pod(account, pod.getKey(), 2 * pod.getValue() / total);
      }
    }
  }

  private Everybody everybody(Client client) {
    Map<Account, Integer> numbers = new HashMap<>();
    List<Account> accounts = new ArrayList<>();
    List<Seen> seen = new ArrayList<>();
    for (Use use : traces.usesOf(client)) {
      Optional<Account> account = Account.ofUsername(use.username());
      if (account.isPresent() && numbers.putIfAbsent(account.get(), accounts.size()) == null) {
        accounts.add(account.get());
      }
      seen.add(
          new Seen(
              account.map(numbers::get).orElse(-1),
              use,
              Math.sqrt(Math.log1p((double) use.requests())),
              seconds(use.firstAt()),
              seconds(use.lastAt())));
    }
    return new Everybody(accounts, seen);
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
