package io.tokentrail.attribute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.rotate.Lifetimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small logs that could fool one: each folder beside this class holds an input and an {@code
 * expect.txt} that says what it is and, for each 401, {@code AUDIT_ID NAMESPACE/ACCOUNT} or {@code
 * nobody}.
 */
class TrapsTest {

  private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final Path FOLDER = Path.of("src/test/resources/io/tokentrail/attribute");

  /** Fixtures hold no token: this stands for one of shop/cart, made here. */
  private static final String CART = "@CART@";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> everyTrapIsSeenThrough() throws IOException {
    List<Path> traps;
    try (Stream<Path> list = Files.list(FOLDER)) {
      traps = list.filter(Files::isDirectory).sorted().toList();
    }
    return traps.stream()
        .map(
            trap ->
                DynamicTest.dynamicTest(
                    trap.getFileName().toString(), () -> assertEquals(wanted(trap), said(trap))));
  }

  private static SortedMap<String, String> wanted(Path trap) throws IOException {
    SortedMap<String, String> out = new TreeMap<>();
    for (String line : Files.readAllLines(trap.resolve("expect.txt"))) {
      if (!line.startsWith("#") && !line.isEmpty()) {
        out.put(line.split(" ", -1)[0], line.split(" ", -1)[1]);
      }
    }
    return out;
  }

  private SortedMap<String, String> said(Path trap) throws IOException {
    Facts facts = FolderFacts.of(input(trap), SOME_TIME);
    SortedMap<String, String> out = new TreeMap<>();
    for (Attributed a : Attribution.of(facts, Lifetimes.of(facts))) {
      out.put(a.failure().auditId(), a.sender().account().map(Object::toString).orElse("nobody"));
    }
    return out;
  }

  private Path input(Path trap) throws IOException {
    Path copy = Files.createDirectory(temp.resolve(trap.getFileName().toString()));
    try (Stream<Path> list = Files.list(trap)) {
      for (Path file : list.filter(f -> !f.endsWith("expect.txt")).toList()) {
        Files.writeString(
            copy.resolve(file.getFileName().toString()),
            Files.readString(file).replace(CART, token()));
      }
    }
    return copy;
  }

  private static String token() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String claims = "{\"sub\":\"system:serviceaccount:shop:cart\"}";
    return String.join(
        ".",
        base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8)),
        base64.encodeToString(claims.getBytes(UTF_8)),
        base64.encodeToString("no signature".getBytes(UTF_8)));
  }
}
