package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the sender of, and the server's reason for, every 401. */
public final class Attribution {

  /** A client that was quiet for this long begins a new run of 401s. */
  private static final Duration RUN_ENDS = Duration.ofMinutes(5);

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
    List<Rung> rungs = Rungs.of(traces, lifetimes, stated);
    Map<Failure, Instant> onsets = onsets(facts.audit().failures());
    // each 401 is judged alone, so that any number of threads comes to the same
    return facts.audit().failures().parallelStream()
        .map(
            failure -> {
              Stated said = stated.getOrDefault(failure, Stated.NOTHING);
              Sender sender =
                  failure.proxied()
                      ? named(failure)
                      : infer(new Question(failure, said, onsets.get(failure)), rungs);
              return new Attributed(failure, sender, said.reason(), said.text(), said.evidence());
            })
        .sorted()
        .toList();
  }

  /** When the run of 401s of its client began that each belongs to. */
  private static Map<Failure, Instant> onsets(List<Failure> failures) {
    record Run(Instant onset, Instant last) {}
    Map<Client, Run> runs = new HashMap<>();
    Map<Failure, Instant> out = new HashMap<>();
    for (Failure failure : failures.stream().sorted().toList()) {
      Instant at = failure.receivedAt();
      Run before = runs.get(failure.client());
      boolean goesOn = before != null && !before.last().plus(RUN_ENDS).isBefore(at);
      Run run = new Run(goesOn ? before.onset() : at, at);
      runs.put(failure.client(), run);
      out.put(failure, run.onset());
    }
    return out;
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
