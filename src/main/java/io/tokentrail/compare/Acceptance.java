package io.tokentrail.compare;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Exemption;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Exemptions.Judged;
import io.tokentrail.model.Exemptions.Status;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a user's exceptions against the findings of a run. */
public final class Acceptance {

  private Acceptance() {}

  /**
   * What each exception comes to.
   *
   * @param file the file as given
   * @param given what it holds
   * @param findings the findings of the run
   * @param verdicts what examining each cause came to: a cause that was not checked has no findings
   * @param today the day by which they are judged
   */
  public static Exemptions of(
      String file,
      List<Exemption> given,
      List<Finding> findings,
      Map<CauseCode, Verdict> verdicts,
      LocalDate today) {
    List<Judged> all = new ArrayList<>();
    for (Exemption exemption : given) {
      List<String> ids =
          findings.stream().filter(exemption::covers).map(Finding::id).sorted().toList();
      Status status =
          exemption.expired(today) ? Status.EXPIRED : ids.isEmpty() ? Status.UNUSED : Status.USED;
      all.add(new Judged(exemption, status, ids, ids.isEmpty() ? note(exemption, verdicts) : ""));
    }
    return new Exemptions(file, today, all);
  }

  private static String note(Exemption exemption, Map<CauseCode, Verdict> verdicts) {
    Optional<String> missing =
        exemption
            .cause()
            .flatMap(c -> Optional.ofNullable(verdicts.get(c)))
            .flatMap(
                v ->
                    v.fold(
                        found -> Optional.<String>empty(),
                        clear -> Optional.<String>empty(),
                        not -> Optional.of(not.missing())));
    return missing.map(m -> "its cause was not checked: needs " + m).orElse("");
  }
}
