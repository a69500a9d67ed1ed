package io.tokentrail.ingest.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A log line in a shipper's JSON: CloudWatch, Logs Insights, Azure diagnostics and its tables,
 * Google's log entries, Loki, collectors, Elasticsearch, OTLP.
 *
 * @param line the line, as the component wrote it
 * @param at the time that the shipper gives
 * @param host the machine that the shipper names; empty without
 * @param unit the program that the shipper names; empty without
 */
record Shipped(String line, Optional<Instant> at, String host, String unit) {

  private static final List<String> LINES =
      List.of(
          "message",
          "@message",
          "log",
          "log_s",
          "Log_s",
          "line",
          "textPayload",
          "text_payload",
          "msg",
          "_raw",
          "event",
          "stringValue",
          "MESSAGE",
          "log_message");

  private static final List<String> AROUND =
      List.of(
          "properties",
          "_source",
          "fields",
          "result",
          "body",
          "structured",
          "jsonPayload",
          "json_payload",
          "data");

  private static final List<String> TIMES =
      List.of(
          "@timestamp", "timestamp", "time", "TimeGenerated", "timeUnixNano", "date", "TIMESTAMP");

  private static final int DEEPEST = 5;

  /** The line in a record; empty when it holds none. */
  static Optional<Shipped> of(JsonNode record) {
    return record.isArray() ? row(record) : object(record, 0);
  }

  /** {@code [{"field":"@message","value":...}]} of Logs Insights; {@code ["time","line"]}, Loki. */
  private static Optional<Shipped> row(JsonNode row) {
    if (row.path(0).isValueNode()) {
      String line = Json.text(row.path(1));
      return line.isEmpty() ? Optional.empty() : Optional.of(bare(line, time(row.path(0))));
    }
    String line = "";
    Optional<Instant> at = Optional.empty();
    for (JsonNode cell : row) {
      String field = Json.text(cell, "field");
      if (field.equals("@message")) {
        line = Json.text(cell, "value");
      } else if (field.equals("@timestamp")) {
        at = time(cell.path("value"));
      }
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(bare(line, at));
  }

  private static Shipped bare(String line, Optional<Instant> at) {
    return new Shipped(line, at, "", "");
  }

  private static Optional<Shipped> object(JsonNode object, int depth) {
    Optional<Instant> at = Optional.empty();
    for (String name : TIMES) {
      if (at.isEmpty() && object.has(name)) {
        at = time(object.get(name));
      }
    }
    String host = host(object);
    String unit =
        first(
            Json.text(object, "kubernetes", "container_name"),
            Json.text(object, "systemd", "u", "SYSLOG_IDENTIFIER"),
            Json.text(object, "resource", "labels", "component_name"),
            Json.text(object, "Category"),
            Json.text(object, "category"));
    for (String name : LINES) {
      JsonNode value = object.path(name);
      if (value.isTextual() && !value.asText().isBlank()) {
        return Optional.of(new Shipped(value.asText().stripTrailing(), at, host, unit));
      }
      if (value.isObject() && depth < DEEPEST) {
        Optional<Shipped> within = within(value, depth, at, host, unit);
        if (within.isPresent()) {
          return within;
        }
      }
    }
    for (String name : AROUND) {
      JsonNode value = object.path(name);
      JsonNode inner = value.isTextual() ? Json.read(value.asText()) : value;
      if (inner.isObject() && depth < DEEPEST) {
        Optional<Shipped> within = within(inner, depth, at, host, unit);
        if (within.isPresent()) {
          return within;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Shipped> within(
      JsonNode inner, int depth, Optional<Instant> at, String host, String unit) {
    if (inner.has("MESSAGE") || (inner.has("ts") && inner.has("msg"))) {
      return Optional.of(new Shipped(inner.toString(), at, host, unit));
    }
    return object(inner, depth + 1)
        .map(
            s ->
                new Shipped(
                    s.line(), s.at().or(() -> at), first(s.host(), host), first(s.unit(), unit)));
  }

  private static String host(JsonNode object) {
    return first(
        Json.text(object, "kubernetes", "host"),
        Json.text(object, "resource", "labels", "node_name"),
        Json.text(object, "hostname"),
        Json.text(object, "host"),
        Json.text(object, "host", "name"));
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** RFC 3339, {@code 2026-03-01 10:00:00.123} in UTC, or seconds to nanoseconds of the epoch. */
  private static Optional<Instant> time(JsonNode value) {
    String text = Json.text(value).strip();
    if (text.matches("\\d{9,19}(?:\\.\\d+)?")) {
      double number = Double.parseDouble(text);
      double scale = number < 1e11 ? 1 : number < 1e14 ? 1e3 : number < 1e17 ? 1e6 : 1e9;
      return Optional.of(Instant.ofEpochMilli(Math.round(number / scale * 1000)));
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*")) {
      String plain = text.replace(" UTC", "").replaceFirst(" ", "T");
      return Json.time(plain.endsWith("Z") ? plain : plain + "Z");
    }
    return Json.time(text);
  }
}
