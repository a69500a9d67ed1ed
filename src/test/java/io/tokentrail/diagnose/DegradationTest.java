package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tokentrail.model.Account;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every found story with one kind of input taken away: what is still claimed was claimed before;
 * what is not is unexplained, with what would decide, or not checked. No input's absence makes
 * another cause of it.
 */
class DegradationTest {

  /** A kind of input, and a story without it. */
  private record Loss(String of, UnaryOperator<Story> without) {}

  private static final List<Loss> LOSSES =
      List.of(
          new Loss("audit log", s -> s.without("audit.log")),
          new Loss("snapshots", s -> s.without("cluster")),
          new Loss(
              "API server log", s -> s.without("kube-apiserver.log").strip("because=\\S.*", "")),
          new Loss("kubelet log", s -> s.without("kubelet-")),
          new Loss("token files", s -> s.without("token-files")),
          new Loss("tokens", s -> s.without("tokens/")),
          new Loss("TokenRequests", s -> s.drop(".* token \\S+/\\S+ \\d+.*")),
          new Loss(
              "bodies of requests", s -> s.strip(" (ttl|aud)=\\S+", "").strip(" set\\.\\S+", "")),
          new Loss("authenticator's look-ups", s -> s.strip(" seeks=\\S+", "")),
          new Loss("writes", s -> s.drop(".* (delete|create|patch|update) \\S+ \\d+.*")),
          new Loss("accepted requests", s -> s.drop(".* \\S+/\\S+ (list|get|patch) \\S+ 200.*")),
          new Loss("401s' stage", s -> s.drop(".* (nobody .*|.*started)")),
          new Loss("pods of requests", s -> s.strip(" (pod|jti)=\\S+", "")));

  @TestFactory
  List<DynamicTest> whatIsMissingMakesNothingElseTrue() {
    String only = System.getProperty("story", "");
    List<DynamicTest> tests = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      for (Story story : Story.of(Pages.name(cause.code()))) {
        if (story.kind().equals("found") && story.name().contains(only)) {
          tests.add(dynamicTest(story.name(), () -> degrade(cause.code(), story)));
        }
      }
    }
    return tests;
  }

  private static void degrade(CauseCode code, Story story) {
    Judged whole = Judged.of(story.write().folder());
    List<String> wrong = new ArrayList<>();
    for (Loss loss : LOSSES) {
      Story less = loss.without().apply(story).named(story.name() + "-without-" + loss.of());
      if (less.sections().equals(story.sections())) {
        continue;
      }
      Judged judged = Judged.of(less.write().folder());
      Set<String> failures = failures(judged);
      failures.removeAll(failures(whole));
      failures.remove(CauseCode.UNEXPLAINED.name());
      if (!failures.isEmpty()) {
        wrong.add("without " + loss.of() + ": " + failures + "\n" + judged.told());
      }
      Set<String> accounts = accounts(judged);
      accounts.removeAll(accounts(whole));
      accounts.removeIf(a -> whole.told().contains(a));
      if (!accounts.isEmpty()) {
        wrong.add("without " + loss.of() + " it is about " + accounts + "\n" + judged.told());
      }
      Verdict verdict = judged.verdicts().get(code);
      boolean clear =
          verdict.fold(f -> false, c -> !c.lookedAt().contains("not in the input"), n -> false);
      if (clear && judged.of(CauseCode.UNEXPLAINED).isEmpty()) {
        wrong.add("without " + loss.of() + " all is well: " + verdict);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static Set<String> failures(Judged judged) {
    return judged.findings().stream()
        .map(f -> f.diagnosis().cause())
        .filter(CauseCode::failure)
        .map(CauseCode::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> accounts(Judged judged) {
    return judged.findings().stream()
        .map(f -> f.diagnosis())
        .filter(d -> d.cause().failure() && d.cause() != CauseCode.UNEXPLAINED)
        .map(Diagnosis::subject)
        .flatMap(s -> s.account().stream())
        .map(Account::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
