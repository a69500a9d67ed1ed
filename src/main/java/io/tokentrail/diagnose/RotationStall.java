package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AudienceDenial;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Node;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A kubelet stopped bringing new tokens: nothing was asked for past the due time (it hangs), or
 * what it asked for was refused. The token in the file dies, and 401s begin at its expiry.
 */
final class RotationStall implements Cause {

  /** Refusals that go on for less than this heal by themselves before a token dies. */
  private static final Duration SUSTAINED = Duration.ofMinutes(3);

  private static final int REPEATED = 3;

  /** So many pods of one node that miss their refresh at a time are the kubelet's fault. */
  private static final int SEVERAL = 2;

  @Override
  public CauseCode code() {
    return CauseCode.ROTATION_STALL;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> all) {
    UnboundClients unbound = new UnboundClients(subject);
    List<Refusal> refusals = all.stream().filter(r -> !unbound.test(r)).toList();
    TokenState tokens = TokenState.of(subject);
    NavigableMap<Account, List<TokenRequest>> refused = refused(subject);
    if (tokens.isEmpty() && refused.isEmpty()) {
      return new Verdict.NotChecked(
          "TokenRequests in the audit log, or pods in a snapshot, that tell when tokens were due");
    }
    List<Diagnosis> found = new ArrayList<>();
    Map<Account, List<Refusal>> byAccount = StalledSenders.byAccount(refusals);
    refused.forEach(
        (account, requests) ->
            byRefusal(
                    subject, tokens, byAccount.getOrDefault(account, List.of()), account, requests)
                .ifPresent(found::add));
    Set<Attributed> explained = new HashSet<>();
    found.forEach(d -> explained.addAll(d.explains()));
    Map<String, List<Refusal>> byNode =
        StalledSenders.byNode(refusals, explained, tokens, subject.facts().audit().uses());
    List<TokenRequest> failedWithAll =
        subject.facts().audit().tokenRequests().stream()
            .filter(ControlPlaneDegraded.everybodys(subject))
            .toList();
    Map<String, Instant> refusedKubelets = ClientCertRejected.since(refusals);
    for (String node : new TreeSet<>(tokens.nodes())) {
      List<Lifetime> missed =
          tokens.ofNode(node).stream()
              .filter(tokens::stalled)
              .filter(l -> !refused.containsKey(l.account()))
              .filter(l -> !ClientCertRejected.explains(refusedKubelets, l))
              .filter(l -> failedWithAll.stream().noneMatch(r -> refreshes(r, l)))
              .toList();
      boolean clock = ClockSkew.lateness(tokens.ofNode(node)).isPresent();
      if (!node.isEmpty() && !clock && !missed.isEmpty()) {
        byNode(subject, byNode.getOrDefault(node, List.of()), node, missed).ifPresent(found::add);
      }
    }
    found.addAll(bySilence(subject, tokens, refusals, found));
    if (found.isEmpty() && subject.facts().audit().files().isEmpty()) {
      return new Verdict.NotChecked("an audit log: it shows when tokens were asked for");
    }
    boolean late =
        !refused.isEmpty()
            || subject.lifetimes().stream()
                .anyMatch(l -> l.status().equals(Optional.of(Lifetime.Status.MISSED)));
    Optional<Verdict> blind = Refusals.blind(subject);
    if (found.isEmpty() && late && blind.isPresent()) {
      return blind.get();
    }
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(tokens.size(), "token lifetime")
                + " on "
                + Wording.count(tokens.nodes().size(), "node")
                + ", and every answered TokenRequest")
        : new Verdict.Found(found);
  }

  /**
   * Whether the kubelet asked for this token's successor in time: the API server had none to give.
   */
  private static boolean refreshes(TokenRequest request, Lifetime lifetime) {
    Instant due = lifetime.refreshDue().orElse(lifetime.issuedAt());
    return request.account().equals(lifetime.account())
        && request.node().equals(lifetime.node())
        && !request.receivedAt().isBefore(due.minusSeconds(30))
        && lifetime.expiresAt().filter(e -> !request.receivedAt().isAfter(e)).isPresent();
  }

  /** TokenRequests of kubelets that were refused again and again, by account. */
  private static NavigableMap<Account, List<TokenRequest>> refused(Case subject) {
    NavigableMap<Account, List<TokenRequest>> all = new TreeMap<>();
    Predicate<TokenRequest> everybodys = ControlPlaneDegraded.everybodys(subject);
    for (TokenRequest request : subject.facts().audit().tokenRequests()) {
      if (!request.node().isEmpty() && !everybodys.test(request) && stalls(request)) {
        all.computeIfAbsent(request.account(), a -> new ArrayList<>()).add(request);
      }
    }
    all.values()
        .removeIf(
            r ->
                r.size() < REPEATED
                    || Duration.between(r.get(0).receivedAt(), r.get(r.size() - 1).receivedAt())
                            .compareTo(SUSTAINED)
                        < 0);
    return all;
  }

  /**
   * Whether this refusal keeps a running pod from its token. Refused audiences are another cause,
   * and what is gone (404, 409) needs no token.
   */
  private static boolean stalls(TokenRequest request) {
    return !request.granted()
        && request.code() >= 400
        && request.code() != 404
        && request.code() != 409
        && AudienceDenial.in(request.message()).isEmpty();
  }

  private static Optional<Diagnosis> byRefusal(
      Case subject,
      TokenState tokens,
      List<Refusal> ofAccount,
      Account account,
      List<TokenRequest> requests) {
    Instant first = requests.get(0).receivedAt();
    Instant last = requests.get(requests.size() - 1).receivedAt();
    List<Lifetime> missed = tokens.ofAccount(account).stream().filter(TokenState::missed).toList();
    List<Refusal> mine =
        ofAccount.stream()
            .filter(
                r ->
                    r.reason() == Reason.EXPIRED
                        || (r.reason() == Reason.UNKNOWN && tokens.mayBeDeadAt(r)))
            .filter(
                r -> !r.at().isBefore(first) && !r.at().isAfter(last.plus(Duration.ofMinutes(10))))
            .toList();
    if (mine.isEmpty() && missed.isEmpty()) {
      return Optional.empty();
    }
    TokenRequest sample = requests.get(requests.size() - 1);
    String namespace = Wording.namespace(account);
    Claim claim =
        new Claim(CauseCode.ROTATION_STALL, Subject.of(account))
            .explains(mine)
            .began(first)
            .ended(last)
            .confidence(mine.isEmpty() ? 0.85 : 0.95)
            .says(
                "The kubelets' TokenRequests for "
                    + account
                    + " are refused since "
                    + Wording.utc(first)
                    + " (status "
                    + sample.code()
                    + "); its pods keep tokens that die at their expiry.")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                "no newer token was granted when the old one died: there was none to read")
            .not(
                CauseCode.CONTROL_PLANE_DEGRADED,
                "the refusals are of this account's requests, not of everybody's")
            .shows(Evidence.at(requests.get(0).place(), "the first refused TokenRequest"))
            .shows(Evidence.at(sample.place(), "the last refused TokenRequest"))
            .step(
                "kubectl auth can-i create serviceaccounts/"
                    + Wording.account(account)
                    + " --subresource=token -n "
                    + namespace
                    + " --as=system:node:"
                    + Wording.name(sample.node(), "node")
                    + " --as-group=system:nodes  # no: authorization refuses; yes: admission does")
            .step(
                "kubectl get validatingadmissionpolicies,validatingwebhookconfigurations -o name"
                    + "  # the refusal's message names which; exempt group system:nodes in it, since to"
                    + " remove it lifts whatever else it guards")
            .step(
                "kubectl get events -n "
                    + namespace
                    + " --field-selector reason=FailedMount  # empty again once it works; the kubelet"
                    + " retries by itself, nothing needs a restart");
    missed.stream().limit(3).forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    return Optional.of(claim.in(subject));
  }

  private static Optional<Diagnosis> byNode(
      Case subject, List<Refusal> mine, String node, List<Lifetime> missed) {
    Set<String> pods = new HashSet<>();
    Set<Account> accounts = new HashSet<>();
    missed.forEach(
        l -> {
          pods.add(
              l.account().namespace() + "/" + (l.pod().isEmpty() ? l.account().name() : l.pod()));
          accounts.add(l.account());
        });
    List<Evidence> unwell = unwell(subject, node);
    if (pods.size() < SEVERAL && mine.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = pods.size() >= SEVERAL || !unwell.isEmpty();
    Instant due =
        missed.stream()
            .flatMap(l -> l.refreshDue().stream())
            .min(Instant::compareTo)
            .orElse(missed.get(0).issuedAt());
    Subject about =
        whole || accounts.size() != 1
            ? Subject.ofNode(node)
            : Subject.of(accounts.iterator().next()).withNode(node);
    Claim claim =
        new Claim(CauseCode.ROTATION_STALL, about)
            .explains(mine)
            .began(due)
            .ended(
                missed.stream()
                    .flatMap(l -> l.refreshedAt().or(l::expiresAt).stream())
                    .max(Instant::compareTo)
                    .orElse(due))
            .confidence(sureness(whole, !mine.isEmpty(), !unwell.isEmpty()))
            .says(
                "The kubelet of "
                    + node
                    + " did not refresh the tokens of "
                    + Wording.count(pods.size(), "pod")
                    + " ("
                    + Wording.some(pods)
                    + ") that were due from "
                    + Wording.utc(due)
                    + "; they expired while the pods ran.")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                "no newer token was granted when the old ones died: there was none to read")
            .not(
                CauseCode.CLOCK_SKEW,
                "this node's refreshes are not late by the same time again and again")
            .shows(Evidence.object(new ObjectRef("Node", "", node), "whose kubelet it is"));
    claim.shows(unwell.stream().limit(3).toList());
    claim.shows(TokenFileAges.overdue(subject, node));
    missed.stream().limit(4).forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    String name = Wording.name(node, "node");
    claim
        .step(
            "kubectl get --raw /api/v1/nodes/"
                + name
                + "/proxy/healthz; kubectl describe node "
                + name
                + "  # is it Ready, under pressure, is its PLEG healthy?")
        .step(
            "ssh "
                + name
                + " sudo systemctl restart kubelet  # containers keep running; all tokens of the"
                + " node are requested at once; where nobody can log in, drain and replace the"
                + " node, which evicts its pods")
        .step(
            "kubectl get events -A --field-selector reason=FailedMount  # no new ones, and new"
                + " TokenRequests by system:node:"
                + name
                + " in the audit log, show that it worked");
    return Optional.of(claim.in(subject));
  }

  /**
   * Expired tokens on a node while its kubelet asked for none: where lifetimes are not known, or
   * the sender is not.
   */
  private static List<Diagnosis> bySilence(
      Case subject, TokenState tokens, List<Refusal> refusals, List<Diagnosis> found) {
    Set<Attributed> explained = new HashSet<>();
    found.forEach(d -> explained.addAll(d.explains()));
    List<Diagnosis> more = new ArrayList<>();
    Map<String, Instant> refusedKubelets = ClientCertRejected.since(refusals);
    for (KubeletSilence silence : KubeletSilence.of(subject)) {
      Instant since = refusedKubelets.getOrDefault(silence.node(), Instant.MAX);
      if (!since.isAfter(silence.span().to())) {
        continue;
      }
      List<Refusal> mine =
          refusals.stream()
              .filter(r -> r.told() && r.reason() == Reason.EXPIRED)
              .filter(r -> silence.covers(r.node(), r.at()))
              .filter(r -> !explained.contains(r.attributed()) && tokens.goodAt(r).isEmpty())
              .toList();
      if (mine.size() >= REPEATED && ClockSkew.lateness(tokens.ofNode(silence.node())).isEmpty()) {
        String name = Wording.name(silence.node(), "node");
        more.add(
            new Claim(CauseCode.ROTATION_STALL, Subject.ofNode(silence.node()))
                .explains(mine)
                .began(silence.span().from())
                .confidence(0.8)
                .says(
                    "The kubelet of "
                        + silence.node()
                        + " asked for no token from "
                        + Wording.utc(silence.span().from())
                        + " on, while tokens on its node expired.")
                .not(
                    CauseCode.TOKEN_NOT_RELOADED,
                    "no token was granted on this node while they expired")
                .shows(silence.evidence())
                .shows(unwell(subject, silence.node()).stream().limit(3).toList())
                .step(
                    "kubectl describe node "
                        + name
                        + "  # is it Ready, under pressure, is its PLEG healthy?")
                .step("ssh " + name + " sudo systemctl restart kubelet  # containers keep running")
                .step("new TokenRequests by system:node:" + name + " show that it worked")
                .in(subject));
      }
    }
    return more;
  }

  private static double sureness(boolean whole, boolean refusals, boolean unwell) {
    double value = whole ? 0.85 : 0.6;
    return Math.min(0.97, value + (refusals ? 0.07 : 0) + (unwell ? 0.05 : 0));
  }

  /** What the kubelet's log, the node's conditions and their change say of its health. */
  private static List<Evidence> unwell(Case subject, String node) {
    List<Evidence> evidence = new ArrayList<>();
    for (LogLine line : subject.facts().log()) {
      if (line.host().equals(node)) {
        if (line.meaning() instanceof LogLine.KubeletUnwell unwell) {
          evidence.add(Evidence.at(line.place(), "the kubelet is unwell: " + unwell.what()));
        } else if (line.meaning() instanceof LogLine.TokenNotRefreshed) {
          evidence.add(Evidence.at(line.place(), "the kubelet could not refresh a token"));
        }
      }
    }
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (Node one : snapshot.nodes()) {
        if (one.name().equals(node)) {
          evidence.addAll(conditions(one));
        }
      }
    }
    return evidence;
  }

  private static Collection<Evidence> conditions(Node node) {
    List<Evidence> evidence = new ArrayList<>();
    for (Node.Condition condition : node.conditions()) {
      boolean bad =
          condition.type().equals("Ready")
              ? !condition.status().equals("True")
              : condition.status().equals("True");
      if (bad) {
        evidence.add(
            Evidence.at(
                node.place(), "condition " + condition.type() + " is " + condition.status()));
      }
    }
    return evidence;
  }
}
