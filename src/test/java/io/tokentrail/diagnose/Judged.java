package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all causes together say of a folder of input.
 *
 * @param subject the case
 * @param verdicts of each cause
 * @param findings what is left after they are settled
 */
record Judged(Case subject, Map<CauseCode, Verdict> verdicts, List<Finding> findings) {

  static Judged of(Path folder) {
    Case subject = InMemory.read(folder);
    Map<CauseCode, Verdict> verdicts = Causes.examine(subject);
    return new Judged(subject, verdicts, Settlement.settle(subject.failures(), verdicts));
  }

  List<Finding> of(CauseCode code) {
    return findings.stream().filter(f -> f.diagnosis().cause() == code).toList();
  }

  /** For a failed test's message. */
  String told() {
    return findings.stream()
            .map(
                f ->
                    f.diagnosis().cause()
                        + "  "
                        + text(f.diagnosis().subject())
                        + "  401s "
                        + f.diagnosis().explains().size()
                        + "  "
                        + f.diagnosis().severity().code()
                        + "  "
                        + f.diagnosis().confidence()
                        + "\n    "
                        + f.diagnosis().summary()
                        + "\n    evidence "
                        + f.diagnosis().evidence().stream()
                            .map(e -> e.reference() + " (" + e.says() + ")")
                            .toList()
                        + "\n    alternatives "
                        + f.alternatives()
                        + "\n    remedy "
                        + String.join("\n           ", f.diagnosis().remedy()))
            .collect(Collectors.joining("\n", "said was:\n", "\n"))
        + subject.facts().rejected();
  }

  static String text(Subject subject) {
    if (subject.object().isPresent()) {
      return subject.object().map(ObjectRef::toString).orElseThrow();
    }
    if (!subject.pod().isEmpty()) {
      return "pod " + subject.pod();
    }
    if (!subject.node().isEmpty()) {
      return "node " + subject.node();
    }
    if (subject.account().isPresent()) {
      return "account " + subject.account().map(Account::toString).orElseThrow();
    }
    return subject.other().isEmpty() ? "everything" : subject.other();
  }
}
