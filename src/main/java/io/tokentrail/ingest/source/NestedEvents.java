package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.ByteArrayInputStream;
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

  /** How an object with its kind first begins in base64. */
  static final String PLAIN = "eyJraW5k";

  private static final int DEEPEST = 12;

  private static final long LONGEST = 256L << 20;
  private static final int LONGEST_PACKED = 64 << 20;

  private final Capped capped;
  private final JsonParser in;
  private final MappingIterator<JsonNode> documents;

  NestedEvents(InputStream from) throws IOException {
    super(from);
    capped = new Capped(from, LONGEST);
    in = Json.MAPPER.getFactory().createParser(capped);
    in.setCodec(Json.MAPPER);
    if (in.nextToken() == JsonToken.START_ARRAY) {
      in.clearCurrentToken();
    }
    documents = Json.MAPPER.readerFor(JsonNode.class).readValues(in);
  }

  /** Whether a document holds an event; it may be cut off. */
  static boolean any(String text) {
    List<JsonNode> found = new ArrayList<>();
    collect(Json.read(text), found, 0);
    return !found.isEmpty();
  }

  @Override
  boolean more() throws IOException {
    while (documents.hasNextValue()) {
      capped.again();
      List<JsonNode> events = new ArrayList<>();
      collect(documents.nextValue(), events, 0);
      for (JsonNode event : events) {
        piece.write(Json.MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        piece.write('\n');
      }
      if (!events.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void collect(JsonNode node, List<JsonNode> found, int depth) {
    if (node.has("auditID") && node.has("stage")) {
      found.add(node);
    } else if (node.isContainerNode() && depth < DEEPEST) {
      node.forEach(child -> collect(child, found, depth + 1));
    } else if (node.isTextual() && node.asText().contains("\"auditID\"") && depth < DEEPEST) {
      String text = node.asText();
      collect(Json.read(text.substring(text.indexOf('{'))), found, depth + 1);
    } else if (node.isTextual() && isPacked(node.asText()) && depth < DEEPEST) {
      collect(Json.read(unpacked(node.asText())), found, depth + 1);
    }
  }

  /** Base64 of gzip, as subscriptions of CloudWatch go through Kinesis, or of a JSON object. */
  private static boolean isPacked(String text) {
    return text.startsWith(PACKED) || text.startsWith(PLAIN);
  }

  private static String unpacked(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return "";
    }
    if (text.startsWith(PLAIN)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readNBytes(LONGEST_PACKED), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    super.close();
  }
}
