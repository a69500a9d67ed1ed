package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Addresses;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;

/**
 * The agent is called like an account (client-go's default is the binary's name) and asks in that
 * account's namespace, from an address of which nothing is known: no snapshot, a pod that was never
 * served.
 *
 * <p>Needs an account that holds a token. Yields it with even odds, which what is asked for then
 * raises; adds nothing to those that other rungs propose. Silent for addresses from outside, where
 * anybody may call a program so.
 */
final class Namesakes implements Rung {

  private final Traces traces;

  Namesakes(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    String namespace = question.failure().target().namespace();
    String program = NodeAddresses.program(question.agent());
    if (namespace.isEmpty() || program.isEmpty() || !Addresses.ofPrivateUse(question.ip())) {
      return;
    }
    for (Account account : traces.named(program)) {
      boolean fits = account.namespace().equals(namespace) && traces.holdsToken(account);
      if (fits && !candidates.accounts().contains(account)) {
        candidates.add(
            account,
            0,
            Method.FINGERPRINT,
            () ->
                Evidence.at(
                    question.failure().place(),
                    "the agent is called like " + account + " and asks in its namespace"));
      }
    }
  }
}
