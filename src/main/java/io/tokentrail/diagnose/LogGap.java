package io.tokentrail.diagnose;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.LogCoverage;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Place;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the audit log does not show: stretches without events, API servers whose log was not given,
 * a policy that leaves out what 401s and rotation are seen by.
 */
final class LogGap implements Cause {

  /** A stream with events in so many of its minutes is never silent for five by chance. */
  private static final double STEADY = 0.9;

  /** Minutes with events from which on a stream's habit is known. */
  private static final int KNOWN = 30;

  /**
   * Minutes that it is heard at a time, on average: a log with an event now and then is a
   * selection, and its silences are nothing.
   */
  private static final int STRETCH = 10;

  /** Fewer refreshes than this may be events that were lost one by one. */
  private static final int SEVERAL = 3;

  /** Events from which on a missing stage is the policy's doing. */
  private static final int MANY = 200;

  /** Every default token is renewed within the hour. */
  private static final Duration RENEWAL = Duration.ofHours(1);

  private static final String STATIC_POD = "kube-apiserver-";

  @Override
  public CauseCode code() {
    return CauseCode.LOG_GAP;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    AuditFacts audit = subject.facts().audit();
    if (audit.files().isEmpty()) {
      return new Verdict.NotChecked("an audit log of the API server");
    }
    List<Diagnosis> found = new ArrayList<>();
    silences(subject, found);
    missingServers(subject, found);
    unseenGrants(subject, found);
    policy(subject, found);
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(audit.events(), "event")
                + " of "
                + Wording.count(sources(audit).size(), "stream")
                + ", by minute and by stage"
                + (servers(subject).size() < 2
                    ? "; whether there are more API servers is not in the input"
                    : ""))
        : new Verdict.Found(found);
  }

  private static Set<String> sources(AuditFacts audit) {
    Set<String> sources = new TreeSet<>();
    audit.files().forEach(f -> sources.add(f.source()));
    return sources;
  }

  private static void silences(Case subject, List<Diagnosis> found) {
    AuditFacts audit = subject.facts().audit();
    Map<String, Set<Long>> minutes = new TreeMap<>();
    for (AuditFile file : audit.files()) {
      minutes.computeIfAbsent(file.source(), s -> new HashSet<>()).addAll(file.minutes().keySet());
    }
    LogCoverage.of(audit, subject.thresholds().gap())
        .gaps()
        .forEach(
            (source, gaps) -> {
              long heard = minutes.getOrDefault(source, Set.of()).size();
              long silent = gaps.stream().mapToLong(g -> g.length().toMinutes()).sum();
              long span = audit.span().map(s -> s.length().toMinutes()).orElse(0L);
              boolean steady =
                  heard >= KNOWN
                      && heard >= STEADY * (span - silent)
                      && heard >= STRETCH * (gaps.size() + 1L)
                      && silent < heard;
              if (steady) {
                found.add(silence(source, gaps, subject));
              }
            });
  }

  private static Diagnosis silence(String source, List<Interval> gaps, Case subject) {
    Interval first = gaps.get(0);
    Interval last = gaps.get(gaps.size() - 1);
    long minutes = gaps.stream().mapToLong(g -> g.length().toMinutes()).sum();
    return new Claim(CauseCode.LOG_GAP, Subject.ofOther("silence of " + source))
        .severity(Severity.LOW)
        .confidence(0.95)
        .began(first.from())
        .ended(last.to())
        .says(
            "The audit log of "
                + Wording.quote(source)
                + " has no event for "
                + Wording.count(minutes, "minute")
                + " in "
                + Wording.count(gaps.size(), "stretch", "stretches")
                + ", the first from "
                + Wording.utc(first.from())
                + " to "
                + Wording.utc(first.to())
                + ": what happened there is not in this report.")
        .shows(evidence(source, subject))
        .step(
            "look for rotated files of that time on the API server's machine, or in the log store")
        .step(
            "kubectl get --raw /metrics | grep apiserver_audit_error_total  # events that a backend"
                + " lost")
        .step("run the analysis again with those files: it worked when this finding goes")
        .in(subject);
  }

  private static List<Evidence> evidence(String source, Case subject) {
    return subject.facts().audit().files().stream()
        .filter(f -> f.source().equals(source))
        .sorted(java.util.Comparator.comparing(AuditFile::path))
        .limit(3)
        .map(f -> Evidence.at(new Place(f.path(), 1), "a file of that stream"))
        .toList();
  }

  /** Only where streams are told apart by machine: then a machine without one is missing. */
  private static void missingServers(Case subject, List<Diagnosis> found) {
    Map<String, Evidence> hosts = servers(subject);
    Set<String> streams = sources(subject.facts().audit());
    Set<String> missing = new TreeSet<>();
    for (String host : hosts.keySet()) {
      if (streams.stream().noneMatch(s -> List.of(s.split("[/!]", -1)).contains(host))) {
        missing.add(host);
      }
    }
    if (missing.isEmpty() || missing.size() == hosts.size()) {
      return;
    }
    Claim claim =
        new Claim(CauseCode.LOG_GAP, Subject.ofOther("missing API servers"))
            .severity(Severity.MEDIUM)
            .confidence(0.9)
            .says(
                "The audit logs of "
                    + Wording.count(missing.size(), "API server")
                    + " ("
                    + Wording.some(missing)
                    + ") are not in the input: their 401s and TokenRequests are missing here.");
    missing.stream().limit(4).forEach(host -> claim.shows(hosts.get(host)));
    found.add(
        claim
            .step(
                "collect the audit log of each API server, not of one: each logs its own requests")
            .step(
                "ls -l /var/log/kubernetes/audit/  # on each of those machines: from when on is it there?")
            .step("run the analysis again with all of them: it worked when this finding goes")
            .in(subject));
  }

  /** The machines that are known to run an API server, and by what. */
  private static Map<String, Evidence> servers(Case subject) {
    Map<String, Evidence> hosts = new TreeMap<>();
    for (LogFile log : subject.facts().logFiles()) {
      if (log.component().equals("kube-apiserver") && !log.host().isEmpty()) {
        hosts.put(
            log.host(), Evidence.at(new Place(log.path(), 1), "its log is there, no audit log"));
      }
    }
    subject
        .facts()
        .latestSnapshot()
        .ifPresent(
            s -> {
              for (Pod pod : s.pods()) {
                if (pod.namespace().equals("kube-system")
                    && pod.name().startsWith(STATIC_POD)
                    && !pod.finished()) {
                  hosts.put(
                      pod.name().substring(STATIC_POD.length()),
                      Evidence.at(pod.place(), "its static pod runs, no audit log is there"));
                }
              }
            });
    return hosts;
  }

  /** Tokens that pods went on with and whose grants stand nowhere (model/UnseenGrants). */
  private static void unseenGrants(Case subject, List<Diagnosis> found) {
    List<Lifetime> refreshed =
        subject.lifetimes().stream().filter(Lifetime::outcomeUnseen).toList();
    if (refreshed.size() < SEVERAL) {
      return;
    }
    Claim claim =
        new Claim(CauseCode.LOG_GAP, Subject.ofOther("unseen TokenRequests"))
            .severity(Severity.MEDIUM)
            .confidence(0.85)
            .says(
                Wording.count(refreshed.size(), "token")
                    + (refreshed.size() == 1 ? " was" : " were")
                    + " refreshed, or may have been, where this log does not show it: an API"
                    + " server's log is not in the input, or events were lost. No missed refresh is"
                    + " claimed for them.");
    refreshed.stream().limit(4).forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    found.add(
        claim
            .step("kubectl get endpoints -n default kubernetes  # how many API servers are there?")
            .step(
                "collect the audit log of each API server for the same time: kubelets ask whichever"
                    + " the load balancer gives them")
            .step("run the analysis again with all of them: it worked when this finding goes")
            .in(subject));
  }

  private static void policy(Case subject, List<Diagnosis> found) {
    AuditFacts audit = subject.facts().audit();
    if (audit.events() < MANY) {
      return;
    }
    Evidence file = Evidence.at(new Place(audit.files().get(0).path(), 1), "the audit log");
    if (!audit.hasStage("ResponseStarted") && subject.failures().isEmpty()) {
      found.add(
          new Claim(CauseCode.LOG_GAP, Subject.ofOther("no ResponseStarted"))
              .severity(Severity.MEDIUM)
              .confidence(0.9)
              .says(
                  "None of "
                      + Wording.count(audit.events(), "event")
                      + " has the stage ResponseStarted: this audit policy hides every 401, so that"
                      + " none in this report means nothing.")
              .shows(file)
              .step("grep -n -A5 omitStages /etc/kubernetes/audit-policy.yaml")
              .step(
                  "take ResponseStarted out of omitStages: 401s have no other stage; a watch then"
                      + " logs one more line")
              .step(
                  "restart each API server in turn; it worked when events of stage ResponseStarted"
                      + " appear (any watch has one)")
              .in(subject));
    }
    boolean covered =
        audit
            .span()
            .filter(s -> s.length().compareTo(RENEWAL) > 0)
            .filter(s -> audit.events() >= s.length().toMinutes())
            .isPresent();
    boolean pods = audit.uses().stream().anyMatch(u -> !u.podUid().isEmpty());
    if (audit.tokenRequests().isEmpty() && covered && pods) {
      found.add(
          new Claim(CauseCode.LOG_GAP, Subject.ofOther("no TokenRequests"))
              .severity(Severity.LOW)
              .confidence(0.85)
              .says(
                  "Pods with rotating tokens send requests, but no TokenRequest is in "
                      + Wording.count(audit.events(), "event")
                      + ": this audit policy hides serviceaccounts/token, and with it whether"
                      + " kubelets refresh in time.")
              .shows(file)
              .step("grep -n -B2 -A8 serviceaccounts /etc/kubernetes/audit-policy.yaml")
              .step(
                  "log create of serviceaccounts/token at level Metadata (never bodies: they hold"
                      + " tokens)")
              .step(
                  "restart each API server in turn; it worked when create events of"
                      + " serviceaccounts/token appear within the hour")
              .in(subject));
    }
  }
}
