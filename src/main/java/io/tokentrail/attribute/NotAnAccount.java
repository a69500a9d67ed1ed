package io.tokentrail.attribute;

import io.tokentrail.model.Failure;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Target;
import java.util.List;
import java.util.Locale;

/**
 * Senders that use something else than a service account's token: kubelets and other holders of
 * client certificates, people with kubectl and its like, scanners with made-up tokens.
 */
final class NotAnAccount implements ClientRung {

  /** How much likelier a person's tool is to be nobody here. */
  private static final double PERSON = 12;

  /**
   * How much likelier a token that no authenticator knows is to be nobody's, on shared addresses.
   */
  private static final double UNKNOWN_TOKEN_SHARED = 30;

  private static final double UNKNOWN_TOKEN = 1.5;

  /** How much likelier a stranger is on a shared address where the server's words are not known. */
  private static final double UNKNOWN_REASON_SHARED = 3;

  /** The same for a client that lists the control plane's Secrets among other things. */
  private static final double PRYING = 10;

  private final Traces traces;

  NotAnAccount(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Rung of(List<Question> questions) {
    boolean prying = questions.stream().anyMatch(q -> pries(q.failure().target()));
    return (question, candidates) -> climb(question, candidates, prying);
  }

  private static boolean pries(Target target) {
    return target.namespace().equals("kube-system")
        && target.resource().equals("secrets")
        && target.name().isEmpty();
  }

  private void climb(Question question, Candidates candidates, boolean prying) {
    Failure failure = question.failure();
    String agent = failure.client().userAgent().toLowerCase(Locale.ROOT);
    Reason reason = question.stated().reason();
    boolean tokenless =
        !failure.attempted().isEmpty()
            && !failure.attempted().contains("bearer")
            && !failure.attempted().contains("access_token");
    if (agent.startsWith("kubelet/") || reason == Reason.CERTIFICATE || tokenless) {
      candidates.ruleOut();
    } else if (agent.startsWith("kubectl")
        || agent.startsWith("k9s/")
        || agent.startsWith("lens/")) {
      candidates.strangers(PERSON);
    }
    boolean shared = !traces.nodeAt(failure.client().sourceIp()).isEmpty();
    if (reason == Reason.UNRECOGNISED) {
      candidates.strangers(shared ? UNKNOWN_TOKEN_SHARED : UNKNOWN_TOKEN);
    } else if (reason == Reason.UNKNOWN && shared) {
      candidates.strangers(UNKNOWN_REASON_SHARED);
    }
    boolean untold = reason == Reason.UNRECOGNISED || reason == Reason.UNKNOWN;
    if (shared && untold && prying) {
      candidates.strangers(PRYING);
    }
  }
}
