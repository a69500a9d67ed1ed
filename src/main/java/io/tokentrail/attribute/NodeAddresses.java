package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.PodLife;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The address is a node's: shared by its kubelet, its host-network pods and, behind address
 * translation, all its pods. Only an agent that is a pod's own, by name or by being used elsewhere
 * by the same account, makes a candidate.
 */
final class NodeAddresses implements Rung {

  /** Odds for pods of the node whose account uses this agent elsewhere. */
  private static final double AGENT_SEEN = 4;

  /** Odds for pods of the node that are called like the agent. */
  private static final double AGENT_CALLED = 4;

  /**
   * Odds for pods of the node that hold a token and were never served with it, for agents that name
   * no program.
   */
  private static final double SILENT = 1;

  private final Traces traces;

  NodeAddresses(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    String node = traces.nodeAt(question.ip());
    if (node.isEmpty()) {
      return;
    }
    candidates.node(node);
    SortedSet<Account> seen = traces.withAgent(question.agent());
    String program = program(question.agent());
    SortedMap<Account, Double> odds = new TreeMap<>();
    List<PodLife> pods =
        traces.pods().onNode(node).stream()
            .filter(p -> p.account().isPresent() && p.mayHaveRunAt(question.at()))
            .toList();
    for (PodLife pod : pods) {
      Account account = pod.account().orElseThrow();
      boolean called =
          program.length() >= 3
              && (pod.name().startsWith(program) || account.name().equals(program));
      boolean silent = program.isEmpty() && !traces.served(account) && holdsToken(pod);
      double mine =
          called ? AGENT_CALLED : seen.contains(account) ? AGENT_SEEN : silent ? SILENT : 0;
      if (mine > 0) {
        odds.merge(account, mine, Math::max);
      }
    }
    odds.forEach(
        (account, mine) ->
            candidates.add(
                account,
                Math.log(mine / odds.size()),
                Method.FINGERPRINT,
                () ->
                    Evidence.object(
                        new ObjectRef("Node", "", node),
                        "pods of " + account + " run on it and use such an agent")));
    for (PodLife pod : pods) {
      candidates.pod(pod.account().orElseThrow(), pod.name(), pod.ranAt(question.at()) ? 0.5 : 0);
    }
  }

  private static boolean holdsToken(PodLife pod) {
    return pod.spec().map(s -> !s.tokenSources().isEmpty()).orElse(false);
  }

  /** The program's name in a client-go agent, {@code NAME/VERSION (OS/ARCH) ...}. */
  static String program(String agent) {
    int slash = agent.indexOf('/');
    String name = slash > 0 ? agent.substring(0, slash) : "";
    return agent.contains("kubernetes/") ? name.toLowerCase(Locale.ROOT) : "";
  }
}
