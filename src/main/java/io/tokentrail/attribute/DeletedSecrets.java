package io.tokentrail.attribute;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Secret's token whose Secret is gone, where the policy leaves the authenticator's own look-ups
 * out: its sender asks in the namespace of a token Secret whose deletion the log has.
 */
final class DeletedSecrets implements Rung {

  /** Odds that it is one of those whose deletion is seen, and no other's. */
  private static final double SEEN = 1;

  private final Traces traces;

  /** Deletions of token Secrets by namespace. */
  private final Map<String, List<ObjectChange>> deletions = new TreeMap<>();

  DeletedSecrets(Traces traces) {
    this.traces = traces;
    for (ObjectChange change : traces.facts().audit().changes()) {
      if (Traces.deletesSecret(change) && !traces.ownersOfDeleted(change).isEmpty()) {
        deletions.computeIfAbsent(change.target().namespace(), n -> new ArrayList<>()).add(change);
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    if (question.stated().reason() != Reason.SECRET_GONE) {
      return;
    }
    List<ObjectChange> before =
        deletions.getOrDefault(question.failure().target().namespace(), List.of()).stream()
            .filter(c -> !c.at().isAfter(question.at()))
            .toList();
    for (ObjectChange deletion : before) {
      traces
          .ownersOfDeleted(deletion)
          .forEach(
              account ->
                  candidates.add(
                      account,
                      Math.log(SEEN / before.size()),
                      Method.FINGERPRINT,
                      () ->
                          Evidence.at(
                              deletion.place(),
                              "its token Secret " + deletion.target().name() + " was deleted")));
    }
  }
}
