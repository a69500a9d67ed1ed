package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Audit events wherever they stand in JSON documents, as objects or as texts, one a line. */
final class NestedEvents extends Converted {

  private static final int DEEPEST = 12;

  private final JsonParser in;
  private final MappingIterator<JsonNode> documents;

  NestedEvents(InputStream from) throws IOException {
    super(from);
    in = Json.MAPPER.getFactory().createParser(new Capped(from, 256L << 20));
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
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    super.close();
  }
}
