package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests without any credentials where anonymous access is off: the one kind of 401 for which the
 * API server logs no reason. Probes, load balancers, scanners.
 */
final class NoCredentials implements Cause {

  private static final int SEVERAL = 3;

  /** A client with a told 401 among so many sends credentials, good or bad. */
  private static final double NEARLY_ALL = 0.95;

  @Override
  public CauseCode code() {
    return CauseCode.NO_CREDENTIALS;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    boolean said =
        refusals.stream().anyMatch(r -> r.attributed().failure().attempted().contains("none"));
    if (!said && !ServerLog.given(subject)) {
      return new Verdict.NotChecked(
          "a kube-apiserver log, which is silent for requests without credentials only");
    }
    ServerLog log = ServerLog.of(refusals);
    boolean anonymous = anonymous(subject);
    Map<String, List<Refusal>> byAgent = new TreeMap<>();
    Map<String, Integer> total = new TreeMap<>();
    for (Refusal refusal : refusals) {
      total.merge(refusal.agent(), 1, Integer::sum);
      boolean none = refusal.attributed().failure().attempted().contains("none");
      boolean silent =
          !anonymous
              && ServerLog.given(subject)
              && refusal.reason() == Reason.UNKNOWN
              && refusal.attributed().failure().attempted().isEmpty()
              && refusal.lookUp().isEmpty()
              && refusal.account().isEmpty()
              && log.speaksAt(refusal.at());
      if (none || silent) {
        byAgent.computeIfAbsent(refusal.agent(), a -> new ArrayList<>()).add(refusal);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    byAgent.forEach(
        (agent, mine) -> {
          boolean certain =
              mine.stream().anyMatch(r -> r.attributed().failure().attempted().contains("none"));
          if (certain || (mine.size() >= SEVERAL && mine.size() >= NEARLY_ALL * total.get(agent))) {
            found.add(diagnose(agent, mine, certain, subject));
          }
        });
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(refusals.size(), "401")
                + ", of which the API server's log gives a reason for "
                + log.size())
        : new Verdict.Found(found);
  }

  /** Where anonymous access is on, a request without credentials is answered 403, not 401. */
  private static boolean anonymous(Case subject) {
    boolean said =
        subject.facts().snapshots().stream().anyMatch(s -> s.flags().anonymousAuth().orElse(false));
    if (said) {
      return true;
    }
    for (Use use : subject.facts().audit().uses()) {
      if (use.username().equals("system:anonymous") && use.forbiddenRequests() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Diagnosis diagnose(
      String agent, List<Refusal> mine, boolean certain, Case subject) {
    TreeSet<String> addresses = new TreeSet<>();
    mine.forEach(r -> addresses.add(r.address()));
    return new Claim(CauseCode.NO_CREDENTIALS, Subject.ofOther("without credentials " + agent))
        .explains(mine)
        .severity(mine.size() >= 100 ? Severity.LOW : Severity.INFO)
        .confidence(certain ? 0.97 : 0.9)
        .says(
            (agent.isEmpty()
                    ? "A client without a user agent"
                    : "A client that calls itself " + Wording.quote(agent))
                + " at "
                + Wording.some(addresses)
                + " sends requests without credentials since "
                + Wording.utc(mine.get(0).at())
                + "; no account's token is involved.")
        .not(
            CauseCode.UNKNOWN_TOKEN,
            certain
                ? "the event itself says that nothing was sent"
                : "a bad token has its line in the API server's log, as others had at that time")
        .not(
            CauseCode.CLIENT_CERT_REJECTED,
            certain
                ? "the event itself says that nothing was sent"
                : "a bad certificate has its line as well, if the client sent it at all: Go's TLS"
                    + " withholds one of another CA")
        .shows(
            Evidence.at(
                mine.get(0).attributed().failure().place(),
                certain
                    ? "the event says that no credentials were provided"
                    : "the API server's log has no reason for it, as it has for bad credentials"))
        .step("find the client by its address: a load balancer's or monitor's health check?")
        .step(
            "let it ask /livez or /readyz where those are open to anonymous, or give it a service"
                + " account of its own with no more rights than it needs; anonymous access for it would"
                + " open the same to everybody")
        .step("no new 401s from that address show that it worked")
        .in(subject);
  }
}
