package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tokentrail.ingest.wrap.Outline;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The outline of a JSON document that may be cut off: paths of its first values, as in {@code
 * items[].kind}. Of an array the first element counts.
 */
public final class Sketch implements Outline {

  private static final int DEEPEST = 6;

  private final Map<String, String> values = new HashMap<>();
  private final String text;
  private long end = -1;

  private Sketch(String text) {
    this.text = text;
  }

  /** The outline of the first JSON value of a text. */
  public static Sketch of(String text) {
    return of(text, Json.MAPPER.getFactory());
  }

  /** The outline of the first document of a YAML text that is more than comments. */
  static Sketch yaml(String text) {
    StringBuilder document = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean separates = YamlDocuments.separates(line);
      if (separates && document.length() > 0) {
        break;
      }
      if (!separates && !line.isBlank() && line.charAt(0) != '#') {
        document.append(line).append('\n');
      }
    }
    Sketch first = of(document.toString(), YamlDocuments.factory());
    Sketch all = new Sketch(text);
    all.values.putAll(first.values);
    return all;
  }

  private static Sketch of(String text, JsonFactory factory) {
    Sketch sketch = new Sketch(text);
    try (JsonParser in = factory.createParser(text)) {
      JsonToken first = in.nextToken();
      if (first != null && first.isStructStart()) {
        sketch.value(in, first, "", 0);
        sketch.end = in.currentLocation().getCharOffset();
      }
    } catch (IOException | RuntimeException e) {
      // Cut off in the middle: what was read before tells enough, or nothing does.
      return sketch;
    }
    return sketch;
  }

  private void value(JsonParser in, JsonToken token, String path, int depth) throws IOException {
    if (depth > DEEPEST && token.isStructStart()) {
      in.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      values.putIfAbsent(path, "{}");
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        String below = path.isEmpty() ? name : path + "." + name;
        values.putIfAbsent(below, "");
        value(in, in.nextToken(), below, depth + 1);
      }
    } else if (token == JsonToken.START_ARRAY) {
      values.putIfAbsent(path, "[]");
      for (JsonToken item = in.nextToken();
          item != JsonToken.END_ARRAY && item != null;
          item = in.nextToken()) {
        value(in, item, path + "[]", depth + 1);
      }
    } else {
      String text = in.getText();
      if (values.getOrDefault(path, "").isEmpty()) {
        values.put(path, text == null ? "" : text);
      }
    }
  }

  /** A text that is looked at as it is. */
  public static Sketch plain(String text) {
    return new Sketch(text);
  }

  boolean empty() {
    return values.isEmpty();
  }

  /** Where the first JSON value ends in the text; negative when it does not. */
  long end() {
    return end;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public boolean holdsEvent(String in) {
    for (Map.Entry<String, String> value : values.entrySet()) {
      String path = value.getKey();
      if (path.startsWith(in)) {
        String name = path.substring(in.length());
        boolean object = name.endsWith(".auditID") && name.indexOf('.') == name.lastIndexOf('.');
        boolean text =
            name.indexOf('.') < 0
                && value.getValue().startsWith("{")
                && value.getValue().contains("\"auditID\"")
                && !value.getValue().contains("\"EventList\"");
        if (name.indexOf('[') < 0 && (object || text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a text that begins with an audit event stands under any name of an object. */
  boolean holdsText(String object) {
    return values.entrySet().stream()
        .filter(value -> value.getKey().startsWith(object + "."))
        .map(Map.Entry::getValue)
        .anyMatch(value -> value.startsWith("{") && value.contains("\"auditID\""));
  }

  @Override
  public boolean listsEvents(String path) {
    return values.entrySet().stream()
        .filter(value -> value.getKey().startsWith(path + "."))
        .filter(value -> value.getKey().indexOf("[]", path.length()) >= 0)
        .anyMatch(
            value ->
                value.getKey().endsWith(".auditID")
                    || (value.getValue().startsWith("{")
                        && value.getValue().contains("\"auditID\"")));
  }

  @Override
  public boolean has(String path) {
    return values.containsKey(path);
  }

  @Override
  public String at(String path) {
    return values.getOrDefault(path, "");
  }
}
