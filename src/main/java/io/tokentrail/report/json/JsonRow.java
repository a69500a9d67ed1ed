package io.tokentrail.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One object of a report.json, read as {@link JsonWriter} writes it: a missing key is an unknown
 * value, and a value of another type than the writer's is damage, told with its place.
 *
 * @param where its place in the document, such as {@code findings[3]}
 * @param node the object
 */
record JsonRow(String where, JsonNode node) {

  JsonRow {
    if (!node.isObject()) {
      throw new DamagedReport(where + " is no object");
    }
  }

  private DamagedReport wrong(String key, String why) {
    return new DamagedReport(where + "." + key + " " + why);
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** A text; empty where there is none. */
  String text(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return "";
    }
    if (!value.isTextual()) {
      throw wrong(key, "is no text");
    }
    return value.textValue();
  }

  /** One of a set of codes; unknown ones are damage, or the work of a newer version. */
  <E> E code(String key, E[] all, Function<E, String> code) {
    return codeIfAny(key, all, code).orElseThrow(() -> wrong(key, "is missing"));
  }

  <E> Optional<E> codeIfAny(String key, E[] all, Function<E, String> code) {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E one : all) {
      if (code.apply(one).equals(text)) {
        return Optional.of(one);
      }
    }
    throw wrong(key, "is unknown here: " + text);
  }

  Optional<Instant> time(String key) {
    try {
      long nanos = count(key + JsonWriter.NANOS);
      if (has(key + JsonWriter.EPOCH)) {
        return Optional.of(Instant.ofEpochSecond(count(key + JsonWriter.EPOCH), nanos));
      }
      String text = text(key);
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text).plusNanos(nanos));
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(key, "is no time");
    }
  }

  Instant needTime(String key) {
    return time(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  /** A whole number; 0 where there is none. */
  long count(String key) {
    return countIfAny(key).orElse(0);
  }

  OptionalLong countIfAny(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "is no whole number");
    }
    return OptionalLong.of(value.longValue());
  }

  /** A number; 0 where there is none. */
  double number(String key) {
    return numberIfAny(key).orElse(0);
  }

  OptionalDouble numberIfAny(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw wrong(key, "is no number");
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /** Seconds with at most three decimals. */
  Optional<Duration> seconds(String key) {
    OptionalDouble value = numberIfAny(key);
    return value.isPresent()
        ? Optional.of(Duration.ofMillis(Math.round(value.getAsDouble() * 1000)))
        : Optional.empty();
  }

  Optional<Boolean> flag(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw wrong(key, "is neither true nor false");
    }
    return Optional.of(value.booleanValue());
  }

  List<String> list(String key) {
    List<String> all = new ArrayList<>();
    for (JsonNode item : array(key)) {
      if (!item.isTextual()) {
        throw wrong(key, "is no list of texts");
      }
      all.add(item.textValue());
    }
    return all;
  }

  List<JsonRow> rows(String key) {
    List<JsonRow> all = new ArrayList<>();
    for (JsonNode item : array(key)) {
      all.add(new JsonRow(where + "." + key + "[" + all.size() + "]", item));
    }
    return all;
  }

  long[] numbers(String key) {
    List<JsonNode> items = new ArrayList<>();
    array(key).forEach(items::add);
    return items.stream().mapToLong(JsonNode::longValue).toArray();
  }

  private JsonNode array(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(key, "is no list");
    }
    return value;
  }

  Map<String, Long> counts(String key) {
    Map<String, Long> all = new TreeMap<>();
    if (has(key)) {
      JsonRow counts = new JsonRow(where + "." + key, node.get(key));
      counts.node().fieldNames().forEachRemaining(k -> all.put(k, counts.count(k)));
    }
    return all;
  }

  JsonRow object(String key) {
    return new JsonRow(where + "." + key, node.path(key));
  }

  List<Evidence> evidence(String key) {
    return rows(key).stream().map(e -> new Evidence(e.text("reference"), e.text("says"))).toList();
  }

  Optional<Account> account() {
    String name = text("service_account");
    return name.isEmpty() ? Optional.empty() : Optional.of(new Account(text("namespace"), name));
  }

  Account needAccount() {
    return account().orElseThrow(() -> wrong("service_account", "is missing"));
  }

  Place place(String key) {
    String text = text(key);
    int colon = text.lastIndexOf(':');
    try {
      return new Place(
          text.substring(0, Math.max(0, colon)),
          Long.parseLong(text, colon + 1, text.length(), 10));
    } catch (IllegalArgumentException e) {
      throw wrong(key, "is no file:line");
    }
  }

  Optional<ObjectRef> ref(String key) {
    List<String> parts = list(key + JsonWriter.PARTS);
    if (parts.size() == 3) {
      return Optional.of(new ObjectRef(parts.get(0), parts.get(1), parts.get(2)));
    }
    String text = text(key);
    return text.isEmpty() ? Optional.empty() : Optional.of(apart(text));
  }

  /** Takes {@code Kind/namespace/name} or {@code Kind/name} apart. */
  static ObjectRef apart(String text) {
    String[] parts = text.split("/", 3);
    return parts.length == 3 && !parts[2].isEmpty()
        ? new ObjectRef(kind(parts[0]), parts[1], parts[2])
        : new ObjectRef(kind(parts[0]), "", parts.length > 1 ? kind(parts[1]) : "?");
  }

  private static String kind(String text) {
    return text.isEmpty() ? "?" : text;
  }
}
