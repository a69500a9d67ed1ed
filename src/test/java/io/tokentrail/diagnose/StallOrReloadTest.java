package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The two that look alike from outside, a node that stopped refreshing and a program that does not
 * read again: where two tokens share a pod, and where both happen at once.
 */
class StallOrReloadTest {

  private static final Path CASES =
      Path.of("src/test/resources/io/tokentrail/diagnose/StallOrReload");
  private static final Set<CauseCode> PAIR =
      Set.of(CauseCode.ROTATION_STALL, CauseCode.TOKEN_NOT_RELOADED);

  @TestFactory
  List<DynamicTest> eachStoryHasTheCauseThatItTells() throws IOException {
    try (Stream<Path> stories = Files.list(CASES)) {
      return stories
          .sorted()
          .map(story -> dynamicTest(story.getFileName().toString(), () -> examine(story)))
          .toList();
    }
  }

  private static void examine(Path story) throws IOException {
    Case subject = InMemory.read(story);
    List<Finding> findings = Settlement.settle(subject.failures(), Causes.examine(subject));
    List<String> said =
        findings.stream()
            .filter(f -> PAIR.contains(f.diagnosis().cause()))
            .map(f -> f.diagnosis().cause() + " explains " + f.diagnosis().explains().size())
            .sorted()
            .toList();
    assertEquals(Files.readAllLines(story.resolve("expect.txt")), said);
  }
}
