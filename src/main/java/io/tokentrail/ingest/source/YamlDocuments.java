package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML documents as JSON documents, one at a time. Where a document is broken, the list items
 * before the damage stay and the next document is read; a text stands for what was lost.
 */
public final class YamlDocuments extends Converted {

  /** A person's export, or a webhook's batch; snapshots are not read this way. */
  private static final int LONGEST = 64 << 20;

  private static final JsonFactory YAML = factory();

  private final Lines lines;

  YamlDocuments(InputStream in) {
    super(in);
    lines = new Lines(in);
  }

  /** Aliases stay bounded: a document that expands without end is rejected. */
  public static JsonFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(512 << 20);
    options.setMaxAliasesForCollections(50);
    return YAMLFactory.builder().loaderOptions(options).streamReadConstraints(Json.LIMITS).build();
  }

  /** Whether a line stands between two documents. */
  public static boolean separates(String line) {
    return line.startsWith("---") && (line.length() == 3 || line.charAt(3) <= ' ');
  }

  @Override
  boolean more() throws IOException {
    StringBuilder document = new StringBuilder();
    boolean any = false;
    while (lines.next()) {
      any = true;
      String line = lines.text();
      if (separates(line)) {
        if (!document.toString().isBlank()) {
          break;
        }
        line = line.substring(3);
      }
      if (document.length() + line.length() > LONGEST) {
        throw new IOException("a YAML document of more than " + LONGEST + " characters");
      }
      document.append(line).append('\n');
    }
    if (any) {
      json(document.toString(), piece);
      piece.write('\n');
    }
    return any;
  }

  /** One document; also one that is cut off. */
  static void json(String yaml, ByteArrayOutputStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int sure = 0;
    String closing = "";
    try (JsonParser in = YAML.createParser(yaml);
        JsonGenerator to = Json.MAPPER.getFactory().createGenerator(all)) {
      to.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        to.copyCurrentEvent(in);
        JsonStreamContext within = to.getOutputContext();
        if (token == JsonToken.END_OBJECT && within.inArray() && depth(within) <= 2) {
          to.flush();
          sure = all.size();
          closing = depth(within) == 2 ? "]}" : "]";
        }
      }
      to.flush();
      out.write(all.toByteArray());
    } catch (IOException | RuntimeException e) {
      out.write(all.toByteArray(), 0, sure);
      String lost = (sure > 0 ? "," : "[") + "\"broken YAML\"" + (sure > 0 ? closing : "]");
      out.write(lost.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int depth(JsonStreamContext within) {
    int depth = 0;
    for (JsonStreamContext c = within; !c.inRoot(); c = c.getParent()) {
      depth++;
    }
    return depth;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
