package io.tokentrail.evidence;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Control.Status;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The controls that the input can say something about: evidence, not a statement of compliance. Ids
 * and titles are those of the CIS Kubernetes Benchmark 1.12 (Kubernetes 1.32 to 1.34).
 */
public final class Controls {

  static final String FRAMEWORK = "CIS Kubernetes Benchmark 1.12";

  /** References a control, as a finding's. */
  private static final int MOST_EVIDENCE = 10;

  /** Names told in one sentence. */
  private static final int MOST_NAMES = 5;

  private Controls() {}

  /** Every control, in the order of the table. */
  public static List<Control> of(Case c, List<Finding> findings) {
    return List.of(
            ExtendedTokens.check(c, findings),
            DefaultAccounts.check(c, findings),
            MountedTokens.check(c, findings))
        .stream()
        .sorted()
        .toList();
  }

  /** What a check found. */
  record Outcome(Status status, String observation, List<Evidence> evidence) {

    static Outcome missing(String what) {
      return new Outcome(Status.NOT_ASSESSED, what, List.of());
    }

    Control as(String id, String title, List<String> findings) {
      return new Control(
          FRAMEWORK,
          id,
          title,
          status,
          observation,
          findings,
          evidence.stream().distinct().limit(MOST_EVIDENCE).toList());
    }
  }

  static List<String> ids(List<Finding> findings, Set<CauseCode> causes) {
    return ids(findings, f -> causes.contains(f.diagnosis().cause()));
  }

  static List<String> ids(List<Finding> findings, Predicate<Finding> bearing) {
    return findings.stream().filter(bearing).map(Finding::id).toList();
  }

  /** {@code a, b and 3 more}. */
  static String names(Collection<?> all) {
    String first =
        all.stream()
            .sorted()
            .limit(MOST_NAMES)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return all.size() <= MOST_NAMES ? first : first + " and " + (all.size() - MOST_NAMES) + " more";
  }

  /** {@code 1 pod}, {@code 2 pods}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
