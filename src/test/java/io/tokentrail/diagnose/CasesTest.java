package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tokentrail.model.Case;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Causes on input as it comes, where a {@link Story} cannot tell it: folders {@code found}, {@code
 * clear} and {@code not-checked}, as many as wanted ({@code found-another}). {@code expect.txt}
 * says which, and a line each of what must be said: {@code subject:}, {@code explains:} (how many
 * 401s), {@code says:}, {@code looked at:}, {@code missing:}.
 */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/io/tokentrail/diagnose");

  @TestFactory
  List<DynamicTest> eachCauseSaysWhatItsCasesExpect() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      for (Path folder : folders(Pages.name(cause.code()))) {
        tests.add(
            dynamicTest(
                Pages.name(cause.code()) + " " + folder.getFileName(),
                () -> examine(cause, folder)));
      }
    }
    return tests;
  }

  /** The cases of a cause that are folders. */
  static List<Path> folders(String cause) {
    try (Stream<Path> all = Files.list(CASES.resolve(cause))) {
      return all.filter(f -> Files.exists(f.resolve("expect.txt"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void examine(Cause cause, Path folder) throws IOException {
    List<String> expected = Files.readAllLines(folder.resolve("expect.txt"));
    List<String> said = said(examined(cause, InMemory.read(folder)));
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

  private static Verdict examined(Cause cause, Case subject) {
    return cause.examine(subject, Refusals.of(subject));
  }

  private static List<String> said(Verdict verdict) {
    return verdict.fold(
        found -> {
          List<String> said = new ArrayList<>(List.of("found"));
          for (Diagnosis one : found.diagnoses()) {
            said.add("subject: " + Judged.text(one.subject()));
            said.add("explains: " + one.explains().size());
            said.add("says: " + one.summary());
          }
          return said;
        },
        clear -> List.of("clear", "looked at: " + clear.lookedAt()),
        missing -> List.of("not checked", "missing: " + missing.missing()));
  }
}
