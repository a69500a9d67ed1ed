package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A machine's clock is off. A kubelet's clock decides when it refreshes: behind by S, it is late by
 * S with every token, whatever its lifetime. An API server's clock decides what is valid yet.
 */
final class ClockSkew implements Cause {

  /** Pod syncs alone cost up to 100 s. */
  private static final Duration SYNCS = Duration.ofMinutes(2);

  /** The same lateness each time: jitter of 9 s and one sync. */
  private static final Duration SAME = Duration.ofSeconds(130);

  private static final int REFRESHES = 6;

  private static final int SEVERAL = 3;

  @Override
  public CauseCode code() {
    return CauseCode.CLOCK_SKEW;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    TokenState tokens = TokenState.of(subject);
    List<Diagnosis> found = new ArrayList<>();
    for (String node : new TreeSet<>(tokens.nodes())) {
      lateness(tokens.ofNode(node))
          .filter(late -> !node.isEmpty())
          .ifPresent(late -> ofNode(node, late, tokens, refusals, subject).ifPresent(found::add));
    }
    Map<String, List<Refusal>> early = new TreeMap<>();
    for (Refusal refusal : refusals) {
      if (refusal.reason() == Reason.NOT_YET_VALID) {
        early
            .computeIfAbsent(refusal.attributed().failure().source(), s -> new ArrayList<>())
            .add(refusal);
      }
    }
    early.forEach((server, mine) -> found.add(ofServer(server, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(tokens.size(), "token lifetime")
                + " on "
                + Wording.count(tokens.nodes().size(), "node")
                + ", and the reasons of "
                + Wording.count(refusals.size(), "401"))
        : new Verdict.Found(found);
  }

  /**
   * By how much a node is late with all its refreshes, when it is by the same each time; empty when
   * it is not, or too few are known.
   */
  static Optional<Duration> lateness(List<Lifetime> ofNode) {
    List<Duration> delays = ofNode.stream().flatMap(l -> l.delay().stream()).sorted().toList();
    if (delays.size() < REFRESHES) {
      return Optional.empty();
    }
    Duration low = delays.get(delays.size() / 10);
    Duration high = delays.get(delays.size() - 1 - delays.size() / 10);
    boolean same = high.minus(low).compareTo(SAME) <= 0;
    return same && low.compareTo(SYNCS) > 0 ? Optional.of(low) : Optional.empty();
  }

  private static Optional<Diagnosis> ofNode(
      String node, Duration late, TokenState tokens, List<Refusal> refusals, Case subject) {
    List<Lifetime> lifetimes = tokens.ofNode(node);
    List<Refusal> mine =
        refusals.stream()
            .filter(r -> r.reason() == Reason.EXPIRED || r.reason() == Reason.UNKNOWN)
            .filter(r -> r.node().equals(node))
            .filter(r -> r.reason() == Reason.EXPIRED || tokens.deadAt(r).isPresent())
            .toList();
    if (mine.isEmpty() && late.compareTo(SYNCS.multipliedBy(2)) < 0) {
      return Optional.empty();
    }
    TreeSet<String> accounts = new TreeSet<>();
    lifetimes.forEach(l -> accounts.add(l.account().toString()));
    Instant first =
        lifetimes.stream().map(Lifetime::issuedAt).min(Instant::compareTo).orElseThrow();
    Claim claim =
        new Claim(CauseCode.CLOCK_SKEW, Subject.ofNode(node))
            .explains(mine)
            .began(first)
            .confidence(0.95)
            .says(
                "The clock of "
                    + node
                    + " is about "
                    + late.toSeconds()
                    + " s behind: its kubelet refreshes every token that much late, whatever its"
                    + " lifetime, and pods of "
                    + Wording.count(accounts.size(), "account")
                    + " ("
                    + Wording.some(accounts)
                    + ") fail in between.")
            .not(
                CauseCode.ROTATION_STALL,
                "it refreshes every token, each of them about " + late.toSeconds() + " s late")
            .not(
                CauseCode.TOKEN_NOT_RELOADED,
                "the clients are served again as soon as the late refresh comes")
            .shows(Evidence.object(new ObjectRef("Node", "", node), "whose clock it is"));
    lifetimes.stream()
        .filter(l -> l.delay().isPresent())
        .limit(4)
        .forEach(l -> claim.shows(l.evidence().stream().limit(1).toList()));
    String name = Wording.name(node, "node");
    return Optional.of(
        claim
            .step(
                "ssh "
                    + name
                    + " 'date -u && timedatectl && chronyc tracking'  # against date -u here")
            .step(
                "ssh "
                    + name
                    + " sudo chronyc makestep  # jumps the clock, which databases on that node may"
                    + " mind; then find why the time service had lost it")
            .step(
                "ssh "
                    + name
                    + " sudo systemctl restart kubelet  # asks for all tokens anew; refreshes come at"
                    + " 80 % of the lifetime again when it worked")
            .in(subject));
  }

  private static Diagnosis ofServer(String server, List<Refusal> mine, Case subject) {
    TreeSet<String> accounts = new TreeSet<>();
    mine.stream().flatMap(r -> r.account().stream()).map(Account::toString).forEach(accounts::add);
    return new Claim(CauseCode.CLOCK_SKEW, Subject.ofOther("clock of the API server " + server))
        .explains(mine)
        .confidence(mine.size() >= SEVERAL ? 0.93 : 0.8)
        .says(
            "The API server that writes "
                + Wording.quote(server)
                + " calls fresh tokens"
                + (accounts.isEmpty() ? "" : " of " + Wording.some(accounts))
                + " not valid yet since "
                + Wording.utc(mine.get(0).at())
                + ": its clock is behind that of the one that issued them.")
        .not(
            CauseCode.TOKEN_NOT_RELOADED, "the tokens are not too old for this server, but too new")
        .not(CauseCode.SIGNING_KEY_CHANGED, "the API server speaks of time, not of a signature")
        .shows(mine.get(0).attributed().reasonEvidence().stream().limit(2).toList())
        .step("compare date -u on every control-plane machine, at the same moment")
        .step(
            "set the clock of the one that is behind (chronyc makestep), one machine at a time: etcd and"
                + " leases mind a jump")
        .step("no new 401s seconds after a TokenRequest show that it worked")
        .in(subject);
  }
}
