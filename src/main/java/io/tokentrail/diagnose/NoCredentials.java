package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests without any credentials where anonymous access is off: the one kind of 401 for which the
 * API server logs no reason. Probes, load balancers, scanners.
 */
final class NoCredentials implements Cause {

  private static final int SEVERAL = 3;

  /** A client of whose 401s more than the rest are told sends credentials, good or bad. */
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
    boolean said = refusals.stream().anyMatch(NoCredentials::says);
    if (!said && !ServerLog.given(subject)) {
      return new Verdict.NotChecked(
          "a kube-apiserver log, which is silent for requests without credentials only");
    }
    ServerLog log = ServerLog.of(refusals);
    boolean anonymous = anonymous(subject);
    Set<Client> served = served(subject);
    Map<Client, List<Refusal>> silent = new TreeMap<>();
    Map<Client, Integer> total = new HashMap<>();
    for (Refusal refusal : refusals) {
      Client client = refusal.attributed().failure().client();
      total.merge(client, 1, Integer::sum);
      boolean untold =
          !anonymous
              && ServerLog.given(subject)
              && refusal.reason() == Reason.UNKNOWN
              && refusal.attributed().failure().attempted().isEmpty()
              && refusal.lookUp().isEmpty()
              && (refusal.account().isEmpty() || !served.contains(client))
              && log.speaksAt(refusal.at());
      if (says(refusal) || untold) {
        silent.computeIfAbsent(client, c -> new ArrayList<>()).add(refusal);
      }
    }
    Map<String, List<Refusal>> byAgent = new TreeMap<>();
    silent.forEach(
        (client, mine) -> {
          boolean named = mine.stream().anyMatch(r -> r.account().isPresent());
          boolean all =
              mine.size() >= NEARLY_ALL * total.get(client)
                  && (!named || !log.mayHaveLost(mine.size(), total.get(client)));
          if (all || mine.stream().anyMatch(NoCredentials::says)) {
            byAgent.computeIfAbsent(client.userAgent(), a -> new ArrayList<>()).addAll(mine);
          }
        });
    List<Diagnosis> found = new ArrayList<>();
    byAgent.forEach(
        (agent, unsorted) -> {
          List<Refusal> mine =
              unsorted.stream().sorted(Comparator.comparing(Refusal::attributed)).toList();
          boolean certain = mine.stream().anyMatch(NoCredentials::says);
          if (certain || mine.size() >= SEVERAL) {
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

  /** Whether the event itself says that nothing was sent. */
  private static boolean says(Refusal refusal) {
    return refusal.attributed().failure().attempted().contains("none");
  }

  /** Clients that were let in: they do have something to send. */
  private static Set<Client> served(Case subject) {
    Set<Client> served = new HashSet<>();
    for (Use use : subject.facts().audit().uses()) {
      if (!use.username().equals("system:anonymous")) {
        served.add(use.client());
      }
    }
    return served;
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
    mine.forEach(
        r ->
            addresses.add(
                r.address()
                    + r.account()
                        .filter(a -> !r.pod().isEmpty())
                        .map(a -> " (pod " + a.namespace() + "/" + r.pod() + ")")
                        .orElse("")));
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
