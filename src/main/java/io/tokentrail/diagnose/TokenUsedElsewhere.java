package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A pod's token that works from an address that is neither the pod's nor its node's: somebody
 * copied it out of the file.
 */
final class TokenUsedElsewhere implements Cause {

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_USED_ELSEWHERE;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<Use> bound =
        subject.facts().audit().uses().stream().filter(u -> !u.podUid().isEmpty()).toList();
    if (bound.isEmpty()) {
      return new Verdict.NotChecked("accepted requests with the tokens of pods");
    }
    Whereabouts whereabouts = new Whereabouts(subject);
    if (!whereabouts.known()) {
      return new Verdict.NotChecked("a snapshot with pods and nodes, for their addresses");
    }
    Map<String, List<Use>> away = new TreeMap<>();
    for (Use use : bound) {
      if (whereabouts.elsewhere(use) && Account.ofUsername(use.username()).isPresent()) {
        away.computeIfAbsent(use.username() + "\n" + use.podName(), p -> new ArrayList<>())
            .add(use);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    away.values().forEach(mine -> found.add(diagnose(mine, whereabouts, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(bound.stream().mapToLong(Use::requests).sum(), "request")
                + " with the tokens of pods")
        : new Verdict.Found(found);
  }

  private static Diagnosis diagnose(List<Use> mine, Whereabouts whereabouts, Case subject) {
    Use first = mine.stream().min(Comparator.comparing(Use::firstAt)).orElseThrow();
    Account account = Account.ofUsername(first.username()).orElseThrow();
    TreeSet<String> from = new TreeSet<>();
    TreeSet<String> agents = new TreeSet<>();
    TreeSet<String> ids = new TreeSet<>();
    for (Use use : mine) {
      String pod = whereabouts.otherPod(use).map(TokenUsedElsewhere::name).orElse("");
      from.add(use.client().sourceIp() + (pod.isEmpty() ? "" : " (pod " + pod + ")"));
      agents.add(Wording.quote(use.client().userAgent()));
      if (!use.credentialId().isEmpty()) {
        ids.add(Wording.quote(use.credentialId()));
      }
    }
    long requests = mine.stream().mapToLong(Use::requests).sum();
    Claim claim =
        new Claim(CauseCode.TOKEN_USED_ELSEWHERE, Subject.of(account).withPod(first.podName()))
            .severity(Severity.MEDIUM)
            .confidence(0.9)
            .says(
                Wording.count(requests, "request")
                    + " with the token of pod "
                    + first.podName()
                    + " ("
                    + account
                    + ") came from "
                    + Wording.some(from)
                    + " by "
                    + Wording.some(agents)
                    + ", which is neither that pod nor its node"
                    + (ids.isEmpty() ? "." : "; the token's id is " + Wording.some(ids) + "."));
    for (Use use : mine) {
      claim.began(use.firstAt()).ended(use.lastAt());
    }
    mine.stream()
        .limit(4)
        .forEach(u -> claim.shows(Evidence.at(u.firstPlace(), "its first request from there")));
    return claim
        .step(
            "kubectl get pods,nodes -A -o wide | grep -F '"
                + address(first)
                + "'  # whose address is it")
        .step(
            "kubectl delete pod -n "
                + Wording.namespace(account)
                + " "
                + Wording.name(first.podName(), "pod")
                + "  # its token dies with it within a minute; interrupts that pod")
        .step(
            "find how it left: kubectl exec, a copy into a kubeconfig or an image, a log; it worked"
                + " when nothing comes from that address as this account any more")
        .in(subject);
  }

  private static String name(PodLife life) {
    return life.namespace() + "/" + life.name();
  }

  private static String address(Use use) {
    String ip = use.client().sourceIp();
    return ip.matches("[0-9a-fA-F.:]{2,45}") ? ip : "ADDRESS";
  }
}
