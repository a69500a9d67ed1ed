package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.model.CauseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausesTest {

  private static final Path CODE = Path.of("src/main/java/io/tokentrail/diagnose");
  private static final Path PAGES = Path.of("src/main/java/io/tokentrail/diagnose");
  private static final Path CASES = Path.of("src/test/resources/io/tokentrail/diagnose");

  @Test
  void everyListedCauseHasItsClassPageAndThreeCases() {
    List<String> forgotten = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      String name = Pages.name(cause.code());
      assertEquals(name, cause.getClass().getSimpleName());
      if (!Files.exists(CODE.resolve(name + ".java"))) {
        forgotten.add(name + ".java");
      }
      String page = Pages.text(cause.code()).orElse("");
      for (String heading : Pages.HEADINGS) {
        if (!page.contains("\n## " + heading + "\n")) {
          forgotten.add(name + ".md: " + heading);
        }
      }
      for (String verdict : List.of("found", "clear", "not-checked")) {
        if (!Files.exists(CASES.resolve(name).resolve(verdict).resolve("expect.txt"))) {
          forgotten.add(name + "/" + verdict + "/expect.txt");
        }
      }
    }
    assertEquals(List.of(), forgotten);
  }

  @Test
  void everyPageBelongsToAListedCause() throws IOException {
    List<String> listed = Causes.ALL.stream().map(c -> Pages.name(c.code()) + ".md").toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<String> unlisted =
          pages
              .map(p -> p.getFileName().toString())
              .filter(n -> n.endsWith(".md") && !listed.contains(n))
              .toList();
      assertEquals(List.of(), unlisted);
    }
  }

  @Test
  void causesAreListedOnceAndInOrder() {
    List<CauseCode> codes = Causes.ALL.stream().map(Cause::code).toList();
    assertEquals(codes.stream().sorted().distinct().toList(), codes);
  }
}
