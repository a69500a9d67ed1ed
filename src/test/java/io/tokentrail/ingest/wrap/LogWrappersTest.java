package io.tokentrail.ingest.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.ingest.source.Sketch;
import io.tokentrail.model.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the list of wrappers to its fixtures: {@code X/NAME.in} is a file as it would be offered,
 * {@code X/NAME.out.json} what its records are, one a line: a bare event, {@code "left out"}, or
 * {@code "broken: why"}.
 */
class LogWrappersTest {

  private static final Path FIXTURES = Path.of("src/test/java/io/tokentrail/ingest/wrap");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FIXTURES)) {
      return all.filter(p -> p.toString().endsWith(".in")).sorted().toList();
    }
  }

  @Test
  void everyWrapperIsListedAndHasAFixture() throws IOException {
    Set<String> listed =
        Stream.concat(LogWrappers.ALL.stream(), Stream.of(LogWrappers.BARE))
            .map(w -> w.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> folders =
        files().stream()
            .map(p -> p.getParent().getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed, folders, "classes in LogWrappers, and folders with a *.in");
    Set<String> written = new TreeSet<>();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/tokentrail/ingest/wrap"))) {
      for (Path source : sources.toList()) {
        if (Files.readString(source).contains("implements LogWrapper {")) {
          written.add(source.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertEquals(listed, written, "classes in LogWrappers, and classes that implement LogWrapper");
  }

  @Test
  void namesAreUniqueAndLeadBack() {
    for (LogWrapper wrapper : LogWrappers.ALL) {
      assertEquals(wrapper, LogWrappers.named(wrapper.name()));
    }
    assertEquals(LogWrappers.BARE, LogWrappers.named(""));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileIsRecognisedAndUnwrapped(Path in) throws IOException {
    Offered file = Offering.of(List.of(in.toString()), Map.of(), new LocalFiles()).get(0);
    assertEquals(InputFile.Kind.AUDIT, file.kind());
    LogWrapper wrapper = LogWrappers.named(file.wrapper());
    assertEquals(in.getParent().getFileName().toString(), wrapper.getClass().getSimpleName());
    Path out = Path.of(in.toString().replaceAll("\\.in$", ".out.json"));
    List<JsonNode> expected = Files.readAllLines(out).stream().map(LogWrappersTest::json).toList();
    byte[] bytes = Files.readAllBytes(in);
    assertEquals(expected, records(bytes, file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void damageIsSurvived(Path in) throws IOException {
    Offered file = Offering.of(List.of(in.toString()), Map.of(), new LocalFiles()).get(0);
    byte[] whole = Files.readAllBytes(in);
    Random random = new Random(whole.length);
    for (int n = 0; n < 300; n++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int hit = 0; hit < 3; hit++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) "{}[]\",:\\\n \0u".charAt(random.nextInt(12));
      }
      try {
        records(damaged, file, u -> assertTrue(u.from() <= u.to()), why -> {});
      } catch (IOException e) {
        assertTrue(file.layout().whole(), "lines do not break off");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneWrapperClaimsALine(Path in) throws IOException {
    String text = Files.readString(in);
    List<String> looked = new ArrayList<>(List.of(text.strip()));
    text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(looked::add);
    for (String look : looked) {
      Sketch outline =
          look.startsWith("{") || look.startsWith("[") ? Sketch.of(look) : Sketch.plain(look);
      List<String> claimants =
          LogWrappers.ALL.stream().filter(w -> w.claims(outline)).map(LogWrapper::name).toList();
      assertTrue(claimants.size() <= 1, claimants + " claim " + look);
      boolean bare = in.getParent().endsWith("Bare") && !in.endsWith("several-exports.in");
      assertFalse(bare && !claimants.isEmpty(), claimants + " claim " + look);
    }
  }

  @Test
  void aLogThatLosesSomethingSaysSo() {
    assertTrue(
        LogWrappers.ALL.stream()
            .flatMap(w -> w.blindSpots().stream())
            .allMatch(spot -> spot.endsWith(".")));
    assertFalse(LogWrappers.named("gke").blindSpots().isEmpty());
  }

  private static List<JsonNode> records(byte[] bytes, Offered file) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    records(
        bytes,
        file,
        u -> all.add(told(u)),
        why -> all.add(JSON.getNodeFactory().textNode("broken: " + why)));
    return all;
  }

  private static void records(
      byte[] bytes, Offered file, Consumer<Unwrapped> taker, Consumer<String> broken)
      throws IOException {
    LogWrapper wrapper = LogWrappers.named(file.wrapper());
    Unwrapped unwrapped = new Unwrapped();
    if (!file.layout().documents()) {
      InputStream lines = file.layout().open(new ByteArrayInputStream(bytes));
      new String(lines.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(
              line -> {
                byte[] record = line.getBytes(UTF_8);
                byte[] padded = Arrays.copyOf(record, record.length + Unwrapped.PADDING);
                wrapper.unwrap(padded, 0, record.length, unwrapped);
                if (unwrapped.outcome() != Unwrapped.Outcome.NOTHING) {
                  taker.accept(unwrapped);
                }
              });
      return;
    }
    new DocumentSplitter(1 << 20)
        .read(
            file.layout().open(new ByteArrayInputStream(bytes)),
            new DocumentSplitter.Sink() {
              @Override
              public void record(byte[] b, int from, int to) {
                wrapper.unwrap(b, from, to, unwrapped);
                if (unwrapped.outcome() != Unwrapped.Outcome.NOTHING) {
                  taker.accept(unwrapped);
                }
              }

              @Override
              public int whole(byte[] b, int from, int to) {
                return -1;
              }

              @Override
              public void broken(String why, byte[] b, int from, int to) {
                broken.accept(why);
              }
            });
  }

  private static JsonNode told(Unwrapped u) {
    return switch (u.outcome()) {
      case EVENT -> json(new String(u.bytes(), u.from(), u.to() - u.from(), UTF_8));
      case LEFT_OUT -> JSON.getNodeFactory().textNode("left out");
      case NOTHING -> throw new AssertionError("is no record");
      case BROKEN -> JSON.getNodeFactory().textNode("broken: " + u.why());
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
