package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tokentrail.model.Account;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cause on its own small inputs: one where it is found, one where it is not there, one where
 * it cannot be looked for. {@code expect.txt} says which, and a line each of what must be said:
 * {@code subject:}, {@code explains:} (how many 401s), {@code says:}, {@code looked at:}, {@code
 * missing:}.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/io/tokentrail/diagnose");

  @TestFactory
  List<DynamicTest> eachCauseSaysWhatItsCasesExpect() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      for (String verdict : List.of("clear", "not-checked", "found")) {
        Path folder = CASES.resolve(Pages.name(cause.code())).resolve(verdict);
        tests.add(
            dynamicTest(Pages.name(cause.code()) + " " + verdict, () -> examine(cause, folder)));
      }
    }
    return tests;
  }

  private static void examine(Cause cause, Path folder) throws IOException {
    List<String> expected = Files.readAllLines(folder.resolve("expect.txt"));
    List<String> said = said(cause.examine(InMemory.read(folder)));
    assertEquals(expected.get(0), said.get(0), () -> String.join("\n", said));
    for (String line : expected.subList(1, expected.size())) {
      int colon = line.indexOf(": ");
      String key = line.substring(0, colon + 2);
      String words = line.substring(colon + 2);
      assertTrue(
          said.stream()
              .anyMatch(s -> s.startsWith(key) && s.substring(key.length()).contains(words)),
          () -> line + "\nwas not said; said was\n" + String.join("\n", said));
    }
  }

  private static List<String> said(Verdict verdict) {
    return verdict.fold(
        found -> {
          List<String> said = new ArrayList<>(List.of("found"));
          for (Diagnosis one : found.diagnoses()) {
            said.add("subject: " + text(one.subject()));
            said.add("explains: " + one.explains().size());
            said.add("says: " + one.summary());
          }
          return said;
        },
        clear -> List.of("clear", "looked at: " + clear.lookedAt()),
        missing -> List.of("not checked", "missing: " + missing.missing()));
  }

  private static String text(Subject subject) {
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
