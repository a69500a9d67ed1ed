package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same address and agent authenticated as an account before or after. Where several did, they
 * share the weight by how near in time and how often; others than accounts count as strangers.
 */
final class SameClient implements Rung {

  /** Odds that a client which only ever was one account is that account when refused. */
  private static final double ODDS = 25;

  /** Over this time a use loses two thirds of what it tells: addresses change hands. */
  private static final double FADING_SECONDS = Duration.ofHours(3).toSeconds();

  private final Traces traces;

  SameClient(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    SortedMap<Account, Double> shares = new TreeMap<>();
    SortedMap<Account, Use> nearest = new TreeMap<>();
    SortedMap<String, Double> pods = new TreeMap<>();
    double all = 0;
    for (Use use : traces.usesOf(question.failure().client())) {
      double share =
          Math.exp(-distance(use, question.at()) / FADING_SECONDS)
              * Math.sqrt(Math.log1p((double) use.requests()));
      Account account = Account.ofUsername(use.username()).orElse(null);
      all += share;
      if (account != null) {
        shares.merge(account, share, Double::sum);
        nearest.merge(
            account,
            use,
            (a, b) -> distance(b, question.at()) < distance(a, question.at()) ? b : a);
        if (!use.podName().isEmpty()) {
          pods.merge(account + "\n" + use.podName(), share, Double::sum);
        }
      }
    }
    double total = all;
    shares.forEach(
        (account, share) -> {
          double near = Math.exp(-distance(nearest.get(account), question.at()) / FADING_SECONDS);
          candidates.add(
              account,
              Math.log(ODDS * near * share / total),
              Method.SAME_CLIENT,
              Evidence.at(
                  nearest.get(account).lastPlace(),
                  "the same address and agent as " + account + ", accepted"));
        });
    pods.forEach(
        (key, share) -> {
          int split = key.indexOf('\n');
          shares.keySet().stream()
              .filter(a -> a.toString().equals(key.substring(0, split)))
              .forEach(a -> candidates.pod(a, key.substring(split + 1), 2 * share / total));
        });
  }

  /** Seconds between a time and a use, 0 within it. */
  static double distance(Use use, Instant at) {
    if (at.isBefore(use.firstAt())) {
      return Duration.between(at, use.firstAt()).toMillis() / 1e3;
    }
    return at.isAfter(use.lastAt()) ? Duration.between(use.lastAt(), at).toMillis() / 1e3 : 0;
  }
}
