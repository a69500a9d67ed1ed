package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import java.util.Optional;

/**
 * The agent ends in the account's user name: kube-controller-manager's clients, one a controller
 * (client_builder_dynamic.go), write {@code .../system:serviceaccount:kube-system:NAME}.
 */
final class AgentNames implements Rung {

  private static final double WEIGHT = 8;

  @Override
  public void climb(Question question, Candidates candidates) {
    String agent = question.agent();
    int at = agent.indexOf("/" + Account.USERNAME_PREFIX);
    if (at >= 0) {
      Optional<Account> account = Account.ofUsername(agent.substring(at + 1).trim());
      account.ifPresent(
          a ->
              candidates.add(
                  a,
                  WEIGHT,
                  Method.CREDENTIAL,
                  () -> Evidence.at(question.failure().place(), "the agent names the account")));
    }
  }
}
