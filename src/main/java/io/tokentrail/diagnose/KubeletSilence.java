package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Interval;
import io.tokentrail.model.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stretch in which a kubelet that asks for tokens all the time asked for none: what shows a stall
 * where lifetimes are not known.
 *
 * @param node whose kubelet
 * @param span from its last TokenRequest until clients can have read what the next one brought
 * @param evidence the requests on both sides
 */
record KubeletSilence(String node, Interval span, List<Evidence> evidence) {

  private static final Duration LONG = Duration.ofMinutes(10);

  /** Against the node's own usual gap. */
  private static final int TIMES = 4;

  /** Against the node's next longest gap: few requests have long gaps by chance. */
  private static final double ALONE = 1.8;

  private static final int REQUESTS = 6;

  /** The silence of each node that has enough requests to know its habit. */
  static List<KubeletSilence> of(Case subject) {
    Map<String, List<TokenRequest>> byNode = new TreeMap<>();
    for (TokenRequest request : subject.facts().audit().tokenRequests()) {
      if (request.granted() && !request.node().isEmpty()) {
        byNode.computeIfAbsent(request.node(), n -> new ArrayList<>()).add(request);
      }
    }
    List<KubeletSilence> silences = new ArrayList<>();
    byNode.forEach(
        (node, requests) -> {
          List<Duration> gaps = new ArrayList<>();
          for (int i = 1; i < requests.size(); i++) {
            gaps.add(gap(requests, i));
          }
          if (requests.size() >= REQUESTS) {
            List<Duration> sorted = gaps.stream().sorted().toList();
            Duration usual = sorted.get(sorted.size() / 2);
            double second = sorted.get(sorted.size() - 2).toSeconds();
            for (int i = 1; i < requests.size(); i++) {
              Duration gap = gap(requests, i);
              if (gap.compareTo(LONG) >= 0
                  && gap.compareTo(usual.multipliedBy(TIMES)) >= 0
                  && gap.toSeconds() >= ALONE * second) {
                silences.add(between(node, requests.get(i - 1), requests.get(i)));
              }
            }
          }
        });
    return silences;
  }

  private static Duration gap(List<TokenRequest> requests, int i) {
    return Duration.between(requests.get(i - 1).receivedAt(), requests.get(i).receivedAt());
  }

  private static KubeletSilence between(String node, TokenRequest last, TokenRequest next) {
    return new KubeletSilence(
        node,
        new Interval(last.receivedAt(), next.receivedAt().plus(TokenState.RELOAD)),
        List.of(
            Evidence.at(last.place(), "the kubelet's last TokenRequest before it fell silent"),
            Evidence.at(next.place(), "its next one")));
  }

  boolean covers(String where, Instant at) {
    return node.equals(where) && span.contains(at);
  }
}
