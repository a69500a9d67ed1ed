package io.tokentrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The floors of the house: who may know whom. Ordinary tests, so that a rule cannot silently not
 * run.
 */
class ArchitectureTest {

  private static final List<String> STAGES =
      List.of(
          "ingest",
          "attribute",
          "rotate",
          "detect",
          "correlate",
          "diagnose",
          "inventory",
          "compare",
          "report",
          "evidence");
  private static final Path MAIN = Path.of("src/main/java/io/tokentrail");
  private static final Pattern POOR_NAME =
      Pattern.compile(".*(Manager|Helper|Utils?|Common|Base|Impl|Processor|Handler|Info|Data)");

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tokentrail");
    assertTrue(all.size() > 50, "the classes of the project are looked at");
  }

  @Test
  void theModelUsesJavaAlone() {
    classes()
        .that()
        .resideInAPackage("io.tokentrail.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.tokentrail.model..")
        .check(all);
  }

  @Test
  void aStageKnowsTheModelAndNoSibling() {
    for (String stage : STAGES) {
      String[] others =
          Stream.concat(STAGES.stream(), Stream.of("spark", "pipeline", "cli"))
              .filter(other -> !other.equals(stage))
              .map(other -> "io.tokentrail." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("io.tokentrail." + stage + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @Test
  void onlySparkAndThoseWhoOpenItsSessionImportSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.tokentrail.spark..", "io.tokentrail.pipeline..", "io.tokentrail.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(all);
  }

  @Test
  void jacksonLivesWhereBytesBecomeNounsAndNounsBecomeJson() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.tokentrail.ingest..", "io.tokentrail.report.json..", "io.tokentrail.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(all);
  }

  @Test
  void theClockIsLookedAtOnTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tokentrail.cli..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.lang.System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(all);
  }

  @Test
  void mainAloneExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.tokentrail.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(all);
  }

  @Test
  void noClassIsNamedForWhatItIsNot() {
    Set<String> poor = new TreeSet<>();
    for (JavaClass c : all) {
      if (c.isTopLevelClass() && POOR_NAME.matcher(c.getSimpleName()).matches()) {
        poor.add(c.getName());
      }
    }
    assertEquals(Set.of(), poor);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Set<String> silent = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(MAIN)) {
      for (Path dir : walk.filter(Files::isDirectory).toList()) {
        boolean code;
        try (Stream<Path> files = Files.list(dir)) {
          code = files.anyMatch(f -> f.toString().endsWith(".java"));
        }
        if (code && !Files.exists(dir.resolve("package-info.java"))) {
          silent.add(dir.toString());
        }
      }
    }
    assertEquals(Set.of(), silent);
  }

  @Test
  void noMainFileIsPastFourHundredLines() throws IOException {
    Set<String> long400 = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(MAIN)) {
      for (Path file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          long count = lines.count();
          if (count > 400) {
            long400.add(file + ": " + count);
          }
        }
      }
    }
    assertEquals(Set.of(), long400);
  }
}
