package io.tokentrail.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.report.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator is told to type: it parses, it is said what it risks, and nobody else wrote it.
 */
class RemediesTest {

  /** Commands that change something; whoever reads them at night is told what they cost. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\b(delete|label|patch|restart|makestep|create|approve|drain|apply|scale)\\b");

  private static final Pattern TELLS_SUCCESS =
      Pattern.compile("worked|once it works|stays? behind|for good|stands still");

  /** What an attacker would like to see in somebody's shell. */
  private static final List<String> HOSTILE =
      List.of(
          "cart; rm -rf /",
          "$(reboot)",
          "`id`",
          "it's",
          "\"quoted\"",
          "two\nlines",
          "\u202etxt.exe",
          "a b",
          "-o=yaml",
          "../../etc",
          "x|sh",
          "x&y",
          "x>y",
          "caf\u00e9",
          "Cart");

  @TempDir Path folder;

  private static List<Diagnosis> found() {
    List<Diagnosis> all = new ArrayList<>();
    for (Cause cause : Causes.ALL) {
      for (Story story : Story.of(Pages.name(cause.code()))) {
        if (story.kind().equals("found")) {
          Judged.of(story.write().folder()).findings().stream()
              .map(Finding::diagnosis)
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  @Test
  void everyCommandParsesAndSaysWhatItRisks() throws Exception {
    List<String> commands = new ArrayList<>();
    List<String> poor = new ArrayList<>();
    for (Diagnosis one : found()) {
      if (one.remedy().size() != 3) {
        poor.add(one.cause() + " has " + one.remedy().size() + " steps");
      }
      if (!TELLS_SUCCESS.matcher(String.join(" ", one.remedy())).find()) {
        poor.add(one.cause() + " does not say when it worked: " + one.remedy());
      }
      for (String text : one.remedy()) {
        Step step = Step.of(text);
        if (!step.command().isEmpty()) {
          commands.add(step.command());
          boolean told = !step.words().isEmpty() || !step.note().isEmpty();
          if (CHANGES.matcher(step.command()).find() && !told) {
            poor.add(one.cause() + " does not say what this does: " + text);
          }
          if (step.command().matches(".*<[a-z].*")) {
            poor.add(one.cause() + " has a placeholder that a shell reads as a file: " + text);
          }
        }
      }
    }
    assertEquals(List.of(), poor.stream().distinct().toList());
    assertEquals(List.of(), broken(commands));
  }

  /** Those that {@code bash -n} does not accept. */
  private List<String> broken(List<String> commands) throws IOException, InterruptedException {
    List<String> distinct = commands.stream().distinct().toList();
    assertTrue(distinct.size() > 40, "commands were found in the remedies");
    for (int i = 0; i < distinct.size(); i++) {
      Files.writeString(folder.resolve(i + ".sh"), distinct.get(i) + "\n");
    }
    Process bash =
        new ProcessBuilder(
                "bash", "-c", "for f in *.sh; do bash -n \"$f\" 2>/dev/null || echo \"$f\"; done")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), out);
    return out.lines()
        .map(name -> distinct.get(Integer.parseInt(name.replace(".sh", ""))))
        .toList();
  }

  @Test
  void aNameOutsideOfKubernetesGrammarNeverEntersACommand() throws IOException {
    Map<String, String> names = new TreeMap<>();
    List<String> entered = new ArrayList<>();
    int number = 0;
    for (Cause cause : Causes.ALL) {
      for (Story story : Story.of(Pages.name(cause.code()))) {
        boolean minted = story.sections().toString().contains("{{");
        if (!story.kind().equals("found") || minted) {
          continue;
        }
        Story.Written plain = story.write();
        for (Diagnosis one : diagnoses(plain.folder(), cause.code())) {
          for (String name : names(one)) {
            String hostile = HOSTILE.get(number++ % HOSTILE.size());
            Story other = story.named(story.name() + "-hostile-" + number);
            Path written = other.write().folder();
            replace(written, name, hostile);
            for (Diagnosis said : diagnoses(written, cause.code())) {
              for (String text : said.remedy()) {
                String command = Step.of(text).command();
                if (!command.isEmpty() && command.contains(hostile)) {
                  entered.add(story.name() + " " + hostile + " in " + text);
                }
              }
              names.put(cause.code() + " " + hostile, name);
            }
          }
        }
      }
    }
    assertEquals(List.of(), entered);
    assertTrue(names.size() > 60, () -> "hostile names were met: " + names);
  }

  private static List<Diagnosis> diagnoses(Path folder, CauseCode code) {
    return Judged.of(folder).of(code).stream().map(Finding::diagnosis).toList();
  }

  /** Names of this case in its commands. */
  private static Set<String> names(Diagnosis one) {
    Set<String> names = new LinkedHashSet<>();
    one.subject().account().ifPresent(a -> names.addAll(List.of(a.namespace(), a.name())));
    one.subject().object().ifPresent(o -> names.add(o.name()));
    Stream.of(one.subject().pod(), one.subject().node())
        .filter(n -> !n.isEmpty())
        .forEach(names::add);
    names.removeIf(n -> one.remedy().stream().noneMatch(r -> r.contains(n)));
    return names;
  }

  /** As whole words of every file, escaped as JSON has it; names of log lines are not escaped. */
  private static void replace(Path folder, String name, String hostile) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(hostile));
        Files.writeString(
            file,
            text.replaceAll(
                "(?<![a-z0-9-])" + Pattern.quote(name) + "(?![a-z0-9-])",
                Matcher.quoteReplacement(escaped)));
      }
    }
  }

  @Test
  void whateverANameIsAShellReadsItAsOneWordOrStops() {
    Pattern safe = Pattern.compile("[a-z0-9.-]+|\"\\$\\{[A-Z_]+:\\?\\}\"");
    qt().forAll(strings().allPossible().ofLengthBetween(0, 300))
        .check(name -> safe.matcher(Wording.name(name, "service-account")).matches());
    qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 12))
        .check(name -> safe.matcher(Wording.name(name, "pod")).matches());
    for (String hostile : HOSTILE) {
      assertEquals("\"${POD:?}\"", Wording.name(hostile, "pod"));
    }
    assertEquals("cart-5d8.example", Wording.name("cart-5d8.example", "pod"));
  }
}
