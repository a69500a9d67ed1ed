package io.tokentrail.attribute;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.PodLife;
import java.time.Duration;
import java.util.List;

/**
 * The address was a pod's at that time. Snapshots show moments, addresses are used again: a pod
 * that is proved to have lived then counts more than one that may have.
 */
final class PodAddresses implements Rung {

  /** Odds for a pod that a snapshot, its creation and its deletion show alive. */
  private static final double PROVED = 30;

  /** Odds for one that may have lived then. */
  private static final double POSSIBLE = 6;

  /** Odds for one whose containers had ended by all that is known. */
  private static final double ENDED = 1;

  /** By how much a pod is less likely whose spec gives it no token, no Secret and no CSI volume. */
  private static final double EMPTY_HANDED = 0.01;

  /** Containers of a pod that was forced away may run on. */
  private static final Duration AFTERLIFE = Duration.ofMinutes(10);

  private final Traces traces;

  PodAddresses(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    List<PodLife> there = traces.pods().withAddress(question.ip());
    if (there.isEmpty()) {
      return;
    }
    List<PodLife> proved =
        there.stream().filter(p -> p.account().isPresent() && p.ranAt(question.at())).toList();
    List<PodLife> possible =
        proved.isEmpty()
            ? there.stream()
                .filter(
                    p ->
                        p.account().isPresent()
                            && (p.mayHaveRunAt(question.at())
                                || p.mayHaveRunAt(question.at().minus(AFTERLIFE))))
                .toList()
            : proved;
    for (PodLife pod : possible) {
      boolean ended = pod.finished() && pod.lastProof().plus(AFTERLIFE).isBefore(question.at());
      double odds =
          (proved.isEmpty() ? ended ? ENDED : POSSIBLE : PROVED)
              / Math.max(1, possible.size())
              * (emptyHanded(pod) ? EMPTY_HANDED : 1);
      candidates.add(
          pod.account().orElseThrow(),
          Math.log(odds),
          Method.POD_IP,
          () ->
              Evidence.object(
                  new ObjectRef("Pod", pod.namespace(), pod.name()),
                  "had the address " + question.ip()));
      candidates.pod(pod.account().orElseThrow(), pod.name(), proved.isEmpty() ? 1 : 3);
      if (possible.size() == 1 && !pod.node().isEmpty()) {
        candidates.node(pod.node());
      }
    }
  }

  /** It may have been seen with a token nevertheless; that is for other rungs to say. */
  private static boolean emptyHanded(PodLife pod) {
    return pod.spec()
        .filter(
            s -> s.tokenSources().isEmpty() && s.secrets().isEmpty() && s.csiDrivers().isEmpty())
        .isPresent();
  }
}
