package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The neighbours of a 401 whose own line of the server's log is lost: where the words for the other
 * 401s of the same address and agent name an account, it is likely that account's too.
 *
 * <p>Needs refusals of this client within minutes whose words name an account. Yields that account,
 * by its share of all the neighbours with words, those for the same request counting more. Silent
 * where the server's words are known.
 */
final class Neighbours implements Rung {

  private static final Duration AROUND = Duration.ofMinutes(15);

  /** Neighbours that asked for the same count as much as this many others. */
  private static final double SAME_REQUEST = 4;

  /** A chance neighbour: nobody is certain because of others. */
  private static final double OTHERS = 1;

  private record Told(Failure failure, Optional<Account> account) {}

  private final Map<Client, TreeMap<Instant, List<Told>>> byClient = new HashMap<>();

  Neighbours(Map<Failure, Stated> stated, ServerWords words) {
    stated.forEach(
        (failure, said) -> {
          if (!failure.proxied() && said.reason() != Reason.UNKNOWN) {
            List<Account> named = List.copyOf(words.named(said));
            byClient
                .computeIfAbsent(failure.client(), c -> new TreeMap<>())
                .computeIfAbsent(failure.receivedAt(), t -> new ArrayList<>())
                .add(
                    new Told(
                        failure, named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty()));
          }
        });
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    TreeMap<Instant, List<Told>> all = byClient.get(question.failure().client());
    if (all == null || question.stated().reason() != Reason.UNKNOWN) {
      return;
    }
    SortedMap<Account, Double> shares = new TreeMap<>();
    SortedMap<Account, Told> nearest = new TreeMap<>();
    double total = OTHERS;
    for (List<Told> at :
        all.subMap(question.at().minus(AROUND), true, question.at().plus(AROUND), true).values()) {
      for (Told told : at) {
        boolean same =
            told.failure().verb().equals(question.failure().verb())
                && told.failure().target().equals(question.failure().target());
        double weight = same ? SAME_REQUEST : 1;
        total += weight;
        told.account()
            .ifPresent(
                account -> {
                  shares.merge(account, weight, Double::sum);
                  nearest.merge(account, told, (a, b) -> nearer(a, b, question.at()));
                });
      }
    }
    for (Map.Entry<Account, Double> share : shares.entrySet()) {
      candidates.add(
          share.getKey(),
          Math.log(share.getValue() / (total - share.getValue())),
          Method.SAME_CLIENT,
          () ->
              Evidence.at(
                  nearest.get(share.getKey()).failure().place(),
                  "the same address and agent, refused as " + share.getKey()));
    }
  }

  private static Told nearer(Told a, Told b, Instant to) {
    Duration first = Duration.between(a.failure().receivedAt(), to).abs();
    Duration second = Duration.between(b.failure().receivedAt(), to).abs();
    int order = first.compareTo(second);
    return order < 0 || (order == 0 && a.failure().compareTo(b.failure()) <= 0) ? a : b;
  }
}
