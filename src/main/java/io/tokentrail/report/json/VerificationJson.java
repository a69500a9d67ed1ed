package io.tokentrail.report.json;

import io.tokentrail.model.Interval;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Verification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What checking a report against its evidence came to, for programs. */
public final class VerificationJson {

  private VerificationJson() {}

  /** One JSON object and a line end. */
  public static String of(Verification result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      json.document(() -> write(result, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(Verification result, JsonWriter json) throws IOException {
    json.flag("verified", result.passed());
    json.text("folder", result.folder());
    json.text("signature", result.signature().code());
    if (result.manifest().isPresent()) {
      Manifest manifest = result.manifest().get();
      json.text(
          "signed_by",
          result.signature() == Verification.Signature.VALID ? manifest.seal().keyId() : "");
      json.object("run", () -> JsonFormat.run(manifest.run(), json));
      json.time("from", manifest.span().map(Interval::from));
      json.time("to", manifest.span().map(Interval::to));
    }
    json.count("files", result.files());
    json.count("bytes", result.bytes());
    if (result.inputs().isPresent()) {
      Verification.Inputs inputs = result.inputs().get();
      json.object(
          "inputs",
          () -> {
            json.count("same", inputs.same());
            json.count("without_digest", inputs.unknown());
            json.rows(
                "moved",
                inputs.moved().entrySet(),
                (Map.Entry<String, String> e) -> {
                  json.text("path", e.getKey());
                  json.text("now", e.getValue());
                });
          });
    }
    json.rows(
        "differences",
        result.differences(),
        d -> {
          json.text("kind", d.kind().code());
          json.text("what", d.what());
          json.text("why", d.why());
        });
  }
}
