package io.tokentrail.attribute;

import io.tokentrail.model.Lifetime;
import java.util.List;

/** The ladder: those that propose accounts first, then those that weigh what was proposed. */
final class Rungs {

  private Rungs() {}

  static List<ClientRung> of(Traces traces, List<Lifetime> lifetimes) {
    ServerWords words = new ServerWords(traces);
    return List.of(
        new AgentNames(),
        new AuthenticatorLookUps(traces),
        words,
        new Neighbours(words),
        new SameClient(traces),
        new PodAddresses(traces),
        new NodeAddresses(traces),
        new NewPods(traces),
        new Namesakes(traces),
        new Fingerprint(traces),
        new DeletedSecrets(traces),
        new FitsTheReason(traces, lifetimes),
        new TokenAtThatTime(traces, lifetimes),
        new ExpiringTokens(traces, lifetimes),
        new TokenReviews(traces),
        new NotAnAccount(traces));
  }
}
