package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Audit events wherever they stand in JSON documents, as objects or as texts, one a line. */
final class NestedEvents extends Converted {

  /** How gzip begins in base64. */
  static final String PACKED = "H4sI";

  /** How an object begins in base64. */
  static final String PLAIN = "eyJ";

  private static final int DEEPEST = 12;

  private static final long LONGEST = 256L << 20;
  private static final int LONGEST_PACKED = 64 << 20;

  private final Capped capped;
  private final JsonParser in;
  private final MappingIterator<JsonNode> documents;

  NestedEvents(InputStream from) throws IOException {
    super(from);
    capped = new Capped(asJson(from), LONGEST);
    in = Json.MAPPER.getFactory().createParser(capped);
    in.setCodec(Json.MAPPER);
    if (in.nextToken() == JsonToken.START_ARRAY) {
      in.clearCurrentToken();
    }
    documents = Json.MAPPER.readerFor(JsonNode.class).readValues(in);
  }

  /** YAML where it is none. */
  private static InputStream asJson(InputStream from) throws IOException {
    InputStream start = new BufferedInputStream(from, 1 << 14);
    start.mark(1 << 10);
    int c = start.read();
    for (int n = 1; n < 1 << 10 && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); n++) {
      c = start.read();
    }
    start.reset();
    return Character.isLetter(c) || c == '-' ? new YamlDocuments(start) : start;
  }

  /**
   * Whether a document holds an event; it may be cut off.
   *
   * @param all whether one that follows the first counts, too
   */
  static boolean any(String text, boolean all) {
    boolean id = false;
    boolean stage = false;
    try (JsonParser in = Json.MAPPER.getFactory().createParser(text)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          id |= in.currentName().equals("auditID");
          stage |= in.currentName().equals("stage");
          if ((id && stage) || in.currentName().equals("protoPayload")) {
            return true;
          }
        } else if (token == JsonToken.VALUE_STRING && holds(in.getText())) {
          return true;
        } else if (!all && token.isStructEnd() && in.getParsingContext().inRoot()) {
          return false;
        }
      }
      return false;
    } catch (IOException e) {
      int packed = text.lastIndexOf('"' + PACKED);
      return text.contains("\\\"auditID\\\"") || (packed >= 0 && holds(text.substring(packed + 1)));
    }
  }

  private static boolean holds(String text) {
    if (!isPacked(text)) {
      return text.contains("\"auditID\"");
    }
    String plain = unpacked(text);
    return plain.contains("auditID") || plain.contains("\"protoPayload\"");
  }

  @Override
  boolean more() throws IOException {
    while (documents.hasNextValue()) {
      capped.again();
      List<JsonNode> events = new ArrayList<>();
      collect(documents.nextValue(), events, 0);
      for (JsonNode event : events) {
        String text = event.isTextual() ? event.asText() : Json.MAPPER.writeValueAsString(event);
        piece.write(text.getBytes(StandardCharsets.UTF_8));
        piece.write('\n');
      }
      if (!events.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void collect(JsonNode node, List<JsonNode> found, int depth) {
    if ((node.has("auditID") && node.has("stage")) || node.has("protoPayload")) {
      found.add(node);
    } else if (node.isContainerNode() && depth < DEEPEST) {
      node.forEach(child -> collect(child, found, depth + 1));
    } else if (node.isTextual() && node.asText().contains("\"auditID\"") && depth < DEEPEST) {
      String text = node.asText();
      all(text.substring(Math.max(0, text.indexOf('{'))), found, depth + 1);
    } else if (node.isTextual() && isPacked(node.asText()) && depth < DEEPEST) {
      collect(Json.read(unpacked(node.asText())), found, depth + 1);
    }
  }

  /** All documents of a text; of one that is damaged, line by line. */
  private static void all(String text, List<JsonNode> found, int depth) {
    List<JsonNode> values = new ArrayList<>();
    try (MappingIterator<JsonNode> read = Json.MAPPER.readerFor(JsonNode.class).readValues(text)) {
      read.forEachRemaining(values::add);
    } catch (IOException | RuntimeException e) {
      text.lines().filter(line -> line.contains("{")).forEach(line -> line(line, found, depth));
      return;
    }
    values.forEach(value -> collect(value, found, depth));
  }

  /** A line that cannot be read stays as it is: it is rejected where events are. */
  private static void line(String line, List<JsonNode> found, int depth) {
    JsonNode read = Json.read(line.substring(line.indexOf('{')));
    if (read.isMissingNode()) {
      found.add(TextNode.valueOf(line));
    } else {
      collect(read, found, depth);
    }
  }

  /** Base64 of gzip, as subscriptions of CloudWatch go through Kinesis, or of a JSON object. */
  private static boolean isPacked(String text) {
    return text.startsWith(PACKED) || (text.startsWith(PLAIN) && text.indexOf('.') < 0);
  }

  private static String unpacked(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(text.substring(0, text.length() / 4 * 4));
    } catch (IllegalArgumentException e) {
      return "";
    }
    if (text.startsWith(PLAIN)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 13];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      for (int n = in.read(some); n > 0 && all.size() < LONGEST_PACKED; n = in.read(some)) {
        all.write(some, 0, n);
      }
    } catch (IOException e) {
      // cut off: what came before it is an answer, too
      return all.toString(StandardCharsets.UTF_8);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
    super.close();
  }
}
