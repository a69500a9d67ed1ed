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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the sender of, and the server's reason for, every 401.
 *
 * <p>The reasons come first, for each API server by itself: its log tells not whose a line is, only
 * that lines and 401s come in one order, so that the join and the clock's offset need all 401s of
 * the server ({@link Reasons}). Then each client's 401s are judged by themselves ({@link Ladder}).
 */
public final class Attribution {

  private Attribution() {}

  /** The same, judged here. */
  public static List<Attributed> of(Facts facts, List<Lifetime> lifetimes) {
    return of(facts, lifetimes, Judging.HERE);
  }

  /**
   * One {@link Attributed} for each 401, in the order of failures.
   *
   * @param facts what was read
   * @param lifetimes token lifetimes, which tell whose token was due to expire; may be empty
   * @param judging where clients' 401s are judged
   */
  public static List<Attributed> of(Facts facts, List<Lifetime> lifetimes, Judging judging) {
    List<Failure> failures = facts.audit().failures().stream().sorted().toList();
    Map<Failure, Stated> stated = Reasons.of(facts);
    Map<Client, Questions> clients =
        Questions.byClient(failures.stream().filter(f -> !f.proxied()).toList(), stated);
    Map<Client, Iterator<Sender>> senders = new HashMap<>();
    Iterator<List<Sender>> judged =
        judging.judge(new Ladder(facts, lifetimes), List.copyOf(clients.values())).iterator();
    clients.keySet().forEach(client -> senders.put(client, judged.next().iterator()));
    List<Attributed> out = new ArrayList<>();
    for (Failure failure : failures) {
      Stated said = stated.getOrDefault(failure, Stated.NOTHING);
      Sender sender = failure.proxied() ? named(failure) : senders.get(failure.client()).next();
      out.add(new Attributed(failure, sender, said.reason(), said.text(), said.evidence()));
    }
    return List.copyOf(out);
  }

  /** A proxied 401 has its user: the caller was authenticated, a backend refused. */
  private static Sender named(Failure failure) {
    return Account.ofUsername(failure.user())
        .map(
            account ->
                new Sender(
                    Optional.of(account),
                    "",
                    "",
                    Method.NAMED,
                    0.99,
                    List.of(),
                    List.of(Evidence.at(failure.place(), "the event names its user"))))
        .orElse(Sender.NOBODY);
  }
}
