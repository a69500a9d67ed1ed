package io.tokentrail.ingest.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.KindOfShape;
import io.tokentrail.ingest.source.Layout;
import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.ingest.source.YamlDocuments;
import io.tokentrail.ingest.wrap.DocumentSplitter;
import io.tokentrail.model.Place;
import io.tokentrail.model.Token;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Reads one file of a snapshot, one object at a time: JSON or YAML; a list, an array, single
 * objects, several documents one after the other; {@code version.json}; the collector's stamp.
 */
public final class SnapshotReader {

  /** A must-gather appends two lines a run to its file. */
  private static final int STAMP_LENGTH = 4096;

  private final SnapshotPart part;
  private final Tally tally;
  private final Harvest harvest;
  private final Reopened again;
  private long item;

  /** List items and single objects that were read whole. */
  private long taken;

  private String listKind = "";

  /** Opens the same file once more. */
  public interface Reopened {
    InputStream open() throws IOException;
  }

  private SnapshotReader(
      Tally tally, BiFunction<String, Place, Optional<Token>> claims, Reopened again) {
    this.tally = tally;
    this.again = again;
    this.part = new SnapshotPart(tally.file().path());
    this.harvest = new Harvest(part, new TokenSecrets(part, claims));
  }

  /**
   * Reads a file.
   *
   * @param unpacked its bytes
   * @param tally counts objects and rejects
   * @param claims reads the claims of a JWT found in a Secret
   * @param again opens the file once more, to look for what stands behind a syntax error
   */
  public static SnapshotPart read(
      InputStream unpacked,
      Tally tally,
      BiFunction<String, Place, Optional<Token>> claims,
      Reopened again)
      throws IOException {
    SnapshotReader reader = new SnapshotReader(tally, claims, again);
    reader.read(new BufferedInputStream(unpacked, 1 << 16));
    reader.part.newest.ifPresent(tally::time);
    return reader.part;
  }

  private void read(BufferedInputStream in) throws IOException {
    in.mark(STAMP_LENGTH + 1);
    byte[] start = in.readNBytes(STAMP_LENGTH);
    in.reset();
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    Optional<Instant> stamp =
        start.length < STAMP_LENGTH
            ? Json.time(text).or(() -> Json.gathered(text))
            : Optional.empty();
    if (stamp.isPresent()) {
      part.anchor = true;
      part.collectedAt = stamp;
      tally.record();
      tally.time(stamp.get());
      return;
    }
    boolean json = text.startsWith("{") || text.startsWith("[");
    JsonFactory factory = json ? Json.MAPPER.getFactory() : YamlDocuments.factory();
    try (JsonParser parser = factory.createParser(in)) {
      parser.setCodec(Json.MAPPER);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        document(parser, token);
      }
    } catch (JsonEOFException e) {
      tally.rejectItem(item + 1, "not readable from here on: " + e.getOriginalMessage(), "");
    } catch (JsonProcessingException e) {
      behindDamage(json);
    } catch (IOException e) {
      tally.rejectItem(item + 1, "not readable from here on: " + e.getMessage(), "");
    }
  }

  /**
   * A syntax error costs the object that it is in: the others are cut out by their braces. Where
   * braces are missing, a list that is printed over several lines goes on with the next object; of
   * one that is a single line the rest is rejected.
   */
  private void behindDamage(boolean json) {
    try (InputStream in = again.open()) {
      new DocumentSplitter(Lines.LONGEST, List.of("items"))
          .read(json ? in : Layout.YAML.open(in), new Remaining(json));
    } catch (IOException e) {
      tally.rejectItem(item + 1, "not readable from here on: " + e.getMessage(), "");
    }
  }

  /** Takes what was not taken before. */
  private final class Remaining implements DocumentSplitter.Sink {
    private final boolean json;
    private long seen;

    Remaining(boolean json) {
      this.json = json;
    }

    @Override
    public int whole(byte[] bytes, int from, int to) {
      return -1;
    }

    @Override
    public void record(byte[] bytes, int from, int to) {
      if (++seen <= taken) {
        return;
      }
      JsonNode node = Json.read(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      if (node.isObject()) {
        one(node, listKind);
      } else {
        item++;
        tally.rejectItem(item, json ? "broken JSON" : "broken YAML", "");
      }
    }

    @Override
    public void broken(String why, byte[] bytes, int from, int to) {
      if (++seen > taken) {
        item++;
        tally.rejectItem(item, why, "");
      }
    }
  }

  private void document(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken t = parser.nextToken();
          t != JsonToken.END_ARRAY && t != null;
          t = parser.nextToken()) {
        JsonNode node = parser.readValueAsTree();
        taken++;
        one(node, "");
      }
    } else if (token == JsonToken.START_OBJECT) {
      objectOrList(parser);
    }
  }

  /** The fields of a list are few; its items are taken one by one as they pass. */
  private void objectOrList(JsonParser parser) throws IOException {
    ObjectNode fields = Json.MAPPER.createObjectNode();
    boolean list = false;
    // sorted by name, a list's kind comes behind its items
    SortedMap<Long, JsonNode> unnamed = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        list = true;
        String kind = itemKind(Json.text(fields, "kind"));
        listKind = kind;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode node = parser.readValueAsTree();
          taken++;
          if (kind.isEmpty() && !fields.has("kind") && Json.text(node, "kind").isEmpty()) {
            unnamed.put(++item, node);
          } else {
            one(node, kind);
          }
        }
      } else {
        JsonNode node = parser.readValueAsTree();
        fields.set(name, node);
      }
    }
    String named = itemKind(Json.text(fields, "kind"));
    unnamed.forEach((number, node) -> one(node, named, number));
    JsonNode insights = Json.at(fields, "serviceAccounts", "namespaces");
    if (insights.isObject()) {
      accounts(insights);
      return;
    }
    boolean empty = fields.has("items") && !itemKind(Json.text(fields, "kind")).isEmpty();
    if (!list && !empty) {
      taken++;
      versionOrObject(fields);
      return;
    }
    part.list = true;
    String kind = itemKind(Json.text(fields, "kind"));
    if (!kind.isEmpty()) {
      part.kinds.add(Plural.of(kind));
    }
    if (part.kinds.isEmpty()) {
      part.kinds.addAll(Plural.ofFile(part.path));
    }
    if (!Json.text(fields, "metadata", "continue").isEmpty()) {
      part.cut.addAll(part.kinds);
    }
    Optional<Instant> stamp = Json.time(fields, "metadata", "annotations", Harvest.COLLECTED_AT);
    if (stamp.isPresent()) {
      part.collectedAt = stamp;
    }
  }

  /** OpenShift's Insights archive: {@code {namespace: [{"name": ..., "secrets": 2}]}}. */
  private void accounts(JsonNode namespaces) {
    for (Map.Entry<String, JsonNode> namespace : namespaces.properties()) {
      for (JsonNode account : namespace.getValue()) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        object
            .putObject("metadata")
            .put("namespace", namespace.getKey())
            .put("name", Json.text(account, "name"));
        one(object, "ServiceAccount");
      }
    }
  }

  /** {@code PodList} holds Pods; the kind of a plain {@code List}'s items is their own. */
  private static String itemKind(String listKind) {
    return listKind.length() > 4 && listKind.endsWith("List")
        ? listKind.substring(0, listKind.length() - 4)
        : "";
  }

  private void versionOrObject(JsonNode fields) {
    String version = Json.text(fields, "serverVersion", "gitVersion");
    boolean whole = fields.has("serverVersion") || fields.has("clientVersion");
    if (whole || (fields.has("gitVersion") && !fields.has("kind"))) {
      part.anchor = true;
      part.serverVersion = whole ? version : Json.text(fields, "gitVersion");
      tally.record();
      return;
    }
    one(fields, "");
  }

  private void one(JsonNode object, String kindOfList) {
    one(object, kindOfList, ++item);
  }

  private void one(JsonNode object, String kindOfList, long number) {
    String own = Json.text(object, "kind");
    String listed = own.isEmpty() ? kindOfList : own;
    String kind = listed.isEmpty() ? KindOfShape.of(path -> has(object, path)) : listed;
    if (kind.endsWith("List") && object.path("items").isArray()) {
      object.path("items").forEach(inner -> one(inner, itemKind(kind)));
      return;
    }
    try {
      harvest.object(object, kind, new Place(tally.file().path(), number));
      tally.record();
    } catch (IllegalArgumentException e) {
      tally.rejectItem(number, String.valueOf(e.getMessage()), named(object, kind));
    }
  }

  private static boolean has(JsonNode object, String path) {
    return !Json.at(object, path.split("\\.", -1)).isMissingNode();
  }

  /** Never the object itself: it may be a Secret. */
  private static String named(JsonNode object, String kind) {
    return kind
        + " "
        + Json.text(object, "metadata", "namespace")
        + "/"
        + Json.text(object, "metadata", "name");
  }
}
