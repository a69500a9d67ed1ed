package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left: each sender's 401s that no other cause explains. It bids the least for every 401,
 * says what was told about them, and which input would decide.
 */
final class Unexplained implements Cause {

  /** Less than any other cause bids; no number that a reader sees. */
  private static final double LEAST = 0.01;

  private static final int NOTABLE = 20;

  @Override
  public CauseCode code() {
    return CauseCode.UNEXPLAINED;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Optional<Verdict> blind = Refusals.blind(subject);
    if (blind.isPresent()) {
      return blind.get();
    }
    Map<String, List<Refusal>> senders = new TreeMap<>();
    for (Refusal refusal : refusals) {
      senders.computeIfAbsent(refusal.sender(), s -> new ArrayList<>()).add(refusal);
    }
    if (senders.isEmpty()) {
      return new Verdict.Clear("no 401 of this API server is left without a cause");
    }
    List<String> wanted = wanted(subject);
    List<Diagnosis> found = new ArrayList<>();
    senders.forEach((sender, mine) -> found.add(diagnose(mine, wanted, subject)));
    return new Verdict.Found(found);
  }

  /** The inputs that would decide most, as far as they are missing. */
  private static List<String> wanted(Case subject) {
    List<String> wanted = new ArrayList<>();
    if (!ServerLog.given(subject)) {
      wanted.add("the kube-apiserver log of that time (it says why each credential was refused)");
    }
    if (subject.facts().snapshots().isEmpty()) {
      wanted.add("a snapshot of pods, service accounts, secrets and nodes");
    }
    if (subject.facts().audit().tokenRequests().isEmpty()) {
      wanted.add("an audit policy that logs serviceaccounts/token");
    }
    if (!subject.facts().hasLogOf("kubelet")) {
      wanted.add("the kubelet's log of the sender's node");
    }
    if (wanted.isEmpty()) {
      wanted.add("the token that the sender uses (its claims say whose and until when)");
    }
    return wanted;
  }

  private static Diagnosis diagnose(List<Refusal> mine, List<String> wanted, Case subject) {
    Refusal first = mine.get(0);
    String who =
        first
            .account()
            .map(a -> a.toString())
            .orElseGet(
                () -> first.address() + ", which calls itself " + Wording.quote(first.agent()));
    Optional<Reason> told = mine.stream().filter(Refusal::told).map(Refusal::reason).findFirst();
    return new Claim(
            CauseCode.UNEXPLAINED,
            first
                .account()
                .map(Subject::of)
                .orElseGet(() -> Subject.ofOther("unexplained " + first.sender())))
        .explains(mine)
        .severity(mine.size() >= NOTABLE ? Severity.MEDIUM : Severity.LOW)
        .confidence(LEAST)
        .says(
            "No cause reaches its bar for 401s of "
                + who
                + told.map(t -> "; the API server said " + words(t, mine)).orElse("")
                + ". What would decide: "
                + String.join("; ", wanted)
                + ".")
        .shows(
            Evidence.at(
                first.attributed().failure().place(),
                candidates(mine).isEmpty()
                    ? "nothing else in the input speaks of it"
                    : "candidates: " + candidates(mine)))
        .open(open(mine), wanted.get(0))
        .step("collect " + wanted.get(0) + " and run the analysis again with it")
        .step(
            "look at the sender itself meanwhile, by address and agent: which program is it, and does its"
                + " own log say which credential it sends?")
        .step("it worked when this finding goes and one with a cause stands in its place")
        .in(subject);
  }

  /** Its own words where they fit none of the reasons that are told apart. */
  private static String words(Reason told, List<Refusal> mine) {
    return told == Reason.OTHER
        ? mine.stream()
            .filter(r -> r.told() && r.reason() == told)
            .map(r -> Wording.quote(r.text()))
            .findFirst()
            .orElse(told.code())
        : told.code();
  }

  private static String candidates(List<Refusal> mine) {
    return String.join(", ", open(mine).stream().map(CauseCode::name).toList());
  }

  /** What the told reasons and the circumstances leave open. */
  private static List<CauseCode> open(List<Refusal> mine) {
    boolean known = mine.get(0).account().isPresent();
    return switch (mine.get(0).reason()) {
      case EXPIRED ->
          List.of(CauseCode.ROTATION_STALL, CauseCode.TOKEN_NOT_RELOADED, CauseCode.CLOCK_SKEW);
      case NOT_YET_VALID -> List.of(CauseCode.CLOCK_SKEW);
      case SIGNATURE, UNRECOGNISED ->
          List.of(CauseCode.SIGNING_KEY_CHANGED, CauseCode.UNKNOWN_TOKEN);
      case UNKNOWN ->
          known
              ? List.of(
                  CauseCode.TOKEN_NOT_RELOADED,
                  CauseCode.AUDIENCE_MISMATCH,
                  CauseCode.BOUND_OBJECT_GONE)
              : List.of(
                  CauseCode.UNKNOWN_TOKEN,
                  CauseCode.NO_CREDENTIALS,
                  CauseCode.CLIENT_CERT_REJECTED);
      default -> List.of(CauseCode.UNKNOWN_TOKEN);
    };
  }
}
