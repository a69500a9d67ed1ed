package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every story: what is found is found with its subject, number of 401s, severity, confidence and
 * decisive lines, and nothing else is said; what is quiet is not said, and what it is instead is.
 */
class StoriesTest {

  @TestFactory
  List<DynamicTest> eachStorySaysWhatItExpects() {
    String only = System.getProperty("story", "");
    List<DynamicTest> tests = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      for (Story story : Story.of(Pages.name(cause.code()))) {
        if (story.name().contains(only)) {
          tests.add(dynamicTest(story.name(), () -> examine(cause.code(), story)));
        }
      }
    }
    return tests;
  }

  private static void examine(CauseCode code, Story story) {
    assertTrue(!story.prose().isEmpty(), "a story tells what happened");
    Story.Written written = story.write();
    Judged judged = Judged.of(written.folder());
    switch (story.kind()) {
      case "found" -> found(code, story, judged, written);
      case "quiet" -> quiet(code, story, judged);
      default -> {
        String said =
            judged
                .verdicts()
                .get(code)
                .fold(f -> "found", c -> "clear: " + c.lookedAt(), Verdict.NotChecked::missing);
        assertTrue(said.contains(story.first("missing")), () -> said + "\n" + judged.told());
        assertTrue(!story.first("missing").isEmpty(), "missing: which input would decide");
      }
    }
  }

  private static void found(CauseCode code, Story story, Judged judged, Story.Written written) {
    List<Finding> mine = judged.of(code);
    assertEquals(
        story.expected().stream().filter(l -> l.key().equals("found")).count(),
        mine.size(),
        judged::told);
    Set<String> besides = new TreeSet<>(list(story.first("besides")));
    besides.add(code.name());
    assertEquals(besides, codes(judged, besides), judged::told);
    for (String key : List.of("found", "401s", "severity", "confidence")) {
      assertTrue(!story.first(key).isEmpty(), key + ": is to be said by a found story");
    }
    assertTrue(!written.marked().isEmpty(), "the decisive line is to be marked with >");
    if (code.failure()) {
      mine.forEach(f -> otherwise(f, judged));
    }
    Finding current = null;
    for (Story.Line line : story.expected()) {
      if (line.key().equals("found")) {
        current =
            mine.stream()
                .filter(f -> Judged.text(f.diagnosis().subject()).equals(line.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + "\n" + judged.told()));
      } else if (current != null) {
        check(line, current, judged);
      }
    }
    for (Set<String> marked : written.marked()) {
      assertTrue(
          mine.stream()
              .flatMap(f -> f.diagnosis().evidence().stream())
              .anyMatch(e -> marked.stream().anyMatch(m -> refers(e.reference(), m))),
          () -> "not among the evidence: " + marked + "\n" + judged.told());
    }
  }

  /** What looks like it, and why it is not: a failure finding without is only half an answer. */
  private static void otherwise(Finding finding, Judged judged) {
    assertTrue(!finding.alternatives().isEmpty(), judged::told);
    for (Finding.Alternative other : finding.alternatives()) {
      assertTrue(other.cause() != finding.diagnosis().cause(), judged::told);
      assertTrue(
          other.why().startsWith("ruled out: ")
              || other.why().startsWith("less sure, would explain ")
              || other.why().startsWith("possible; would be decided by "),
          judged::told);
    }
  }

  private static boolean refers(String reference, String marked) {
    return reference.equals(marked) || reference.endsWith("/" + marked);
  }

  private static void check(Story.Line line, Finding finding, Judged judged) {
    Diagnosis said = finding.diagnosis();
    String value = line.value();
    boolean holds =
        switch (line.key()) {
          case "401s" -> said.explains().size() == Integer.parseInt(value);
          case "severity" -> said.severity().code().equals(value);
          case "confidence" -> within(value, said.confidence());
          case "says" -> said.summary().contains(value);
          case "remedy" -> said.remedy().stream().anyMatch(r -> r.contains(value));
          case "runner-up" ->
              finding.alternatives().stream().anyMatch(a -> a.cause().name().equals(value));
          default -> true;
        };
    assertTrue(holds, () -> line + "\n" + judged.told());
  }

  private static boolean within(String band, double value) {
    String[] ends = band.split("\\.\\.", 0);
    return ends.length == 1
        ? Math.abs(Double.parseDouble(band) - value) < 0.005
        : value >= Double.parseDouble(ends[0]) && value <= Double.parseDouble(ends[1]);
  }

  private static void quiet(CauseCode code, Story story, Judged judged) {
    assertEquals(List.of(), judged.of(code), judged::told);
    boolean clear = judged.verdicts().get(code).fold(f -> true, c -> true, n -> false);
    assertTrue(clear, () -> "it was not looked for: " + judged.verdicts().get(code));
    String instead = story.first("instead");
    assertTrue(!instead.isEmpty(), "instead: what is said, or nothing");
    Set<String> others = new TreeSet<>(list(instead));
    assertEquals(others, codes(judged, others), judged::told);
  }

  /** A story's few lines are mostly gaps: what the log cannot show is told of only where asked. */
  private static Set<String> codes(Judged judged, Set<String> expected) {
    Set<String> codes = new TreeSet<>();
    judged.findings().forEach(f -> codes.add(f.diagnosis().cause().name()));
    if (!expected.contains(CauseCode.LOG_GAP.name())) {
      codes.remove(CauseCode.LOG_GAP.name());
    }
    return codes;
  }

  private static List<String> list(String text) {
    return text.isEmpty() || text.equals("nothing") ? List.of() : Arrays.asList(text.split(", *"));
  }
}
