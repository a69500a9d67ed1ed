package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import io.tokentrail.model.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {

  @Test
  void theWorstFindingIsTheSentence() {
    assertEquals(
        "Token rotation stopped on node worker-07 from 01:09 to 02:29 UTC. 470 requests refused.",
        new Headline(Reports.sample()).sentence());
  }

  @Test
  void nothingFoundSaysHowMuchWasLookedAt() {
    assertEquals(
        "No refused request in 1 514 159 events.", new Headline(Reports.quiet()).sentence());
  }

  @Test
  void everyCauseAndSubjectFitsAndNamesNoCode() {
    Report sample = Reports.sample();
    Finding worst = new Headline(sample).worst().orElseThrow();
    List<Subject> subjects =
        List.of(
            Subject.ALL,
            Subject.ofNode("ip-10-0-0-1.eu-central-1.compute.internal"),
            Subject.ofOther("x".repeat(300)),
            Subject.of(new io.tokentrail.model.Account("n".repeat(63), "a".repeat(253))));
    for (CauseCode cause : CauseCode.values()) {
      for (Subject subject : subjects) {
        Diagnosis d = worst.diagnosis();
        Finding other =
            new Finding(
                worst.id(),
                new Diagnosis(
                    cause,
                    subject,
                    d.severity(),
                    d.confidence(),
                    d.firstSeen(),
                    d.lastSeen(),
                    d.explains(),
                    d.summary(),
                    d.evidence(),
                    d.remedy()),
                List.of());
        String sentence = new Headline(with(sample, List.of(other))).sentence();

        assertTrue(sentence.length() <= Headline.LONGEST, sentence);
        assertFalse(sentence.contains(cause.name()), sentence);
      }
    }
  }

  private static Report with(Report r, List<Finding> findings) {
    return Reports.finding(r, findings);
  }
}
