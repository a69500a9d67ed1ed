package io.tokentrail.report.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.report.Unsigned;
import io.tokentrail.report.Visible;
import io.tokentrail.report.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Writes JSON in which unknown is left out: no {@code null}, no empty text. Everything beyond
 * printable ASCII is escaped, so the file can be shown on any terminal.
 */
final class JsonWriter implements AutoCloseable {

  /** Writes the keys of one object. */
  interface Body {
    void write() throws IOException;
  }

  /** Writes the keys of one row. */
  interface RowBody<R> {
    void write(R row) throws IOException;
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static final String NANOS = "_nanos";
  static final String EPOCH = "_epoch";
  static final String PARTS = "_parts";

  private static final int LONGEST_KEY = 200;
  private static final SerializedString NOTHING = new SerializedString("");

  private final JsonGenerator json;

  /** Keys as they may be written; the same few come again and again. */
  private final Map<String, String> keys = new HashMap<>();

  private int depth;

  JsonWriter(OutputStream out) throws IOException {
    this.json =
        new JsonFactoryBuilder()
            .rootValueSeparator(NOTHING)
            .build()
            .createGenerator(out)
            .setHighestNonEscapedChar('~');
  }

  /** The document. */
  void document(Body body) throws IOException {
    json.writeStartObject();
    body.write();
    json.writeRaw('\n');
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** One document of many in a file, on a line of its own. */
  void line(Body body) throws IOException {
    braces(body);
    json.writeRaw('\n');
  }

  void object(String name, Body body) throws IOException {
    key(name);
    braces(body);
  }

  /** An array of objects, each on a line of its own. */
  <R> void rows(String name, Iterable<R> rows, RowBody<R> body) throws IOException {
    key(name);
    depth++;
    json.writeStartArray();
    for (R row : rows) {
      if (depth == 1) {
        json.writeRaw('\n');
      }
      braces(() -> body.write(row));
    }
    json.writeEndArray();
    depth--;
  }

  private void braces(Body body) throws IOException {
    depth++;
    json.writeStartObject();
    body.write();
    json.writeEndObject();
    depth--;
  }

  private void key(String name) throws IOException {
    if (depth == 0) {
      json.writeRaw('\n');
    }
    json.writeFieldName(keys.computeIfAbsent(name, JsonWriter::whole));
  }

  /** Halves of surrogate pairs are no text, and not every reader takes them. */
  private static String whole(String signed) {
    String text = Unsigned.of(signed);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  void text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      key(name);
      json.writeString(whole(value));
    }
  }

  /** A text that may be empty and is told all the same. */
  void words(String name, String value) throws IOException {
    key(name);
    json.writeString(whole(value));
  }

  /**
   * A time with milliseconds. What that leaves out stands beside it, so that nothing is lost:
   * {@code NAME_nanos} beyond the millisecond, {@code NAME_epoch} seconds where a damaged record
   * holds a year that nobody writes.
   */
  void time(String name, Instant value) throws IOException {
    if (Words.plausible(value)) {
      text(name, TIME.format(value));
    } else {
      count(name + EPOCH, value.getEpochSecond());
    }
    int beyond = value.getNano() % (Words.plausible(value) ? 1_000_000 : 1_000_000_000);
    if (beyond > 0) {
      count(name + NANOS, beyond);
    }
  }

  /** A time with milliseconds and nothing beside it, for formats of others. */
  void instant(String name, Instant value) throws IOException {
    text(name, TIME.format(value));
  }

  void time(String name, Optional<Instant> value) throws IOException {
    if (value.isPresent()) {
      time(name, value.get());
    }
  }

  void count(String name, long value) throws IOException {
    key(name);
    json.writeNumber(value);
  }

  void count(String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      count(name, value.getAsLong());
    }
  }

  void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      key(name);
      json.writeNumber(value == 0 ? 0.0 : value);
    }
  }

  void number(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      number(name, value.getAsDouble());
    }
  }

  void flag(String name, boolean value) throws IOException {
    key(name);
    json.writeBoolean(value);
  }

  void flag(String name, Optional<Boolean> value) throws IOException {
    if (value.isPresent()) {
      flag(name, value.get());
    }
  }

  /** {@code Kind/namespace/name}; its parts beside it where that cannot be taken apart again. */
  void ref(String name, Optional<ObjectRef> value) throws IOException {
    if (value.isPresent()) {
      ObjectRef ref = value.get();
      text(name, ref.toString());
      if (!JsonRow.apart(ref.toString()).equals(ref)) {
        list(name + PARTS, List.of(ref.kind(), ref.namespace(), ref.name()));
      }
    }
  }

  /** Numbers of one meaning. */
  void numbers(String name, long[] values) throws IOException {
    key(name);
    json.writeStartArray();
    for (long value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  void list(String name, Collection<String> values) throws IOException {
    if (!values.isEmpty()) {
      key(name);
      json.writeStartArray();
      for (String value : values) {
        json.writeString(whole(value));
      }
      json.writeEndArray();
    }
  }

  /** Counts by a word of the input; a word that is too long for a key is cut. */
  void counts(String name, Map<String, Long> values) throws IOException {
    Map<String, Long> keyed = new TreeMap<>();
    values.forEach((word, count) -> keyed.merge(Visible.clip(word, LONGEST_KEY), count, Long::sum));
    object(
        name,
        () -> {
          for (Map.Entry<String, Long> entry : keyed.entrySet()) {
            count(entry.getKey(), entry.getValue());
          }
        });
  }

  void evidence(String name, Collection<Evidence> values) throws IOException {
    if (!values.isEmpty()) {
      rows(
          name,
          values,
          e -> {
            text("reference", e.reference());
            text("says", e.says());
          });
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
