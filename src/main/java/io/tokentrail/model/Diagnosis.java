package io.tokentrail.model;

import java.time.Instant;
import java.util.List;

/**
 * A cause's claim: this happened to this subject, and it would explain these 401s. Several claims
 * may compete for one 401; settling them gives findings.
 *
 * @param cause the cause
 * @param subject what it is about
 * @param severity how bad
 * @param confidence 0..1, earned by the evidence; also the claim's weight where claims compete
 * @param firstSeen when it began; the first 401 at the latest
 * @param lastSeen its last sign
 * @param explains the 401s that it would explain; empty for hygiene
 * @param summary one or two plain sentences: what happened, to whom, since when
 * @param evidence what it rests on; never empty
 * @param remedy the operator's next steps with this case's names filled in
 * @param ruledOut causes that look alike, and what in this case speaks against each
 */
public record Diagnosis(
    CauseCode cause,
    Subject subject,
    Severity severity,
    double confidence,
    Instant firstSeen,
    Instant lastSeen,
    List<Attributed> explains,
    String summary,
    List<Evidence> evidence,
    List<String> remedy,
    List<Finding.Alternative> ruledOut) {

  /** Nothing looks like it. */
  public Diagnosis(
      CauseCode cause,
      Subject subject,
      Severity severity,
      double confidence,
      Instant firstSeen,
      Instant lastSeen,
      List<Attributed> explains,
      String summary,
      List<Evidence> evidence,
      List<String> remedy) {
    this(
        cause,
        subject,
        severity,
        confidence,
        firstSeen,
        lastSeen,
        explains,
        summary,
        evidence,
        remedy,
        List.of());
  }

  public Diagnosis {
    if (evidence.isEmpty() || summary.isEmpty()) {
      throw new IllegalArgumentException(
          "a diagnosis without evidence or words does not exist: " + cause);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies within 0..1: " + confidence);
    }
    explains = List.copyOf(explains);
    evidence = List.copyOf(evidence);
    remedy = List.copyOf(remedy);
    ruledOut = List.copyOf(ruledOut);
  }
}
