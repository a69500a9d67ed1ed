package io.tokentrail.report.json;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Series;
import io.tokentrail.model.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was offered, what became of it, and which minutes it covers. */
final class InputsJson {

  /** Minutes that follow each other and hold events. */
  private record Stretch(long firstMinute, long lastMinute, long events) {}

  private InputsJson() {}

  static void input(InputFile f, JsonWriter json) throws IOException {
    json.text("path", f.path());
    json.text("kind", f.kind().code());
    json.text("wrapper", f.wrapper());
    json.text("compression", f.compression());
    json.count("bytes", f.bytes());
    json.text("sha256", f.sha256());
    boolean counted = f.problem().isEmpty() && f.kind() != InputFile.Kind.UNRECOGNISED;
    if (counted || f.records() + f.rejected() + f.duplicates() > 0) {
      json.count("records", f.records());
      json.count("rejected", f.rejected());
      json.count("duplicates", f.duplicates());
    }
    json.time("first_time", f.firstAt());
    json.time("last_time", f.lastAt());
    json.text("problem", f.problem());
  }

  static void reject(Reject r, JsonWriter json) throws IOException {
    json.text("path", r.path());
    json.text("position", r.positionText());
    json.text("reason", r.why());
    json.text("sample", r.sample());
  }

  static void auditFile(AuditFile f, JsonWriter json) throws IOException {
    json.text("path", f.path());
    json.text("source", f.source());
    json.counts("stages", f.stages());
    json.counts("levels", f.levels());
    json.counts("token_request_levels", f.tokenRequestLevels());
    json.list("blind_spots", f.blindSpots());
    json.rows(
        "minutes",
        stretches(f),
        s -> {
          json.time("from", Instant.ofEpochSecond(s.firstMinute() * 60));
          json.time("to", Instant.ofEpochSecond((s.lastMinute() + 1) * 60));
          json.count("events", s.events());
        });
  }

  private static List<Stretch> stretches(AuditFile file) {
    List<Stretch> all = new ArrayList<>();
    for (Map.Entry<Long, Long> minute : file.minutes().entrySet()) {
      if (minute.getValue() == 0) {
        continue;
      }
      int last = all.size() - 1;
      if (last >= 0 && all.get(last).lastMinute() + 1 == minute.getKey()) {
        Stretch s = all.get(last);
        all.set(
            last, new Stretch(s.firstMinute(), minute.getKey(), s.events() + minute.getValue()));
      } else {
        all.add(new Stretch(minute.getKey(), minute.getKey(), minute.getValue()));
      }
    }
    return all;
  }

  static void logFile(LogFile f, JsonWriter json) throws IOException {
    json.text("path", f.path());
    json.text("component", f.component());
    json.text("host", f.host());
    json.time("first_time", f.firstAt());
    json.time("last_time", f.lastAt());
  }

  /** How many series there are of each metric. */
  static void series(List<Series> all, JsonWriter json) throws IOException {
    TreeMap<String, Long> counts = new TreeMap<>();
    all.forEach(s -> counts.merge(s.name(), 1L, Long::sum));
    json.rows(
        "metric_series",
        counts.entrySet(),
        e -> {
          json.text("metric", e.getKey());
          json.count("series", e.getValue());
        });
  }

  static void snapshot(Snapshot s, JsonWriter json) throws IOException {
    json.time("at", s.at());
    json.list("kinds", s.kinds());
    json.text("server_version", s.serverVersion());
    json.count("pods", s.pods().size());
    json.count("service_accounts", s.accounts().size());
    json.count("token_secrets", s.tokenSecrets().size());
    json.count("other_secrets", s.otherSecrets());
    json.count("nodes", s.nodes().size());
    json.text("tracking_since", s.trackingSince().map(Object::toString).orElse(""));
  }
}
