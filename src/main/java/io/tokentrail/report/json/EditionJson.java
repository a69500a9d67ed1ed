package io.tokentrail.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads from a report.json what comparing takes. Rows are taken one by one and the long tables of
 * 401s are skipped, so that a report of any size is read in less than a second.
 */
public final class EditionJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String name;
  private String cluster = "";
  private Optional<Interval> span = Optional.empty();
  private double coverage = 1;
  private Duration lookBack = Duration.ZERO;
  private final TreeMap<String, String> unchecked = new TreeMap<>();
  private boolean secretsListed;
  private final List<Edition.Told> findings = new ArrayList<>();
  private final List<Edition.Standing> tokens = new ArrayList<>();
  private boolean known;

  private EditionJson(String name) {
    this.name = name;
  }

  /**
   * Reads a report.
   *
   * @param place the folder that a run left, or the report.json itself
   * @throws IOException when there is none, or it is none of ours; the message says which
   */
  public static Edition read(Path place) throws IOException {
    Path file = Files.isDirectory(place) ? place.resolve("report.json") : place;
    EditionJson reading = new EditionJson(place.toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser parser = MAPPER.getFactory().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no report: expected a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        reading.part(key, parser);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("a damaged report: " + e.getMessage(), e);
    }
    if (!reading.known) {
      throw new IOException("no report: it has no schema number");
    }
    return reading.edition();
  }

  private void part(String key, JsonParser parser) throws IOException {
    switch (key) {
      case "schema" -> {
        int schema = parser.getValueAsInt();
        if (schema != JsonFormat.SCHEMA) {
          throw new IOException(
              "a report of schema " + schema + "; this version reads " + JsonFormat.SCHEMA);
        }
        known = true;
      }
      case "run" -> cluster = text(tree(parser), "cluster");
      case "totals" ->
          lookBack =
              Duration.ofMillis(
                  Math.round(tree(parser).path("look_back_seconds").asDouble() * 1000));
      case "coverage" -> coverage(tree(parser));
      case "causes" -> rows(parser, this::cause);
      case "findings" -> rows(parser, this::finding);
      case "legacy_tokens" -> rows(parser, this::token);
      case "snapshots" -> rows(parser, this::snapshot);
      default -> parser.skipChildren();
    }
  }

  private interface Row {
    void take(JsonNode row);
  }

  private static void rows(JsonParser parser, Row each) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      each.take(tree(parser));
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return MAPPER.readTree(parser);
  }

  private void coverage(JsonNode node) {
    coverage = node.path("share").asDouble(1);
    if (node.has("from") && node.has("to")) {
      span =
          Optional.of(
              new Interval(Instant.parse(text(node, "from")), Instant.parse(text(node, "to"))));
    }
  }

  private void cause(JsonNode row) {
    if (text(row, "verdict").equals("not_checked")) {
      unchecked.put(text(row, "cause"), text(row, "missing"));
    }
  }

  private void finding(JsonNode row) {
    String subject = SavedFinding.subject(row);
    findings.add(
        new Edition.Told(
            text(row, "finding_id"),
            text(row, "cause"),
            Severity.valueOf(text(row, "severity").toUpperCase(Locale.ROOT)),
            subject.isEmpty() ? text(row, "other") : subject,
            row.path("failures_401").asLong(),
            row.has("accepted"),
            text(row, "summary")));
  }

  private void token(JsonNode row) {
    tokens.add(
        new Edition.Standing(
            text(row, "namespace"),
            text(row, "secret"),
            text(row, "service_account"),
            LegacyToken.Verdict.valueOf(text(row, "verdict").toUpperCase(Locale.ROOT)),
            LegacyToken.Safety.valueOf(text(row, "safe_to_delete").toUpperCase(Locale.ROOT)),
            text(row, "reason")));
  }

  private void snapshot(JsonNode row) {
    row.path("kinds").forEach(kind -> secretsListed |= kind.asText().equals("secrets"));
  }

  private Edition edition() {
    return new Edition(
        name,
        cluster,
        span,
        coverage,
        lookBack,
        unchecked,
        secretsListed || !tokens.isEmpty(),
        findings,
        tokens);
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }
}
