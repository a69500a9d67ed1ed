package io.tokentrail.report.json;

import io.tokentrail.model.Report;
import io.tokentrail.report.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The closing summary for programs: {@code --json}. */
public final class SummaryJson {

  private SummaryJson() {}

  /** One JSON object and a line end. */
  public static String of(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      json.document(
          () -> {
            json.count("schema", JsonFormat.SCHEMA);
            json.object("run", () -> JsonFormat.run(report.run(), json));
            json.object("totals", () -> JsonFormat.totals(report, json));
            json.object("coverage", () -> JsonFormat.coverage(report, json));
            json.object(
                "causes",
                () -> {
                  for (var entry : Outcome.all(report).entrySet()) {
                    json.text(entry.getKey().name(), word(entry.getValue()));
                  }
                });
            json.rows("findings", report.findings(), f -> JsonFormat.finding(f, report, json));
            KnownJson.write(report, json);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String word(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.NOT_CHECKED
        ? outcome.kind().words() + ": " + outcome.text()
        : outcome.kind().words();
  }
}
