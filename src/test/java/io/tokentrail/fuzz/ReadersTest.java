package io.tokentrail.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader against damaged inputs, briefly: the same ones in each build. {@code -Dfuzz.runs=N}
 * makes it longer, {@code -Dfuzz.seed=N} other ones; {@code mvn -Pfuzz} lets Jazzer look for them.
 */
class ReadersTest {

  private static final int RUNS = Integer.getInteger("fuzz.runs", 300);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** Inputs that broke a reader once, by reader. */
  private static final Path BROKE = Path.of("src/test/resources/io/tokentrail/fuzz");

  @ParameterizedTest
  @EnumSource
  void noDamageBreaksAReader(Target target) throws IOException {
    List<byte[]> seeds = Seeds.of(target);
    assertFalse(seeds.isEmpty());
    AtomicReference<byte[]> last = new AtomicReference<>(new byte[0]);
    assertTimeoutPreemptively(
        Duration.ofSeconds(120 + RUNS / 50),
        () -> {
          seeds.forEach(seed -> attack(target, seed, last));
          Mutations mutations = new Mutations(SEED);
          for (int i = 0; i < RUNS; i++) {
            attack(target, mutations.next(seeds), last);
          }
        },
        () -> target + " hangs at " + HexFormat.of().formatHex(last.get()));
  }

  @ParameterizedTest
  @EnumSource
  void whatBrokeAReaderOnceDoesSoNoMore(Target target) throws IOException {
    Path folder = BROKE.resolve(target.name().toLowerCase(Locale.ROOT));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        attack(target, Files.readAllBytes(file), new AtomicReference<>());
      }
    }
  }

  private static void attack(Target target, byte[] input, AtomicReference<byte[]> last) {
    last.set(input);
    try {
      target.attack(input);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError(target + " at " + HexFormat.of().formatHex(input), e);
    }
  }
}
