package io.tokentrail.report.json;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What changed between two reports, for programs. */
public final class ChangesJson {

  private ChangesJson() {}

  /** One JSON object and a line end. */
  public static String of(Changes changes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      json.document(
          () -> {
            json.count("schema", JsonFormat.SCHEMA);
            write(changes, json);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static void write(Changes changes, JsonWriter json) throws IOException {
    json.object("old", () -> edition(changes.before(), json));
    json.object("new", () -> edition(changes.after(), json));
    json.list("notes", changes.notes());
    json.object(
        "counts",
        () -> {
          for (Changes.Kind kind : Changes.Kind.values()) {
            json.object(
                kind.code(),
                () -> {
                  json.count("findings", changes.findings(kind));
                  json.count("tokens", changes.tokens(kind));
                });
          }
        });
    json.rows("findings", changes.findings(), c -> finding(c, json));
    json.rows("tokens", changes.tokens(), c -> token(c, json));
  }

  private static void edition(Edition edition, JsonWriter json) throws IOException {
    json.text("name", edition.name());
    json.text("cluster", edition.cluster());
    json.time("from", edition.span().map(Interval::from));
    json.time("to", edition.span().map(Interval::to));
    json.count("findings", edition.findings().size());
    json.count("tokens", edition.tokens().size());
  }

  private static void finding(Changes.OfFinding c, JsonWriter json) throws IOException {
    Edition.Told latest = c.latest();
    json.text("change", c.kind().code());
    json.text("finding_id", latest.id());
    json.text("cause", latest.cause());
    json.text("subject", latest.subject());
    json.text("severity_old", code(c.before()));
    json.text("severity_new", code(c.after()));
    if (c.before().isPresent()) {
      json.count("failures_401_old", c.before().get().failures());
    }
    if (c.after().isPresent()) {
      json.count("failures_401_new", c.after().get().failures());
    }
    json.flag("accepted", latest.accepted());
    json.text("note", c.note());
    json.text("summary", latest.summary());
  }

  private static String code(Optional<Edition.Told> finding) {
    return finding.map(Edition.Told::severity).map(Severity::code).orElse("");
  }

  private static void token(Changes.OfToken c, JsonWriter json) throws IOException {
    Edition.Standing latest = c.latest();
    json.text("change", c.kind().code());
    json.text("namespace", latest.namespace());
    json.text("secret", latest.secret());
    json.text("service_account", latest.account());
    json.text("verdict_old", verdict(c.before()));
    json.text("verdict_new", verdict(c.after()));
    json.text("safe_to_delete_old", safety(c.before()));
    json.text("safe_to_delete_new", safety(c.after()));
    json.text("note", c.note());
    json.text("reason", latest.reason());
  }

  private static String verdict(Optional<Edition.Standing> token) {
    return token.map(Edition.Standing::verdict).map(LegacyToken.Verdict::code).orElse("");
  }

  private static String safety(Optional<Edition.Standing> token) {
    return token.map(Edition.Standing::safety).map(LegacyToken.Safety::code).orElse("");
  }
}
