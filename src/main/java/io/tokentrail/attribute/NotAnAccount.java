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

  /** The same for who asks for the Node or Lease of the node that it is on: node agents do. */
  private static final double OWN_NODE = 6;

  /** So many of a client's other 401s, whose words are known, tell what a lost line said. */
  private static final double AS_THE_OTHERS = 0.8;

  /** What the 401s of one client tell together. */
  private record Sent(boolean prying, boolean notOurs) {}

  private final Traces traces;

  NotAnAccount(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Rung of(List<Question> questions) {
    Sent sent =
        new Sent(
            questions.stream().anyMatch(q -> pries(q.failure().target())),
            mostlyNotOurs(questions));
    return (question, candidates) -> climb(question, candidates, sent);
  }

  private static boolean pries(Target target) {
    return target.namespace().equals("kube-system")
        && target.resource().equals("secrets")
        && target.name().isEmpty();
  }

  private void climb(Question question, Candidates candidates, Sent sent) {
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
    boolean shared = traces.shared(failure.client().sourceIp());
    if (reason == Reason.UNRECOGNISED || (reason == Reason.UNKNOWN && sent.notOurs())) {
      candidates.strangers(shared ? UNKNOWN_TOKEN_SHARED : UNKNOWN_TOKEN);
    } else if (reason == Reason.UNKNOWN && shared) {
      candidates.strangers(UNKNOWN_REASON_SHARED);
    }
    boolean untold = reason == Reason.UNRECOGNISED || reason == Reason.UNKNOWN;
    if (shared && untold && asksForItsNode(failure)) {
      candidates.strangers(OWN_NODE);
    }
    if (shared && untold && sent.prying()) {
      candidates.strangers(PRYING);
    }
  }

  /** Mostly with the node's certificate; accounts that do are seen to do it (Fingerprint). */
  private boolean asksForItsNode(Failure failure) {
    String node = traces.nodeAt(failure.client().sourceIp());
    return !node.isEmpty()
        && failure.target().name().equals(node)
        && (failure.target().resource().equals("nodes")
            || failure.target().namespace().equals("kube-node-lease"));
  }

  /** Where a line of the server's log is lost, the client's other refusals tell what it said. */
  private static boolean mostlyNotOurs(List<Question> questions) {
    List<Reason> told =
        questions.stream().map(q -> q.stated().reason()).filter(r -> r != Reason.UNKNOWN).toList();
    long notOurs =
        told.stream().filter(r -> r == Reason.UNRECOGNISED || r == Reason.CERTIFICATE).count();
    return !told.isEmpty() && notOurs >= AS_THE_OTHERS * told.size();
  }
}
