package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Target;
import java.time.Duration;
import java.time.Instant;
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
final class Neighbours implements ClientRung {

  private static final Duration AROUND = Duration.ofMinutes(15);

  /** Neighbours that asked for the same count as much as this many others. */
  private static final double SAME_REQUEST = 4;

  /** A chance neighbour: nobody is certain because of others. */
  private static final double OTHERS = 1;

  private final ServerWords words;

  Neighbours(ServerWords words) {
    this.words = words;
  }

  @Override
  public Rung of(List<Question> questions) {
    Told told = new Told();
    for (Question question : questions) {
      if (question.stated().reason() != Reason.UNKNOWN) {
        List<Account> named = List.copyOf(words.named(question.stated()));
        told.add(
            question.failure(), named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
      }
    }
    return told::climb;
  }

  /** What was asked for. */
  private record Wanted(String verb, Target target) {
    static Wanted of(Failure failure) {
      return new Wanted(failure.verb(), failure.target());
    }
  }

  /** 401s that share something, and those of them that asked for the same. */
  private static final class Crowd {
    private final Moments all = new Moments();
    private final Map<Wanted, Moments> byRequest = new HashMap<>();

    void add(Failure failure) {
      all.add(failure);
      byRequest.computeIfAbsent(Wanted.of(failure), w -> new Moments()).add(failure);
    }

    /** Those around a 401, the ones for the same request counting more. */
    double around(Question question) {
      Instant from = question.at().minus(AROUND);
      Instant to = question.at().plus(AROUND);
      Moments same = byRequest.get(Wanted.of(question.failure()));
      int more = same == null ? 0 : same.between(from, to);
      return all.between(from, to) + (SAME_REQUEST - 1) * more;
    }
  }

  /** One client's 401s with words. */
  private static final class Told {
    private final Crowd all = new Crowd();
    private final SortedMap<Account, Crowd> byAccount = new TreeMap<>();

    void add(Failure failure, Optional<Account> named) {
      all.add(failure);
      named.ifPresent(a -> byAccount.computeIfAbsent(a, k -> new Crowd()).add(failure));
    }

    void climb(Question question, Candidates candidates) {
      if (question.stated().reason() != Reason.UNKNOWN) {
        return;
      }
      double total = OTHERS + all.around(question);
      byAccount.forEach(
          (account, crowd) -> {
            double share = crowd.around(question);
            if (share > 0) {
              candidates.add(
                  account,
                  Math.log(share / (total - share)),
                  Method.SAME_CLIENT,
                  () ->
                      Evidence.at(
                          crowd.all.nearest(question.at()).orElseThrow().place(),
                          "the same address and agent, refused as " + account));
            }
          });
    }
  }
}
