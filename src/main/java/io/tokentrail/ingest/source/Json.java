package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lenient JSON: what a missing or oddly typed field means is decided here, once. */
public final class Json {

  /** Longest string value: a body of 100 MB is survived, a bomb is not. */
  public static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxStringLength(128 << 20).maxNestingDepth(1000).build();

  public static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(LIMITS)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .build());

  private static final Pattern GO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ([-+]\\d{4}) \\S{1,6}(?: m=[-+][\\d.]+)?");

  private Json() {}

  /** A whole document; missing when the text is none. */
  public static JsonNode read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The first document that begins a line of a text which is something else; else empty. */
  public static JsonNode within(String text) {
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf("\n{", at) + 1) {
      if (at == 0 || text.charAt(at - 1) == '\n') {
        JsonNode node = read(text.substring(at));
        if (!node.isMissingNode()) {
          return node;
        }
      }
      if (text.indexOf("\n{", at) < 0) {
        break;
      }
    }
    return MissingNode.getInstance();
  }

  /** The node below these names; missing when any of them is. */
  public static JsonNode at(JsonNode node, String... names) {
    JsonNode here = node;
    for (String name : names) {
      here = here.path(name);
    }
    return here;
  }

  /** A scalar's text; empty for anything else. */
  public static String text(JsonNode node, String... names) {
    JsonNode here = at(node, names);
    return here.isValueNode() && !here.isNull() ? here.asText() : "";
  }

  /** The texts of an array; one scalar counts as an array of one. */
  public static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    if (array.isArray()) {
      array.forEach(item -> all.add(text(item)));
    } else if (array.isValueNode() && !array.isNull()) {
      all.add(array.asText());
    }
    return all;
  }

  /** A number, also one written as text; the other value when there is none. */
  public static long number(JsonNode node, long otherwise) {
    if (node.isNumber()) {
      return node.asLong();
    }
    try {
      return node.isTextual() ? Long.parseLong(node.asText().strip()) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  public static Optional<Boolean> truth(JsonNode node) {
    return switch (text(node)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  public static Optional<Instant> time(JsonNode node, String... names) {
    return time(text(node, names));
  }

  /**
   * The last time of a file that a must-gather leaves, as Go prints times: {@code 2021-09-13
   * 15:31:14.632108865 +0000 UTC m=+0.833001819}, a line each; empty when the text is anything
   * else.
   */
  public static Optional<Instant> gathered(String text) {
    String last = "";
    for (String line : (Iterable<String>) text.strip().lines()::iterator) {
      Matcher stamp = GO.matcher(line.strip());
      if (!stamp.matches()) {
        return Optional.empty();
      }
      String zone = stamp.group(3);
      last = stamp.group(1) + "T" + stamp.group(2) + zone.substring(0, 3) + ":" + zone.substring(3);
    }
    return time(last);
  }

  /** An RFC 3339 time; empty when the text is none. */
  public static Optional<Instant> time(String text) {
    if (text.length() < 17 || text.length() > 40 || text.charAt(4) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
