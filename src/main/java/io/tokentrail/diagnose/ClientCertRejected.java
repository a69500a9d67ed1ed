package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  @Override
  public CauseCode code() {
    return CauseCode.CLIENT_CERT_REJECTED;
  }

  @Override
  public Verdict examine(Case subject) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Map<String, List<Refusal>> kubelets = new TreeMap<>();
    Map<String, List<Refusal>> agents = new TreeMap<>();
    List<Refusal> refusals = Refusals.of(subject);
    Map<String, String> nodes = nodesByClient(refusals);
    for (Refusal refusal : refusals) {
      boolean kubelet = refusal.agent().startsWith(KUBELET) && refusal.account().isEmpty();
      String node = nodes.getOrDefault(refusal.address(), refusal.node());
      if (kubelet
          && !node.isEmpty()
          && (refusal.reason() == Reason.CERTIFICATE || refusal.reason() == Reason.UNKNOWN)) {
        kubelets.computeIfAbsent(node, n -> new ArrayList<>()).add(refusal);
      } else if (refusal.reason() == Reason.CERTIFICATE) {
        agents.computeIfAbsent(refusal.agent(), a -> new ArrayList<>()).add(refusal);
      }
    }
    kubelets
        .values()
        .removeIf(
            r -> r.size() < SEVERAL && r.stream().noneMatch(x -> x.reason() == Reason.CERTIFICATE));
    List<Diagnosis> found = new ArrayList<>();
    kubelets.forEach((node, mine) -> found.add(ofKubelet(node, mine, subject)));
    agents.forEach((agent, mine) -> found.add(ofAgent(agent, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(refusals.size(), "401") + ", by their reasons and agents")
        : new Verdict.Found(found);
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

  private static Diagnosis ofKubelet(String node, List<Refusal> mine, Case subject) {
    boolean told = mine.stream().anyMatch(r -> r.told() && r.reason() == Reason.CERTIFICATE);
    Claim claim =
        new Claim(CauseCode.CLIENT_CERT_REJECTED, Subject.ofNode(node))
            .explains(mine)
            .confidence(told ? 0.97 : 0.85)
            .says(
                "The API server refuses the client certificate of the kubelet on "
                    + node
                    + " since "
                    + Wording.utc(mine.get(0).at())
                    + "; the node goes NotReady and its pods get no new tokens.")
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
                + " /var/lib/kubelet/pki/kubelet-client-current.pem  # ended, or of another CA?")
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
            "renew it with the cluster's CA (kubeadm certs renew), restart the program, which interrupts it; it"
                + " worked when its requests are answered")
        .in(subject);
  }
}
