package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.Sender;
import java.util.List;
import java.util.Map;

/** Finds the sender of, and the server's reason for, every 401. */
public final class Attribution {

  private Attribution() {}

  /**
   * One {@link Attributed} for each 401, in the order of failures.
   *
   * @param facts what was read
   * @param lifetimes token lifetimes, which tell whose token was due to expire; may be empty
   */
  public static List<Attributed> of(Facts facts, List<Lifetime> lifetimes) {
    Map<Failure, Stated> stated = Reasons.of(facts);
    Traces traces = new Traces(facts);
    List<Rung> rungs = Rungs.of(traces, lifetimes);
    return facts.audit().failures().stream()
        .map(
            failure -> {
              Stated said = stated.getOrDefault(failure, Stated.NOTHING);
              Sender sender =
                  failure.proxied() ? named(failure) : infer(new Question(failure, said), rungs);
              return new Attributed(failure, sender, said.reason(), said.text(), said.evidence());
            })
        .sorted()
        .toList();
  }

  private static Sender infer(Question question, List<Rung> rungs) {
    Candidates candidates = new Candidates();
    rungs.forEach(r -> r.climb(question, candidates));
    return candidates.sender();
  }

  /** A proxied 401 has its user: the caller was authenticated, a backend refused. */
  private static Sender named(Failure failure) {
    return Account.ofUsername(failure.user())
        .map(
            account ->
                new Sender(
                    java.util.Optional.of(account),
                    "",
                    "",
                    Method.NAMED,
                    0.99,
                    List.of(),
                    List.of(Evidence.at(failure.place(), "the event names its user"))))
        .orElse(Sender.NOBODY);
  }
}
