package io.tokentrail.diagnose;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Puts a diagnosis together: what happened, to whom, which 401s it explains, and on what it rests.
 */
final class Claim {

  /** As many references as findings.csv lists. */
  private static final int EVIDENCE = 10;

  /** What is left to a cause that was ruled out: evidence may mislead. */
  private static final double RULED_OUT = 0.03;

  /** A candidate without its decisive input. */
  private static final double CANDIDATE = 0.1;

  /** A sender that was refused this close to the end of the log is taken to be failing still. */
  private static final Duration STILL = Duration.ofMinutes(10);

  /** From here on a failing sender makes a critical finding. */
  private static final int MANY = 50;

  private final CauseCode cause;
  private final Subject subject;
  private final List<Attributed> explains = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<String> remedy = new ArrayList<>();
  private final List<Finding.Alternative> ruledOut = new ArrayList<>();
  private Optional<Instant> began = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Severity> severity = Optional.empty();
  private double confidence = 0.5;
  private String summary = "";

  Claim(CauseCode cause, Subject subject) {
    this.cause = cause;
    this.subject = subject;
  }

  Claim explains(Collection<Refusal> refusals) {
    refusals.stream().map(Refusal::attributed).forEach(explains::add);
    return this;
  }

  Claim explainsProxied(Collection<Attributed> failures) {
    explains.addAll(failures);
    return this;
  }

  /** When it began, where that was before the first 401. */
  Claim began(Instant time) {
    began = Optional.of(began.filter(b -> b.isBefore(time)).orElse(time));
    return this;
  }

  Claim ended(Instant time) {
    ended = Optional.of(ended.filter(e -> e.isAfter(time)).orElse(time));
    return this;
  }

  Claim confidence(double value) {
    confidence = value;
    return this;
  }

  /** Fixes the severity; else it follows from how many 401s there are and whether they go on. */
  Claim severity(Severity value) {
    severity = Optional.of(value);
    return this;
  }

  Claim says(String sentence) {
    summary = sentence;
    return this;
  }

  Claim shows(Evidence reference) {
    evidence.add(reference);
    return this;
  }

  Claim shows(Collection<Evidence> references) {
    evidence.addAll(references);
    return this;
  }

  Claim step(String command) {
    remedy.add(command);
    return this;
  }

  /** A cause that looks alike, and what in this case speaks against it. */
  Claim not(CauseCode other, String why) {
    ruledOut.add(new Finding.Alternative(other, RULED_OUT, "ruled out: " + why));
    return this;
  }

  /** Causes that the evidence leaves open, and the input that would decide between them. */
  Claim open(List<CauseCode> candidates, String decides) {
    for (CauseCode one : candidates) {
      ruledOut.add(
          new Finding.Alternative(one, CANDIDATE, "possible; would be decided by " + decides));
    }
    return this;
  }

  Diagnosis in(Case case0) {
    List<Attributed> sorted = explains.stream().sorted().distinct().toList();
    Instant end = end(case0);
    Instant first = sorted.isEmpty() ? began.orElse(end) : sorted.get(0).failure().receivedAt();
    Instant last =
        sorted.isEmpty()
            ? ended.orElse(first)
            : sorted.get(sorted.size() - 1).failure().receivedAt();
    Instant from = began.filter(b -> b.isBefore(first)).orElse(first);
    Instant to = ended.filter(e -> e.isAfter(last)).orElse(last);
    return new Diagnosis(
        cause,
        subject,
        severity.orElseGet(() -> gravity(sorted.size(), last, end)),
        confidence,
        from,
        to.isBefore(from) ? from : to,
        sorted,
        summary,
        references(sorted),
        remedy,
        ruledOut);
  }

  /** The decisive references first, then the first and the last 401. */
  private List<Evidence> references(List<Attributed> sorted) {
    List<Evidence> all =
        new ArrayList<>(
            evidence.stream()
                .distinct()
                .limit(sorted.isEmpty() ? EVIDENCE : EVIDENCE - 2)
                .toList());
    if (!sorted.isEmpty()) {
      all.add(refused(sorted.get(0), "the first 401 of it"));
    }
    if (sorted.size() > 1) {
      all.add(refused(sorted.get(sorted.size() - 1), "the last 401 of it"));
    }
    return all;
  }

  private static Evidence refused(Attributed one, String says) {
    return one.failure().auditId().isEmpty()
        ? Evidence.at(one.failure().place(), says)
        : Evidence.audit(one.failure().auditId(), says);
  }

  private static Severity gravity(int failures, Instant last, Instant end) {
    boolean still = !last.isBefore(end.minus(STILL));
    if (still && failures >= MANY) {
      return Severity.CRITICAL;
    }
    if (failures >= MANY || (still && failures >= 5)) {
      return Severity.HIGH;
    }
    return failures >= 5 ? Severity.MEDIUM : Severity.LOW;
  }

  /** The end of the audit log; without one, the newest time in the input. */
  static Instant end(Case case0) {
    return case0
        .facts()
        .audit()
        .span()
        .map(s -> s.to())
        .or(() -> case0.facts().newest())
        .orElse(Instant.EPOCH);
  }
}
