package io.tokentrail.attribute;

import io.tokentrail.model.Facts;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Sender;
import java.io.Serializable;
import java.util.List;

/**
 * Who sent the 401s of one client: a function of these 401s and of what the ladder knows from the
 * facts, whose size goes with accounts, pods and clients, not with 401s. So it may be carried to
 * wherever the 401s are, and any number of copies comes to the same.
 */
public final class Ladder implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<ClientRung> rungs;

  Ladder(Facts facts, List<Lifetime> lifetimes) {
    rungs = Rungs.of(new Traces(facts), lifetimes);
  }

  /** The sender of each 401 of one client, in their order. */
  public List<Sender> senders(Questions ofClient) {
    List<Rung> steps = rungs.stream().map(r -> r.of(ofClient.all())).toList();
    return ofClient.all().stream().map(q -> sender(q, steps)).toList();
  }

  private static Sender sender(Question question, List<Rung> steps) {
    Candidates candidates = new Candidates();
    steps.forEach(r -> r.climb(question, candidates));
    return candidates.sender();
  }
}
