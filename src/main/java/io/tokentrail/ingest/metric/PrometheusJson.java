package io.tokentrail.ingest.metric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers of Prometheus' HTTP API, {@code query_range} and {@code query}: {@code
 * {"status":"success","data":{"resultType":...,"result":[...]}}}, or the bare list of results.
 */
final class PrometheusJson implements MetricFormat {

  @Override
  public boolean reads(String start) {
    return start.startsWith("{") || start.startsWith("[");
  }

  @Override
  public void read(InputStream in, Tally tally, Samples into, Instant scrapedAt, ZoneId zone)
      throws IOException {
    String fallback = fileStem(tally.file().path());
    long item = 0;
    try (JsonParser parser = Json.MAPPER.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean named = token == JsonToken.FIELD_NAME && parser.currentName().equals("result");
        boolean bare = item == 0 && token == JsonToken.START_ARRAY;
        if (named || bare) {
          item = results(parser, bare, tally, into, fallback, item);
        }
      }
    } catch (IOException e) {
      tally.rejectItem(item + 1, "not readable from here on", "");
    }
  }

  private static long results(
      JsonParser parser, boolean open, Tally tally, Samples into, String fallback, long before)
      throws IOException {
    long item = before;
    if (!open && parser.nextToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return item;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      JsonNode result = parser.readValueAsTree();
      item++;
      if (one(result, into, fallback, item)) {
        tally.record();
      } else {
        tally.rejectItem(item, "no metric with values", "");
      }
    }
    return item;
  }

  private static boolean one(JsonNode result, Samples into, String fallback, long item) {
    JsonNode metric = result.path("metric");
    if (!metric.isObject()) {
      return false;
    }
    SortedMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : metric.properties()) {
      labels.put(label.getKey(), Json.text(label.getValue()));
    }
    String own = labels.remove("__name__");
    String name = own == null || own.isEmpty() ? fallback : own;
    boolean kept = !MetricNames.known(name) || MetricNames.matters(name, labels);
    if (!kept) {
      return true;
    }
    JsonNode values = result.path("values");
    if (values.isArray()) {
      values.forEach(value -> sample(value, name, labels, into, item));
    } else {
      sample(result.path("value"), name, labels, into, item);
    }
    return values.isArray() || result.path("value").isArray();
  }

  private static void sample(
      JsonNode pair, String name, SortedMap<String, String> labels, Samples into, long item) {
    double second = pair.path(0).asDouble(Double.NaN);
    double value = TextExposition.number(Json.text(pair.path(1)));
    if (second > 0 && second < 1e11) {
      into.add(name, labels, Instant.ofEpochMilli(Math.round(second * 1000)), value, item);
    }
  }

  /** An expression's result has no name; its file has. */
  private static String fileStem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
