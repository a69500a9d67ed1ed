package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.model.CauseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausesTest {

  private static final Path PAGES = Path.of("src/main/java/io/tokentrail/diagnose");

  @Test
  void everyListedCauseHasItsClassAndPage() {
    List<String> forgotten = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      String name = Pages.name(cause.code());
      assertEquals(name, cause.getClass().getSimpleName());
      if (!Files.exists(PAGES.resolve(name + ".java"))) {
        forgotten.add(name + ".java");
      }
    }
    assertEquals(List.of(), forgotten);
  }

  @Test
  void everyPageTellsWhatAnOperatorNeeds() {
    List<String> poor = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      String name = Pages.name(cause.code());
      Map<String, String> sections = sections(Pages.text(cause.code()).orElse(""));
      if (!List.copyOf(sections.keySet()).equals(Pages.HEADINGS)) {
        poor.add(name + ".md has the headings " + sections.keySet());
        continue;
      }
      sections.forEach(
          (heading, text) -> {
            if (text.length() < 20) {
              poor.add(name + ".md: " + heading + " says nothing");
            }
          });
      if (!sections.get("How it is seen").contains("`")) {
        poor.add(name + ".md: How it is seen quotes no string as the logs have it");
      }
      if (CODES.stream().noneMatch(c -> c != cause.code() && names(sections, c))) {
        poor.add(name + ".md: Told from its look-alikes names no other cause");
      }
      if (!sections.get("Fix").matches("(?s)1\\. .*\\n2\\. .*\\n3\\. .*")) {
        poor.add(name + ".md: Fix has no three numbered steps");
      }
      if (!sections.get("Confirm by hand").contains("`") && cause.code() != CauseCode.UNEXPLAINED) {
        poor.add(name + ".md: Confirm by hand has no command, metric or line to look for");
      }
    }
    assertEquals(List.of(), poor);
  }

  private static final List<CauseCode> CODES = List.of(CauseCode.values());

  private static boolean names(Map<String, String> sections, CauseCode code) {
    return sections.get("Told from its look-alikes").contains(code.name());
  }

  private static Map<String, String> sections(String page) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String part : page.split("(?m)^## ", 0)) {
      int end = part.indexOf('\n');
      if (!part.startsWith("# ") && end > 0) {
        sections.put(part.substring(0, end).strip(), part.substring(end).strip());
      }
    }
    return sections;
  }

  @Test
  void everyCauseHasThreeFoundThreeQuietAndOneNotCheckedCase() {
    List<String> missing = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      String name = Pages.name(cause.code());
      Map<String, Integer> cases = new TreeMap<>();
      Story.of(name).forEach(s -> cases.merge(s.kind(), 1, Integer::sum));
      new TreeMap<>(Map.of("found", 3, "quiet", 3, "not-checked", 1))
          .forEach(
              (kind, wanted) -> {
                int have = cases.getOrDefault(kind, 0);
                if (have < wanted) {
                  missing.add(name + " lacks " + (wanted - have) + " more " + kind + "-*.story");
                }
              });
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void theStoriesCoverManyVersionsAndEveryPlatform() {
    Set<String> minors = new TreeSet<>();
    Set<String> platforms = new TreeSet<>();
    for (Cause cause : Causes.ALL) {
      for (Story story : Story.of(Pages.name(cause.code()))) {
        minors.add(story.version().split("\\.", 0)[1]);
        platforms.add(story.platform());
      }
    }
    assertEquals(
        Set.of("24", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36"), minors);
    assertEquals(Set.of("AKS", "EKS", "GKE", "OpenShift", "kubeadm"), platforms);
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
