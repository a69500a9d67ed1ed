package io.tokentrail.attribute;

import io.tokentrail.model.Client;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Senders that use something else than a service account's token: kubelets and other holders of
 * client certificates, people with kubectl and its like or a lapsed login (the OIDC authenticator
 * looks at its own issuer's tokens alone), scanners with made-up tokens.
 */
final class NotAnAccount implements Rung {

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

  private record Told(int all, int notOurs) {
    Told and(boolean one) {
      return new Told(all + 1, notOurs + (one ? 1 : 0));
    }
  }

  private final Traces traces;
  private final Set<Client> prying = new HashSet<>();
  private final Map<Client, Told> told = new HashMap<>();

  NotAnAccount(Traces traces, Map<Failure, Stated> stated) {
    this.traces = traces;
    stated.forEach(
        (failure, said) -> {
          if (!failure.proxied() && said.reason() != Reason.UNKNOWN) {
            boolean notOurs =
                said.reason() == Reason.UNRECOGNISED || said.reason() == Reason.CERTIFICATE;
            told.merge(
                failure.client(),
                new Told(0, 0).and(notOurs),
                (a, b) -> new Told(a.all() + b.all(), a.notOurs() + b.notOurs()));
          }
        });
    for (Failure failure : traces.facts().audit().failures()) {
      if (failure.target().namespace().equals("kube-system")
          && failure.target().resource().equals("secrets")
          && failure.target().name().isEmpty()) {
        prying.add(failure.client());
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
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
    if (reason == Reason.UNRECOGNISED
        || (reason == Reason.UNKNOWN && othersAreNotOurs(failure.client()))) {
      candidates.strangers(shared ? UNKNOWN_TOKEN_SHARED : UNKNOWN_TOKEN);
    } else if (reason == Reason.UNKNOWN && shared) {
      candidates.strangers(UNKNOWN_REASON_SHARED);
    }
    boolean untold = reason == Reason.UNRECOGNISED || reason == Reason.UNKNOWN;
    if (shared && untold && asksForItsNode(failure)) {
      candidates.strangers(OWN_NODE);
    }
    if (shared && untold && prying.contains(failure.client())) {
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

  /** A line of the server's log is lost: the other refusals of this client were no account's. */
  private boolean othersAreNotOurs(Client client) {
    Told others = told.getOrDefault(client, new Told(0, 0));
    return others.all() > 0 && others.notOurs() >= AS_THE_OTHERS * others.all();
  }
}
