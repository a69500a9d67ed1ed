package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.TokenRequest;
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
 * The address lies in a node's range but was no pod's that is known: a pod that came and went
 * between snapshots. Its kubelet asked for its account's token before it could send anything, as a
 * rule seconds before.
 */
final class NewPods implements Rung {

  /** Weight of an account that has had tokens on the node at all. */
  private static final double ON_NODE = -1;

  /** The same, when one was granted just before the 401s began. */
  private static final double JUST_BEFORE = 1;

  /** What it adds that the agent is called like the account. */
  private static final double CALLED = 1.5;

  private static final Duration SHORTLY = Duration.ofMinutes(3);

  private final Traces traces;
  private final Map<String, SortedMap<Account, List<TokenRequest>>> byNode = new HashMap<>();

  NewPods(Traces traces) {
    this.traces = traces;
    for (TokenRequest request : traces.facts().audit().tokenRequests()) {
      if (request.granted() && !request.node().isEmpty()) {
        byNode
            .computeIfAbsent(request.node(), n -> new TreeMap<>())
            .computeIfAbsent(request.account(), a -> new ArrayList<>())
            .add(request);
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    String node = traces.nodeNear(question.ip());
    if (node.isEmpty()) {
      return;
    }
    candidates.node(node);
    SortedMap<Account, List<TokenRequest>> granted = byNode.getOrDefault(node, new TreeMap<>());
    if (!traces.nodeAt(question.ip()).isEmpty()) {
      for (Account account : candidates.accounts()) {
        nearest(granted.getOrDefault(account, List.of()), question.onset())
            .filter(r -> justBefore(r, question.onset()))
            .ifPresent(r -> candidates.weigh(account, JUST_BEFORE, () -> evidence(r, account)));
      }
      return;
    }
    boolean known =
        traces.pods().withAddress(question.ip()).stream().anyMatch(p -> p.ranAt(question.at()));
    if (known) {
      return;
    }
    String namespace = question.failure().target().namespace();
    String program = NodeAddresses.program(question.agent());
    granted.forEach(
        (account, requests) -> {
          boolean close = account.namespace().equals(namespace) || account.name().equals(program);
          if (close && !elsewhere(account, node, question.at())) {
            TokenRequest request =
                nearest(requests, question.onset()).orElseGet(() -> requests.get(0));
            candidates.add(
                account,
                (justBefore(request, question.onset()) ? JUST_BEFORE : ON_NODE)
                    + (account.name().equals(program) ? CALLED : 0),
                Method.FINGERPRINT,
                () -> evidence(request, account));
          }
        });
  }

  private static Evidence evidence(TokenRequest request, Account account) {
    return Evidence.at(request.place(), "the kubelet there gets tokens of " + account);
  }

  /** The last one before the 401s began. */
  private static Optional<TokenRequest> nearest(List<TokenRequest> requests, Instant onset) {
    return requests.stream()
        .filter(r -> !r.answeredAt().isAfter(onset.plusSeconds(2)))
        .reduce((a, b) -> b);
  }

  private static boolean justBefore(TokenRequest request, Instant onset) {
    return !request.answeredAt().isAfter(onset.plusSeconds(2))
        && !request.answeredAt().plus(SHORTLY).isBefore(onset);
  }

  /** Whether all that the account runs on the node has another address. */
  private boolean elsewhere(Account account, String node, Instant at) {
    List<PodLife> own =
        traces.pods().onNode(node).stream()
            .filter(p -> p.account().filter(account::equals).isPresent())
            .toList();
    return !own.isEmpty() && own.stream().allMatch(p -> p.ranAt(at) && !p.ips().isEmpty());
  }
}
