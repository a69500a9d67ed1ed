package io.tokentrail.report.json;

import io.tokentrail.model.Interval;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Thresholds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code evidence/manifest.json}; {@link SavedManifest} reads it back. */
public final class ManifestJson {

  /** Grows when a key changes its meaning. */
  public static final int SCHEMA = 1;

  private static final String INTEGRITY =
      "A digest shows that a file has not changed since this manifest was written, as long as the"
          + " manifest itself is trusted: by its signature, or because it was kept elsewhere.";

  private static final String ORIGIN =
      "It does not show where an input came from, nor who ran the tool: whoever can write these"
          + " files can write new ones with new digests. A signature shows that the holder of its key"
          + " vouched for this manifest; whose key that is, a reader must know from elsewhere.";

  private static final String COMPLETENESS =
      "It does not show that the inputs are complete: a log from which events were taken before"
          + " it was read has a digest like any other. Gaps that can be seen are in report.json"
          + " (coverage).";

  private static final String UNSIGNED =
      "Nobody signed this manifest: it was written without --signing-key. It shows accidents, not"
          + " intent.";

  private static final String SIGNED =
      "evidence/manifest.jws holds the bytes of this file and their signature.";

  private ManifestJson() {}

  /** One JSON object and a line end. */
  public static byte[] bytes(Manifest manifest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      json.document(() -> write(manifest, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Manifest manifest, JsonWriter json) throws IOException {
    json.count("manifest", SCHEMA);
    json.object(
        "proves",
        () -> {
          json.text("integrity", INTEGRITY);
          json.text("not_origin", ORIGIN);
          json.text("not_completeness", COMPLETENESS);
        });
    json.object("signature", () -> seal(manifest.seal(), json));
    json.object("run", () -> JsonFormat.run(manifest.run(), json));
    json.list("command", manifest.command());
    json.object(
        "parameters",
        () -> {
          for (Map.Entry<String, String> entry : manifest.parameters().entrySet()) {
            json.words(entry.getKey(), entry.getValue());
          }
        });
    json.count("look_back_days", manifest.lookBack().toDays());
    json.object("thresholds", () -> thresholds(manifest.thresholds(), json));
    json.object(
        "span",
        () -> {
          json.time("from", manifest.span().map(Interval::from));
          json.time("to", manifest.span().map(Interval::to));
        });
    json.counts("counts", manifest.counts());
    json.rows("inputs", manifest.inputs(), f -> listed(f, json));
    json.rows("outputs", manifest.outputs(), f -> listed(f, json));
  }

  private static void seal(Manifest.Seal seal, JsonWriter json) throws IOException {
    json.flag("signed", seal.signed());
    json.text("algorithm", seal.algorithm());
    json.text("key_sha256", seal.keyId());
    json.text("note", seal.signed() ? SIGNED : UNSIGNED);
  }

  private static void thresholds(Thresholds thresholds, JsonWriter json) throws IOException {
    json.count("gap_minutes", thresholds.gap().toMinutes());
    json.count("long_lived_hours", thresholds.longLived().toHours());
    json.count("short_lived_minutes", thresholds.shortLived().toMinutes());
    json.count("shared_by", thresholds.sharedBy());
  }

  private static void listed(Manifest.Listed file, JsonWriter json) throws IOException {
    json.text("path", file.path());
    json.text("kind", file.kind());
    json.count("bytes", file.bytes());
    json.text("sha256", file.sha256());
    json.text("problem", file.problem());
  }
}
