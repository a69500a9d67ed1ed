package io.tokentrail.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Jazzer calls: the reader is chosen by the system property {@code fuzz.reader}; {@code
 * fuzz.folder} is where the corpus and the findings are. The last line says what a run was.
 */
public final class Fuzz {

  private static Target target = Target.SKIMMER;
  private static long start;
  private static long executions;

  private Fuzz() {}

  /** Loads what a run needs, so that no time limit covers it. */
  public static void fuzzerInitialize() throws IOException {
    target = Target.valueOf(System.getProperty("fuzz.reader", "skimmer").toUpperCase(Locale.ROOT));
    Seeds.of(target).forEach(target::attack);
    start = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(Fuzz::summary));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    executions++;
    target.attack(input);
  }

  private static void summary() {
    Path folder = Path.of(System.getProperty("fuzz.folder", "target/fuzz"));
    System.err.printf(
        "FUZZED %s: %d executions in %d s, %d files in the corpus, %d findings%n",
        target,
        executions,
        (System.nanoTime() - start) / 1_000_000_000,
        count(folder.resolve("corpus"), name -> true),
        count(folder, name -> name.matches("(crash|timeout|oom|slow-unit)-.*")));
  }

  private static long count(Path folder, Predicate<String> name) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> name.test(f.getFileName().toString())).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
