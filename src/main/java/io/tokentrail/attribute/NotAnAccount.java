package io.tokentrail.attribute;

import io.tokentrail.model.Failure;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Target;
import java.util.List;
import java.util.Locale;

/**
 * Senders that use something else than a service account's token: kubelets and other holders of
 * client certificates, people with kubectl and its like or a lapsed login (the OIDC authenticator
 * looks at its own issuer's tokens alone), scanners with made-up tokens.
 */
final class NotAnAccount implements ClientRung {

  /** What kubelets call themselves; k3s and microk8s run them in their own binaries. */
  private static final List<String> NODE_AGENTS = List.of("kubelet/", "k3s/", "kubelite/");

  /** Tools of people, and of those who set machines up. */
  private static final List<String> HANDS =
      List.of("kubectl", "k9s/", "lens/", "openlens/", "oc/", "stern/", "kubeadm/", "mozilla/");

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

  private final Traces traces;

  NotAnAccount(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Rung of(List<Question> questions) {
    boolean prying = questions.stream().anyMatch(q -> pries(q.failure().target()));
    boolean notOurs = areNotOurs(questions);
    return (question, candidates) -> climb(question, candidates, prying, notOurs);
  }

  private static boolean pries(Target target) {
    return target.namespace().equals("kube-system")
        && target.resource().equals("secrets")
        && target.name().isEmpty();
  }

  private void climb(Question question, Candidates candidates, boolean prying, boolean notOurs) {
    Failure failure = question.failure();
    String agent = failure.client().userAgent().toLowerCase(Locale.ROOT);
    Reason reason = question.stated().reason();
    boolean tokenless =
        !failure.attempted().isEmpty()
            && !failure.attempted().contains("bearer")
            && !failure.attempted().contains("access_token");
    boolean login =
        question.stated().line().isPresent() && question.stated().text().contains("oidc:");
    if (startsWith(agent, NODE_AGENTS) || reason == Reason.CERTIFICATE || tokenless || login) {
      candidates.ruleOut();
    } else if (startsWith(agent, HANDS)) {
      candidates.strangers(PERSON);
    }
    boolean shared = traces.shared(failure.client().sourceIp());
    if (reason == Reason.UNRECOGNISED || (reason == Reason.UNKNOWN && notOurs)) {
      candidates.strangers(shared ? UNKNOWN_TOKEN_SHARED : UNKNOWN_TOKEN);
    } else if (reason == Reason.UNKNOWN && shared) {
      candidates.strangers(UNKNOWN_REASON_SHARED);
    }
    boolean untold = reason == Reason.UNRECOGNISED || reason == Reason.UNKNOWN;
    if (shared && untold && asksForItsNode(failure)) {
      candidates.strangers(OWN_NODE);
    }
    if (shared && untold && prying) {
      candidates.strangers(PRYING);
    }
  }

  private static boolean startsWith(String agent, List<String> any) {
    return any.stream().anyMatch(agent::startsWith);
  }

  /** Mostly with the node's certificate; accounts that do are seen to do it (Fingerprint). */
  private boolean asksForItsNode(Failure failure) {
    String node = traces.nodeAt(failure.client().sourceIp());
    return !node.isEmpty()
        && failure.target().name().equals(node)
        && (failure.target().resource().equals("nodes")
            || failure.target().namespace().equals("kube-node-lease"));
  }

  /** Of a client whose refusals, as far as their words are known, were no account's. */
  private static boolean areNotOurs(List<Question> questions) {
    List<Reason> told =
        questions.stream().map(q -> q.stated().reason()).filter(r -> r != Reason.UNKNOWN).toList();
    long notOurs =
        told.stream().filter(r -> r == Reason.UNRECOGNISED || r == Reason.CERTIFICATE).count();
    return !told.isEmpty() && notOurs >= AS_THE_OTHERS * told.size();
  }
}
