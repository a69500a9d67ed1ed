package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.AudienceDenial;
import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A kubelet asks for a token of an audience that neither the pod nor a CSIDriver of it lists,
 * mostly for a CSI driver, and NodeRestriction refuses it (1.32.0, and 1.33 on). It blocks mounts;
 * it is no 401.
 */
final class CsiTokenRequestDenied implements Cause {

  /** One sign of it. */
  private record Sign(
      Account account, String audience, String pod, Instant at, Evidence evidence) {}

  @Override
  public CauseCode code() {
    return CauseCode.CSI_TOKEN_REQUEST_DENIED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    boolean events = subject.facts().snapshots().stream().anyMatch(s -> !s.events().isEmpty());
    if (subject.facts().audit().tokenRequests().isEmpty()
        && !events
        && !subject.facts().hasLogOf("kubelet")) {
      return new Verdict.NotChecked(
          "TokenRequests in the audit log, Events in a snapshot, or a kubelet's log");
    }
    Map<Subject, List<Sign>> groups =
        new TreeMap<>(java.util.Comparator.comparing(Subject::toString));
    for (Sign sign : signs(subject)) {
      groups.computeIfAbsent(about(sign, subject), s -> new ArrayList<>()).add(sign);
    }
    List<Diagnosis> found = new ArrayList<>();
    groups.forEach((about, signs) -> found.add(diagnose(about, signs, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(subject.facts().audit().tokenRequests().size(), "TokenRequest")
                + ", Events and kubelet logs")
        : new Verdict.Found(found);
  }

  private static List<Sign> signs(Case subject) {
    List<Sign> signs = new ArrayList<>();
    for (TokenRequest request : subject.facts().audit().tokenRequests()) {
      Optional<AudienceDenial> denial = AudienceDenial.in(request.message());
      if (!request.granted() && !request.node().isEmpty() && denial.isPresent()) {
        signs.add(
            new Sign(
                request.account(),
                denial.get().audience(),
                request.podName(),
                request.receivedAt(),
                Evidence.at(request.place(), "a kubelet's TokenRequest is refused")));
      }
    }
    for (LogLine line : subject.facts().log()) {
      if (line.meaning() instanceof LogLine.TokenNotRefreshed failed) {
        note(
            failed.namespace(),
            failed.pod(),
            failed.error(),
            line.at(),
            Evidence.at(line.place(), "the kubelet is refused a token"),
            signs);
      } else if (line.meaning() instanceof LogLine.MountFailed failed) {
        note(
            failed.namespace(),
            failed.pod(),
            failed.error(),
            line.at(),
            Evidence.at(line.place(), "a mount fails for want of a token"),
            signs);
      }
    }
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (ClusterEvent event : snapshot.events()) {
        Evidence evidence = Evidence.at(event.place(), "a mount fails for want of a token");
        ObjectRef pod = event.about();
        event
            .firstAt()
            .ifPresent(t -> note(pod.namespace(), pod.name(), event.message(), t, evidence, signs));
        event
            .lastAt()
            .ifPresent(t -> note(pod.namespace(), pod.name(), event.message(), t, evidence, signs));
      }
    }
    return signs;
  }

  private static void note(
      String namespace, String pod, String text, Instant at, Evidence evidence, List<Sign> signs) {
    Optional<AudienceDenial> denial = AudienceDenial.in(text);
    if (!namespace.isEmpty() && denial.isPresent()) {
      Account account = new Account(namespace, denial.get().account());
      signs.add(new Sign(account, denial.get().audience(), pod, at, evidence));
    }
  }

  /** The driver whose volume the account's pods mount, where it is one; else the account. */
  private static Subject about(Sign sign, Case subject) {
    Set<String> drivers = new TreeSet<>();
    Set<String> asking = new TreeSet<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      snapshot.csiDrivers().stream()
          .filter(d -> !d.audiences().isEmpty())
          .map(CsiDriver::name)
          .forEach(asking::add);
      for (Pod pod : snapshot.pods()) {
        if (pod.namespace().equals(sign.account().namespace())
            && pod.spec().serviceAccount().equals(sign.account().name())) {
          drivers.addAll(pod.spec().csiDrivers());
        }
      }
    }
    Set<String> likely = new TreeSet<>(drivers);
    likely.retainAll(asking);
    Optional<String> one =
        Optional.of(likely.isEmpty() ? (drivers.isEmpty() ? asking : drivers) : likely)
            .filter(d -> d.size() == 1)
            .map(d -> d.iterator().next());
    return one.map(d -> Subject.of(new ObjectRef("CSIDriver", "", d)))
        .orElseGet(() -> Subject.of(sign.account()));
  }

  private static Diagnosis diagnose(Subject about, List<Sign> signs, Case subject) {
    TreeSet<String> audiences = new TreeSet<>();
    TreeSet<String> accounts = new TreeSet<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Sign sign : signs) {
      audiences.add(Wording.quote(sign.audience()));
      accounts.add(sign.account().toString());
      first = sign.at().isBefore(first) ? sign.at() : first;
      last = sign.at().isAfter(last) ? sign.at() : last;
    }
    Claim claim =
        new Claim(CauseCode.CSI_TOKEN_REQUEST_DENIED, about)
            .began(first)
            .ended(last)
            .severity(Severity.HIGH)
            .confidence(0.96)
            .says(
                "Kubelets are refused tokens for the audience "
                    + Wording.some(audiences)
                    + about.object().map(o -> ", which volumes of " + o + " need,").orElse("")
                    + " for pods of "
                    + Wording.some(accounts)
                    + " since "
                    + Wording.utc(first)
                    + "; those pods cannot mount it.");
    claim
        .not(
            CauseCode.ROTATION_STALL,
            "only this audience is refused; a policy or RBAC would refuse the pod's other tokens too")
        .not(
            CauseCode.AUDIENCE_MISMATCH,
            "no token was issued, so none was shown to the wrong verifier");
    about.object().ifPresent(o -> claim.shows(Evidence.object(o, "the driver of the volumes")));
    Collection<Evidence> ends =
        List.of(signs.get(0).evidence(), signs.get(signs.size() - 1).evidence());
    claim.shows(ends);
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (CsiDriver driver : snapshot.csiDrivers()) {
        if (about.object().filter(o -> o.name().equals(driver.name())).isPresent()) {
          claim.shows(
              Evidence.at(
                  driver.place(),
                  "it lists "
                      + (driver.audiences().isEmpty()
                          ? "no audience"
                          : Wording.some(
                              driver.audiences().stream().map(Wording::quote).toList()))));
        }
      }
    }
    return claim
        .step(
            about
                .object()
                .map(
                    o ->
                        "kubectl get csidriver "
                            + Wording.name(o.name(), "driver")
                            + " -o jsonpath='{.spec.tokenRequests}'  # is the audience there?")
                .orElse(
                    "kubectl get csidrivers -o"
                        + " custom-columns='NAME:.metadata.name,AUDIENCES:.spec.tokenRequests[*].audience'"
                        + "  # no driver's audience: an image credential provider of the node?"))
        .step(
            Behaviour.AUDIENCE_GRANTS.of(subject.facts()).orElse(true)
                ? "list the audience there again, or grant it (1.33 and later): a ClusterRole with verb"
                    + " request-serviceaccounts-token-audience on the resource named like the audience,"
                    + " bound to group system:nodes; every node may then"
                    + " ask for it for its pods"
                : "list the audience there again, or upgrade: 1.32.2 and later 1.32 releases do not"
                    + " ask for it, and 1.33 lets it be granted")
        .step(
            "kubectl get events -A --field-selector reason=FailedMount  # no new ones, and the pods"
                + " start, when it worked; kubelets read a changed CSIDriver within minutes")
        .in(subject);
  }
}
