package io.tokentrail.diagnose;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Failure;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Severity;
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
 * A 401 that names its caller: this API server had authenticated it, and a backend behind it (an
 * aggregated API, a kubelet, a proxied service) refused what was passed on.
 */
final class Proxied401 implements Cause {

  private static final Pattern GROUP =
      Pattern.compile("^/apis/([a-z0-9.-]+)/(v[a-z0-9]+)(/|\\?|$)");

  private static final int MANY = 50;

  @Override
  public CauseCode code() {
    return CauseCode.PROXIED_401;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    if (subject.facts().audit().files().isEmpty() && subject.failures().isEmpty()) {
      return new Verdict.NotChecked("an audit log of the API server");
    }
    Map<ObjectRef, List<Attributed>> backends = new TreeMap<>();
    Map<String, List<Attributed>> others = new TreeMap<>();
    for (Attributed one : subject.failures()) {
      if (one.failure().proxied()) {
        Optional<ObjectRef> backend = backend(one.failure());
        if (backend.isPresent()) {
          backends.computeIfAbsent(backend.get(), b -> new ArrayList<>()).add(one);
        } else {
          others.computeIfAbsent(one.failure().user(), u -> new ArrayList<>()).add(one);
        }
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    backends.forEach(
        (backend, mine) -> found.add(diagnose(Subject.of(backend), backend + "", mine, subject)));
    others.forEach(
        (user, mine) ->
            found.add(diagnose(Subject.ofOther("proxied " + user), "A backend", mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(subject.failures().size(), "401") + ", none of which names its caller")
        : new Verdict.Found(found);
  }

  private static Optional<ObjectRef> backend(Failure failure) {
    Matcher matcher = GROUP.matcher(failure.requestUri());
    if (matcher.find() && matcher.group(1).contains(".")) {
      return Optional.of(
          new ObjectRef("APIService", "", matcher.group(2) + "." + matcher.group(1)));
    }
    if (failure.target().name().isEmpty()) {
      return Optional.empty();
    }
    return switch (failure.target().resource()) {
      case "nodes" -> Optional.of(new ObjectRef("Node", "", failure.target().name()));
      case "pods" ->
          Optional.of(new ObjectRef("Pod", failure.target().namespace(), failure.target().name()));
      case "services" ->
          Optional.of(
              new ObjectRef("Service", failure.target().namespace(), failure.target().name()));
      default -> Optional.empty();
    };
  }

  private static Diagnosis diagnose(
      Subject about, String backend, List<Attributed> mine, Case subject) {
    TreeSet<String> callers = new TreeSet<>();
    mine.forEach(m -> callers.add(Wording.quote(m.failure().user())));
    boolean service = about.object().filter(o -> o.kind().equals("APIService")).isPresent();
    String name = about.object().map(ObjectRef::name).map(n -> Wording.name(n, "name")).orElse("");
    return new Claim(CauseCode.PROXIED_401, about)
        .explainsProxied(mine)
        .confidence(0.97)
        .severity(mine.size() >= MANY ? Severity.MEDIUM : Severity.LOW)
        .says(
            backend
                + " answers 401 to callers that the API server had authenticated ("
                + Wording.some(callers)
                + "), since "
                + Wording.utc(mine.get(0).failure().receivedAt())
                + "; their tokens are not the matter.")
        .not(
            CauseCode.UNKNOWN_TOKEN,
            "the event names its caller, which it does only after this API server authenticated it")
        .shows(
            io.tokentrail.model.Evidence.at(
                mine.get(0).failure().place(), "a 401 that names its caller"))
        .step(
            service
                ? "kubectl get apiservice "
                    + name
                    + " -o jsonpath='{.spec.service}{\"\\n\"}{.status.conditions}'  # which Service"
                    + " answers, and is it Available?"
                : "read the backend's own log of that time: which credential did it refuse?")
        .step(
            "kubectl get configmap -n kube-system extension-apiserver-authentication -o yaml  # does"
                + " the backend trust this front-proxy CA and name?")
        .step(
            service
                ? "restart the backend behind that Service (kubectl rollout restart), which takes that"
                    + " API away for its start; Available=True and no new 401s of it show that it"
                    + " worked"
                : "repair the backend's trust in the API server's client certificate; no new 401s of it"
                    + " show that it worked")
        .in(subject);
  }
}
