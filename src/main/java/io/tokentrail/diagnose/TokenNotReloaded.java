package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Use;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kubelet brought a new token in time, and the program went on using the one it had read: its
 * 401s begin when that one dies, while a good token stands in the file.
 */
final class TokenNotReloaded implements Cause {

  /** Fewer 401s than this are a client that found the new token at once. */
  private static final int BLIP = 3;

  private static final Duration QUIET = Duration.ofMinutes(5);

  private static final double MOST = 0.6;

  /** Untold 401s of a sender that is only guessed carry no claim. */
  private static final double SURE = 0.5;

  private static final Duration HEALS = Duration.ofSeconds(60);

  /** A token that died longer ago than this does not explain an untold 401. */
  private static final Duration SINCE_DEATH = Duration.ofHours(26);

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_NOT_RELOADED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    TokenState tokens = TokenState.of(subject);
    if (tokens.isEmpty()) {
      return new Verdict.NotChecked(
          "TokenRequests in the audit log, that show whether the kubelet refreshed in time");
    }
    NavigableMap<Account, List<Refusal>> kept = new TreeMap<>();
    List<Refusal> nameless = new ArrayList<>();
    List<KubeletSilence> silences = KubeletSilence.of(subject);
    ServedSince served = new ServedSince(subject);
    Map<String, Instant> shownSince = shownSince(subject);
    UnboundClients unbound = new UnboundClients(subject);
    for (Refusal refusal : refusals) {
      if (unbound.test(refusal)) {
        continue;
      }
      if (refusal.account().isPresent()) {
        boolean silent =
            tokens.goodAt(refusal).isEmpty()
                && silences.stream().anyMatch(k -> k.covers(refusal.node(), refusal.at()));
        if (!silent && keptOld(refusal, tokens, served, shownSince)) {
          kept.computeIfAbsent(refusal.account().get(), a -> new ArrayList<>()).add(refusal);
        }
      } else if (refusal.reason() == Reason.EXPIRED
          && !refusal.node().isEmpty()
          && tokens.stalledOnNode(refusal).isEmpty()
          && silences.stream().noneMatch(k -> k.covers(refusal.node(), refusal.at()))) {
        nameless.add(refusal);
      }
    }
    kept.values().removeIf(TokenNotReloaded::blip);
    kept.values()
        .removeIf(
            mine ->
                mine.stream().noneMatch(r -> r.reason() == Reason.EXPIRED)
                    && !followsExpiry(mine, tokens));
    nameless.removeIf(r -> adopted(r, kept));
    List<Diagnosis> found = new ArrayList<>();
    kept.forEach((account, mine) -> found.add(of(account, mine, subject, tokens)));
    if (!blip(nameless)) {
      found.add(ofNobody(nameless, subject));
    }
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(tokens.size(), "token lifetime")
                + " against "
                + Wording.count(subject.failures().size(), "401"))
        : new Verdict.Found(found);
  }

  /** When each token's id was first accepted. */
  private static Map<String, Instant> shownSince(Case subject) {
    Map<String, Instant> since = new HashMap<>();
    for (Use use : subject.facts().audit().uses()) {
      if (!use.credentialId().isEmpty()) {
        since.merge(use.credentialId(), use.firstAt(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return since;
  }

  /** Where the server does not tell, only of a client that the log shows with a good token. */
  private static boolean keptOld(
      Refusal refusal, TokenState tokens, ServedSince served, Map<String, Instant> shownSince) {
    if (tokens.deadAt(refusal).isPresent() || tokens.unclearAt(refusal)) {
      return false;
    }
    Optional<Lifetime> died = tokens.diedBefore(refusal);
    if (refusal.reason() == Reason.EXPIRED) {
      return tokens.goodAt(refusal).isPresent()
          || died.flatMap(Lifetime::refreshedAt)
              .filter(next -> next.isBefore(refusal.at()))
              .isPresent();
    }
    return refusal.reason() == Reason.UNKNOWN
        && refusal.attributed().sender().confidence() >= SURE
        && served.before(refusal)
        && tokens.goodAt(refusal).isPresent()
        && !tokens.hadReadGood(refusal, shownSince)
        && died.filter(Lifetime::mortal)
            .flatMap(Lifetime::expiresAt)
            .filter(e -> e.isAfter(refusal.at().minus(SINCE_DEATH)))
            .isPresent();
  }

  /** Whether most bursts of untold 401s begin when a token of the sender had just died. */
  private static boolean followsExpiry(List<Refusal> mine, TokenState tokens) {
    int bursts = 0;
    int after = 0;
    Refusal before = null;
    for (Refusal one : mine) {
      boolean begins =
          before == null || Duration.between(before.at(), one.at()).compareTo(QUIET) > 0;
      if (begins) {
        bursts++;
        after +=
            tokens
                    .diedBefore(one)
                    .flatMap(Lifetime::expiresAt)
                    .filter(e -> Duration.between(e, one.at()).compareTo(QUIET) <= 0)
                    .isPresent()
                ? 1
                : 0;
      }
      before = one;
    }
    return after >= MOST * bursts;
  }

  private static boolean blip(List<Refusal> refusals) {
    return refusals.size() < BLIP
        || Duration.between(refusals.get(0).at(), refusals.get(refusals.size() - 1).at())
                .compareTo(HEALS)
            < 0;
  }

  /** A 401 without a name belongs to the one account that fails in this way with its agent. */
  private static boolean adopted(Refusal nameless, NavigableMap<Account, List<Refusal>> kept) {
    List<Account> same =
        kept.entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(r -> r.agent().equals(nameless.agent())))
            .map(Map.Entry::getKey)
            .toList();
    if (same.size() != 1) {
      return false;
    }
    kept.get(same.get(0)).add(nameless);
    return true;
  }

  private static Diagnosis of(
      Account account, List<Refusal> refusals, Case subject, TokenState tokens) {
    Set<String> pods = new TreeSet<>();
    refusals.stream().map(Refusal::pod).filter(p -> !p.isEmpty()).forEach(pods::add);
    boolean everyPodKnown = refusals.stream().noneMatch(r -> r.pod().isEmpty());
    Subject about = Subject.of(account);
    if (pods.size() == 1 && everyPodKnown) {
      about = about.withPod(pods.iterator().next());
    }
    boolean told = refusals.stream().anyMatch(r -> r.reason() == Reason.EXPIRED);
    Refusal first = refusals.get(0);
    Optional<Lifetime> good = tokens.goodAt(first);
    String namespace = Wording.namespace(account);
    Claim claim =
        new Claim(CauseCode.TOKEN_NOT_RELOADED, about)
            .explains(refusals)
            .confidence(told ? 0.93 : 0.75)
            .says(
                "Programs of "
                    + account
                    + " keep using a token that has expired, although the kubelet has put a new one"
                    + " into their file; their 401s begin at "
                    + Wording.utc(first.at())
                    + ".");
    String since =
        good.map(Lifetime::issuedAt)
            .or(() -> tokens.diedBefore(first).flatMap(Lifetime::refreshedAt))
            .map(t -> " at " + Wording.utc(t))
            .orElse("");
    claim
        .not(
            CauseCode.ROTATION_STALL,
            "the kubelet had brought a new token" + since + ", before these 401s")
        .not(
            CauseCode.CLOCK_SKEW,
            told
                ? "the API server calls the token expired after its expiry, as it should"
                : "the 401s follow the expiry of tokens, not their issue");
    good.ifPresent(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    tokens.diedBefore(first).ifPresent(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    claim.shows(first.attributed().reasonEvidence().stream().limit(1).toList());
    claim.shows(subPaths(account, subject));
    claim.shows(Libraries.told(refusals));
    return claim
        .step(
            "kubectl get pods -n "
                + namespace
                + " -o wide --field-selector spec.serviceAccountName="
                + Wording.account(account))
        .step(
            "kubectl delete pod -n "
                + namespace
                + " "
                + Wording.name(pods.isEmpty() ? "" : pods.iterator().next(), "pod")
                + "  # a new process reads the new token; interrupts that pod")
        .step(
            Libraries.upgrade(refusals.stream().map(Refusal::agent).toList())
                + ", and mount the volume without subPath; it worked when no 401 follows the next"
                + " expiry")
        .in(subject);
  }

  private static Diagnosis ofNobody(List<Refusal> refusals, Case subject) {
    Set<String> nodes = new TreeSet<>();
    Set<String> agents = new HashSet<>();
    refusals.forEach(
        r -> {
          nodes.add(r.node());
          agents.add(Wording.quote(r.agent()));
        });
    Subject about = Subject.ofOther("expired tokens of unknown senders");
    return new Claim(
            CauseCode.TOKEN_NOT_RELOADED,
            nodes.size() == 1 ? about.withNode(nodes.iterator().next()) : about)
        .explains(refusals)
        .confidence(0.55)
        .says(
            "Senders behind "
                + Wording.some(nodes)
                + " that call themselves "
                + Wording.some(agents)
                + " keep using expired tokens since "
                + Wording.utc(refusals.get(0).at())
                + ", while the kubelets there refresh in time.")
        .not(CauseCode.ROTATION_STALL, "the kubelets there asked for new tokens all the while")
        .shows(refusals.get(0).attributed().reasonEvidence().stream().limit(1).toList())
        .step(
            "kubectl get pods -A -o wide --field-selector spec.nodeName="
                + Wording.name(nodes.iterator().next(), "node")
                + "  # which of them calls itself so?")
        .step(
            "kubectl delete pod -n "
                + Wording.unset("namespace")
                + " "
                + Wording.unset("pod")
                + "  # a new process reads the new token; interrupts that pod")
        .step(
            "upgrade its client library to one that re-reads the token file; it worked when no 401"
                + " follows the next expiry")
        .in(subject);
  }

  private static List<Evidence> subPaths(Account account, Case subject) {
    List<Evidence> evidence = new ArrayList<>();
    subject
        .facts()
        .latestSnapshot()
        .ifPresent(
            s -> {
              for (Pod pod : s.pods()) {
                if (pod.namespace().equals(account.namespace())
                    && pod.spec().serviceAccount().equals(account.name())
                    && pod.spec().tokenSources().stream().anyMatch(TokenSource::subPath)) {
                  evidence.add(
                      Evidence.at(pod.place(), "mounts the token by subPath: it never changes"));
                }
              }
            });
    return evidence.stream().limit(2).toList();
  }
}
