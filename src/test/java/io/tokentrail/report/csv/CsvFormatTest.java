package io.tokentrail.report.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Report;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {

  /** The public interface, copied out once more so that a change cannot pass unseen. */
  private static final Map<String, String> HEADERS =
      Map.ofEntries(
          Map.entry(
              "findings",
              "finding_id,cause,severity,confidence,namespace,service_account,pod,node,object,"
                  + "first_seen,last_seen,failures_401,summary,evidence,remedy,"
                  + "accepted_until,accepted_by,accepted_reason"),
          Map.entry(
              "failures",
              "audit_id,time,attempted,source_ip,user_agent,verb,request_uri,target_namespace,"
                  + "target_resource,namespace,service_account,pod,node,method,confidence,reason,"
                  + "spike_id,finding_id"),
          Map.entry(
              "spikes",
              "spike_id,namespace,service_account,source_ip,start,end,failures_401,peak_per_minute,"
                  + "baseline_per_minute,score,rotation_phase,cause,finding_id"),
          Map.entry(
              "correlations",
              "namespace,service_account,failures_401,windows,in_window,expected_in_window,lift,"
                  + "p_value,q_value,verdict,incidents,share_low,share_high,shift_p_value"),
          Map.entry(
              "rotation_windows",
              "namespace,service_account,pod,node,audience,ttl_seconds,source,issued_at,"
                  + "refresh_due,expires_at,refreshed_at,delay_seconds,status,credential_id,"
                  + "failures_401"),
          Map.entry(
              "service_accounts",
              "namespace,service_account,uid,in_snapshot,automount,pods,token_requests,"
                  + "bound_requests,stale_requests,legacy_requests,failures_401,first_seen,"
                  + "last_seen,audiences,min_ttl_seconds,max_ttl_seconds,legacy_secrets,findings"),
          Map.entry(
              "legacy_tokens",
              "namespace,secret,service_account,origin,created_at,last_used_label,"
                  + "last_used_observed,invalid_since,referenced_by,signature,verdict,"
                  + "safe_to_delete,reason"),
          Map.entry(
              "outlook",
              "due_at,kind,namespace,service_account,pod,node,object,basis,confidence,finding_id"),
          Map.entry(
              "signals",
              "signal,labels,first_seen,last_seen,baseline,peak,peak_time,ratio,warning,finding_id"),
          Map.entry(
              "inputs",
              "path,kind,wrapper,compression,bytes,sha256,records,rejected,first_time,last_time,"
                  + "duplicates"),
          Map.entry("rejected", "path,position,reason,sample"),
          Map.entry(
              "controls", "framework,control_id,title,status,observation,finding_ids,evidence"));

  @TempDir Path folder;

  @Test
  void everyTableHasTheHeaderOfTheContractAndNoOtherTableIsWritten() throws IOException {
    List<Path> written = new CsvFormat().write(Reports.quiet(), folder);

    Map<String, String> headers = new HashMap<>();
    for (Path file : tables(written)) {
      String name = file.getFileName().toString().replace(".csv", "");
      headers.put(name, Files.readAllLines(folder.resolve(file)).get(0));
    }
    assertEquals(HEADERS, headers);
  }

  private static List<Path> tables(List<Path> written) {
    return written.stream().filter(f -> f.toString().endsWith(".csv")).toList();
  }

  @Test
  void aTableWithoutRowsIsItsHeaderAlone() throws IOException {
    new CsvFormat().write(Reports.quiet(), folder);

    assertEquals(
        HEADERS.get("findings") + "\n", Files.readString(folder.resolve("csv/findings.csv")));
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    new CsvFormat().write(Reports.sample(), folder.resolve("a"));
    for (Path file : new CsvFormat().write(Reports.sample(), folder.resolve("b"))) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("a").resolve(file)),
          Files.readAllBytes(folder.resolve("b").resolve(file)));
    }
  }

  @Test
  void unknownIsAnEmptyCell() throws IOException {
    for (Path file : tables(new CsvFormat().write(Reports.sample(), folder))) {
      for (CSVRecord row : rows(file)) {
        for (String cell : row) {
          assertFalse(Set.of("null", "N/A", "-", "NaN").contains(cell), file + ": " + row);
        }
      }
    }
  }

  @Test
  void each401PointsAtTheFindingThatExplainsIt() {
    Report report = Reports.sample();
    Table failures = table(report, "failures");

    Map<String, Integer> counts = new HashMap<>();
    failures.rows().forEach(r -> counts.merge(r.get(17), 1, Integer::sum));

    assertEquals(report.caseFile().failures().size(), failures.rows().size());
    report
        .findings()
        .forEach(
            f ->
                assertEquals(
                    f.diagnosis().explains().size(), counts.getOrDefault(f.id(), 0), f.id()));
  }

  @Test
  void aBurstTakesTheCauseThatMostOfIts401sPointAt() {
    assertEquals(
        Set.of(
            "S-00000001 ROTATION_STALL F-bddb3475",
            "S-00000002 ROTATION_STALL F-bddb3475",
            "S-00000003 TOKEN_NOT_RELOADED F-51f0e744",
            "S-00000004 AUDIENCE_MISMATCH F-41c40cfe"),
        new HashSet<>(
            table(Reports.sample(), "spikes").rows().stream()
                .map(r -> r.get(0) + " " + r.get(11) + " " + r.get(12))
                .toList()));
  }

  @Test
  void aDeadTokenCountsThe401sOfItsPodUntilTheEnd() {
    List<List<String>> missed =
        table(Reports.sample(), "rotation_windows").rows().stream()
            .filter(r -> r.get(12).equals("missed"))
            .toList();

    assertEquals(1, missed.size());
    assertEquals("250", missed.get(0).get(14));
    assertEquals("", missed.get(0).get(10));
  }

  @Test
  void tooMany401sKeepTheEarliest() {
    Report all = Reports.sample();
    Report few = Reports.listing(all, 10);

    assertEquals(table(all, "failures").rows().subList(0, 10), table(few, "failures").rows());
  }

  @Test
  void line9StandsBeforeLine10() {
    assertEquals(
        List.of("line:868404", "line:2", "line:10"),
        table(Reports.sample(), "rejected").rows().stream().map(r -> r.get(1)).toList());
  }

  @Test
  void whatCouldNotBeReadHasNoCounts() {
    List<String> locked =
        table(Reports.sample(), "inputs").rows().stream()
            .filter(r -> r.get(0).equals("secret/locked.log"))
            .findFirst()
            .orElseThrow();

    assertEquals("", locked.get(6) + locked.get(7) + locked.get(10));
    assertTrue(HEADERS.get("inputs").startsWith("path,"));
  }

  private static Table table(Report report, String name) {
    return CsvFormat.tables(report).stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<CSVRecord> rows(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }
}
