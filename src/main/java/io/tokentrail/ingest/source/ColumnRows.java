package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code {"tables":[{"columns":[{"name":...}],"rows":[[...]]}]}} as JSON objects. */
final class ColumnRows extends Converted {

  private final JsonParser in;
  private final List<String> columns = new ArrayList<>();
  private boolean rows;

  ColumnRows(InputStream from) throws IOException {
    super(from);
    in = Json.MAPPER.getFactory().createParser(from);
  }

  /** Whether a document is such an answer. */
  static boolean fits(Sketch sketch) {
    for (String at : new String[] {"tables[].", "[].tables[].", ""}) {
      if (sketch.has(at + "columns[].name") && sketch.has(at + "rows")) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean more() throws IOException {
    for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
      if (rows && token == JsonToken.START_ARRAY) {
        row();
        return true;
      }
      if (rows && token == JsonToken.END_ARRAY) {
        rows = false;
      } else if (token == JsonToken.START_ARRAY && "columns".equals(in.currentName())) {
        columns.clear();
        JsonNode all = in.readValueAsTree();
        all.forEach(column -> columns.add(Json.text(column, "name")));
      } else if (token == JsonToken.START_ARRAY && "rows".equals(in.currentName())) {
        rows = true;
      }
    }
    return false;
  }

  private void row() throws IOException {
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(piece)) {
      out.writeStartObject();
      int column = 0;
      while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
        if (column < columns.size()) {
          out.writeFieldName(columns.get(column++));
          out.copyCurrentStructure(in);
        } else {
          in.skipChildren();
        }
      }
      out.writeEndObject();
    }
    piece.write('\n');
  }

  @Override
  public void close() throws IOException {
    in.close();
    super.close();
  }
}
