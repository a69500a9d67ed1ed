package io.tokentrail.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Thresholds;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A manifest.json, read as {@link ManifestJson} writes it. Keys that stand there twice, and what
 * stands behind its end, are damage: two readers must not see two manifests in one file.
 */
public final class SavedManifest {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SavedManifest() {}

  /**
   * The manifest.
   *
   * @throws DamagedReport when it is none, or one of another schema
   */
  public static Manifest read(byte[] bytes) {
    try {
      JsonNode tree = STRICT.readTree(bytes);
      if (tree == null) {
        throw new DamagedReport("it is empty");
      }
      return manifest(new JsonRow("manifest", tree));
    } catch (IOException e) {
      throw new DamagedReport("it is no JSON, or holds a key twice", e);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new DamagedReport(String.valueOf(e.getMessage()), e);
    }
  }

  private static Manifest manifest(JsonRow row) {
    if (row.count("manifest") != ManifestJson.SCHEMA) {
      throw new DamagedReport(
          "its schema is " + row.count("manifest") + "; this version reads " + ManifestJson.SCHEMA);
    }
    SortedMap<String, String> parameters = new TreeMap<>();
    JsonRow given = row.object("parameters");
    given.node().fieldNames().forEachRemaining(k -> parameters.put(k, given.text(k)));
    JsonRow thresholds = row.object("thresholds");
    JsonRow span = row.object("span");
    return new Manifest(
        SavedReport.run(row.object("run")),
        row.list("command"),
        parameters,
        Duration.ofDays(row.count("look_back_days")),
        new Thresholds(
            Duration.ofMinutes(thresholds.count("gap_minutes")),
            Duration.ofHours(thresholds.count("long_lived_hours")),
            Duration.ofMinutes(thresholds.count("short_lived_minutes")),
            (int) thresholds.count("shared_by")),
        span.time("from").isPresent()
            ? Optional.of(new Interval(span.needTime("from"), span.needTime("to")))
            : Optional.empty(),
        new TreeMap<>(row.counts("counts")),
        seal(row.object("signature")),
        listed(row, "inputs"),
        listed(row, "outputs"));
  }

  private static Manifest.Seal seal(JsonRow row) {
    return row.flag("signed").orElse(false)
        ? new Manifest.Seal(row.text("algorithm"), row.text("key_sha256"))
        : Manifest.Seal.NONE;
  }

  private static List<Manifest.Listed> listed(JsonRow row, String key) {
    return row.rows(key).stream()
        .map(
            f ->
                new Manifest.Listed(
                    f.text("path"),
                    f.text("kind"),
                    f.count("bytes"),
                    f.text("sha256"),
                    f.text("problem")))
        .toList();
  }
}
