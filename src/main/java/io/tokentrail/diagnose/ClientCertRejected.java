package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client certificate was refused: no service-account token is involved. Of a kubelet's, all that
 * follows on its node is the consequence.
 */
final class ClientCertRejected implements Cause {

  private static final String KUBELET = "kubelet/";

  /** Requests of a kubelet that name its node. */
  private static final Pattern NODE =
      Pattern.compile(
          "(?:/api/v1/nodes/|/kube-node-lease/leases/|spec\\.nodeName(?:=|%3D))([a-z0-9][-a-z0-9.]*)");

  private static final int SEVERAL = 3;

  /** A renewal that was due shortly before the first refusal that is seen failed for it, too. */
  private static final Duration RETRIES = Duration.ofMinutes(5);

  @Override
  public CauseCode code() {
    return CauseCode.CLIENT_CERT_REJECTED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Map<String, List<Refusal>> kubelets = kubelets(refusals);
    Map<String, List<Refusal>> agents = new TreeMap<>();
    Set<Refusal> ofKubelets = new HashSet<>();
    kubelets.values().forEach(ofKubelets::addAll);
    for (Refusal refusal : refusals) {
      if (refusal.reason() == Reason.CERTIFICATE && !ofKubelets.contains(refusal)) {
        agents.computeIfAbsent(refusal.agent(), a -> new ArrayList<>()).add(refusal);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    TokenState tokens = TokenState.of(subject);
    Map<String, List<Refusal>> byNode =
        refusals.stream()
            .filter(r -> kubelets.containsKey(r.node()))
            .collect(Collectors.groupingBy(Refusal::node));
    kubelets.forEach(
        (node, mine) -> {
          List<Refusal> there = byNode.getOrDefault(node, List.of());
          found.add(ofKubelet(node, mine, deadFor(node, mine, there, tokens), subject));
        });
    agents.forEach((agent, mine) -> found.add(ofAgent(agent, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(refusals.size(), "401") + ", by their reasons and agents")
        : new Verdict.Found(found);
  }

  /** 401s of kubelets whose certificate is refused, by node. */
  private static Map<String, List<Refusal>> kubelets(List<Refusal> refusals) {
    Map<String, List<Refusal>> kubelets = new TreeMap<>();
    Map<String, String> nodes = nodesByClient(refusals);
    for (Refusal refusal : refusals) {
      boolean kubelet = refusal.agent().startsWith(KUBELET) && refusal.account().isEmpty();
      String node = nodes.getOrDefault(refusal.address(), refusal.node());
      if (kubelet
          && !node.isEmpty()
          && (refusal.reason() == Reason.CERTIFICATE || refusal.reason() == Reason.UNKNOWN)) {
        kubelets.computeIfAbsent(node, n -> new ArrayList<>()).add(refusal);
      }
    }
    kubelets
        .values()
        .removeIf(
            r -> r.size() < SEVERAL && r.stream().noneMatch(x -> x.reason() == Reason.CERTIFICATE));
    return kubelets;
  }

  /** Since when each kubelet is refused: tokens of its node that fall due later follow from it. */
  static Map<String, Instant> since(List<Refusal> refusals) {
    Map<String, Instant> since = new TreeMap<>();
    kubelets(refusals).forEach((node, mine) -> since.put(node, mine.get(0).at()));
    return since;
  }

  /** Whether a token fell due when its kubelet was already refused. */
  static boolean explains(Map<String, Instant> since, Lifetime lifetime) {
    Instant refused = since.getOrDefault(lifetime.node(), Instant.MAX);
    return lifetime.refreshDue().filter(due -> due.isAfter(earlier(refused))).isPresent();
  }

  /** Whether this 401's sender held that token, which nobody could renew any more. */
  private static boolean diedOf(Lifetime lifetime, Refusal refusal, Instant since) {
    boolean holder =
        refusal.account().isEmpty()
            || (refusal.account().get().equals(lifetime.account())
                && (refusal.pod().isEmpty()
                    || lifetime.pod().isEmpty()
                    || refusal.pod().equals(lifetime.pod())));
    return holder
        && TokenState.missed(lifetime)
        && lifetime.refreshDue().filter(due -> due.isAfter(earlier(since))).isPresent()
        && lifetime.expiresAt().filter(e -> !e.isAfter(refusal.at())).isPresent()
        && lifetime.refreshedAt().filter(t -> t.isBefore(refusal.at().minus(RETRIES))).isEmpty();
  }

  private static Instant earlier(Instant refused) {
    return refused.equals(Instant.MAX) ? refused : refused.minus(RETRIES);
  }

  /** 401s of pods of that node whose tokens died because their kubelet could not renew them. */
  private static List<Refusal> deadFor(
      String node, List<Refusal> mine, List<Refusal> there, TokenState tokens) {
    Instant since = mine.get(0).at();
    return there.stream()
        .filter(r -> r.at().isAfter(since))
        .filter(r -> !r.agent().startsWith(KUBELET))
        .filter(
            r ->
                r.reason() == Reason.EXPIRED
                    || (r.reason() == Reason.UNKNOWN && r.account().isPresent()))
        .filter(r -> tokens.ofNode(node).stream().anyMatch(l -> diedOf(l, r, since)))
        .toList();
  }

  private static Map<String, String> nodesByClient(List<Refusal> refusals) {
    Map<String, String> nodes = new TreeMap<>();
    for (Refusal refusal : refusals) {
      if (refusal.agent().startsWith(KUBELET)) {
        Matcher matcher = NODE.matcher(refusal.attributed().failure().requestUri());
        if (matcher.find()) {
          nodes.putIfAbsent(refusal.address(), matcher.group(1));
        }
      }
    }
    return nodes;
  }

  private static Diagnosis ofKubelet(
      String node, List<Refusal> mine, List<Refusal> dead, Case subject) {
    boolean told = mine.stream().anyMatch(r -> r.told() && r.reason() == Reason.CERTIFICATE);
    Claim claim =
        new Claim(CauseCode.CLIENT_CERT_REJECTED, Subject.ofNode(node))
            .explains(mine)
            .explains(dead)
            .confidence(told ? 0.97 : 0.85)
            .says(
                "The API server refuses the client certificate of the kubelet on "
                    + node
                    + " since "
                    + Wording.utc(mine.get(0).at())
                    + "; the node goes NotReady and its pods get no new tokens"
                    + (dead.isEmpty()
                        ? "."
                        : ", of which "
                            + Wording.count(dead.size(), "401")
                            + " of theirs already follow."))
            .not(
                CauseCode.ROTATION_STALL,
                "the kubelet asks for everything it needs and is refused itself; that its pods get"
                    + " no tokens follows from it")
            .not(
                CauseCode.UNKNOWN_TOKEN,
                told
                    ? "the API server speaks of a certificate"
                    : "these are a kubelet's requests for its own node, which it makes by certificate");
    mine.stream()
        .flatMap(r -> r.attributed().reasonEvidence().stream())
        .limit(2)
        .forEach(claim::shows);
    for (LogLine line : subject.facts().log()) {
      if (line.host().equals(node)
          && line.meaning() instanceof LogLine.KubeletUnwell unwell
          && !unwell.what().equals("pleg")
          && !unwell.what().equals("runtime")) {
        claim.shows(Evidence.at(line.place(), "the kubelet is told " + unwell.what()));
      }
    }
    String name = Wording.name(node, "node");
    return claim
        .step(
            "ssh "
                + name
                + " sudo openssl x509 -noout -enddate -issuer -in"
                + " /var/lib/kubelet/pki/kubelet-client-current.pem  # has it ended, or is it of another CA?")
        .step(
            "kubectl get csr  # a pending renewal of system:node:"
                + name
                + "? approve it (kubectl certificate approve) once you know that the node sent it")
        .step(
            "ssh "
                + name
                + " sudo systemctl restart kubelet  # after a new bootstrap kubeconfig; kubectl get"
                + " node "
                + name
                + " says Ready when it worked")
        .in(subject);
  }

  private static Diagnosis ofAgent(String agent, List<Refusal> mine, Case subject) {
    TreeSet<String> nodes = new TreeSet<>();
    mine.stream().map(Refusal::node).filter(n -> !n.isEmpty()).forEach(nodes::add);
    Subject about = Subject.ofOther("certificate of " + agent);
    if (nodes.size() == 1 && mine.stream().noneMatch(r -> r.node().isEmpty())) {
      about = about.withNode(nodes.first());
    }
    return new Claim(CauseCode.CLIENT_CERT_REJECTED, about)
        .explains(mine)
        .confidence(0.95)
        .says(
            "The API server refuses the client certificate of a program that calls itself "
                + Wording.quote(agent)
                + (nodes.isEmpty() ? "" : " on " + Wording.some(nodes))
                + " since "
                + Wording.utc(mine.get(0).at())
                + "; no service-account token is involved.")
        .not(
            CauseCode.NO_CREDENTIALS,
            "the API server gives a reason, so a certificate was sent; without one it says nothing")
        .not(CauseCode.UNKNOWN_TOKEN, "the API server speaks of a certificate, not of a token")
        .shows(
            mine.stream().flatMap(r -> r.attributed().reasonEvidence().stream()).limit(2).toList())
        .step(
            "grep 'verifying certificate' in the kube-apiserver log around that time: it names serial"
                + " number, end and issuer of the certificate")
        .step(
            "openssl x509 -noout -subject -enddate -issuer -in "
                + Wording.unset("certificate")
                + "  # the program's client certificate: whose CA, until when?")
        .step(
            "renew it with the cluster's CA (on kubeadm with `kubeadm certs renew`) and restart the"
                + " program, which interrupts it; it worked when its requests are answered")
        .in(subject);
  }
}
