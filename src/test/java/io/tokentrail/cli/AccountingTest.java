package io.tokentrail.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.ingest.audit.Events;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of custody: of each file, used and rejected records together are what was there. */
class AccountingTest {

  @TempDir Path dir;

  private void file(String name, String content, Charset charset) throws IOException {
    Path file = dir.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, charset);
  }

  private List<CSVRecord> table(String name) throws IOException {
    CSVFormat withHeader = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(Files.readString(dir.resolve("out/csv").resolve(name))), withHeader)) {
      return parser.getRecords();
    }
  }

  /** Records and rejects by file name, as {@code used+rejected}. */
  private Map<String, String> counted() throws IOException {
    Run run =
        Run.of(
            "analyze",
            dir.resolve("in").toString(),
            "--out",
            dir.resolve("out").toString(),
            "--quiet");
    assertEquals(0, run.code(), run.err());
    Map<String, String> all = new HashMap<>();
    for (CSVRecord row : table("inputs.csv")) {
      String path = row.get("path");
      all.put(
          path.substring(path.indexOf("/in/") + 4), row.get("records") + "+" + row.get("rejected"));
    }
    return all;
  }

  @Test
  void everyKindOfFileAddsUp() throws IOException {
    file(
        "audit.log",
        Events.get("1", "11:00:00.000001") + "\nno event\n\n" + Events.line("2") + "\n{\"a\":1}\n",
        UTF_8);
    file(
        "snapshot.json",
        "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[{\"kind\":\"Node\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}},"
            + "{\"kind\":\"Pod\",\"metadata\":{}},{\"no\":\"kind\"}]}",
        UTF_8);
    file(
        "kubelet.log",
        "I0504 09:00:00.000001     812 kubelet.go:1] \"a\"\nE0504 09:00:01.00\nI0504 09:00:02.000001     812 kubelet.go:1] \"b\"\n",
        UTF_8);
    file(
        "scrape.prom",
        "# TYPE apiserver_request_total counter\napiserver_request_total{code=\"401\"} 3\napiserver_request_total{code= 4\n"
            + "apiserver_request_total{code=\"200\"} 5\n",
        UTF_8);
    file(
        "token-files.csv",
        "namespace,pod,container,path,mode,mtime,captured_at\nshop,a,c,/mtime/token,0644,1777881600,1777885200\n"
            + "shop,\"a,c,/t,0644,1777881600,1777885200\nshop,a,c,/t,0999,1777881600,1777885200\n",
        UTF_8);
    file(
        "jwks.json",
        "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"x\"},{\"kty\":\"oct\",\"k\":\"YQ\"}]}",
        UTF_8);
    assertEquals(
        Map.of(
            "audit.log", "2+2",
            "snapshot.json", "1+2",
            "kubelet.log", "2+1",
            "scrape.prom", "2+1",
            "token-files.csv", "1+2",
            "jwks.json", "0+2"),
        counted());
    assertEquals(10, table("rejected.csv").size(), "each reject is listed");
    for (CSVRecord reject : table("rejected.csv")) {
      assertTrue(reject.get("position").matches("(line|item):[1-9]\\d*"), reject.toString());
      assertTrue(!reject.get("reason").isEmpty(), reject.toString());
    }
  }

  @Test
  void neitherLargeEventsNorInvalidBytesAreAnExcuse() throws IOException {
    String large =
        Events.get("large", "11:00:01.000001")
            .replace(
                "\"stage\"",
                "\"requestObject\":{\"data\":\"" + "x".repeat(260_000) + "\"},\"stage\"");
    String huge =
        Events.get("huge", "11:00:02.000001")
            .replace(
                "\"stage\"",
                "\"requestObject\":{\"data\":\"" + "y\\n".repeat(3_500_000) + "\"},\"stage\"");
    String latin = Events.line("latin").replace("kubernetes", "k\u00fcbernetes");
    String nuls = Events.line("nuls").replace("configmaps", "config\0maps");
    List<String> lines =
        new ArrayList<>(List.of(Events.line("1"), large, huge, latin, nuls, Events.line("2")));
    file("audit.log", "\0\0\0" + String.join("\n", lines) + "\n\0\0\0\0", ISO_8859_1);
    assertEquals(Map.of("audit.log", "5+1"), counted());
    assertEquals("NUL bytes inside", table("rejected.csv").get(0).get("reason"));
    assertEquals("line:5", table("rejected.csv").get(0).get("position"));
    List<String> ids = table("failures.csv").stream().map(r -> r.get("audit_id")).toList();
    assertEquals(List.of("1", "2", "latin"), ids.stream().sorted().toList());
  }

  @Test
  void rejectsBeyondTheLimitAreCountedThoughNotListed() throws IOException {
    file("audit.log", Events.line("1") + "\nx\nx\nx\n", UTF_8);
    Run run =
        Run.of(
            "analyze",
            dir.resolve("in").toString(),
            "--out",
            dir.resolve("out").toString(),
            "--max-rejected-rows",
            "2");
    assertEquals(0, run.code(), run.err());
    assertEquals("3", table("inputs.csv").get(0).get("rejected"));
    assertEquals(2, table("rejected.csv").size());
  }

  @Test
  void overlappingFilesOfSeveralServersOutOfOrderCountEachEventOnce() throws IOException {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String time = String.format(java.util.Locale.ROOT, "11:%02d:00.000001", i);
      log.add(i % 7 == 0 ? Events.line("r" + i) : Events.get("e" + i, time));
    }
    List<String> shuffled = new ArrayList<>(log.subList(0, 40));
    java.util.Collections.shuffle(shuffled, new java.util.Random(1));
    file("cp-1/audit-old.log", String.join("\n", shuffled) + "\n", UTF_8);
    file("cp-1/audit.log", String.join("\n", log.subList(30, 60)) + "\n", UTF_8);
    file("cp-2/audit.log", Events.get("other", "11:00:00.000001") + "\n", UTF_8);
    assertEquals(
        Map.of("cp-1/audit-old.log", "40+0", "cp-1/audit.log", "30+0", "cp-2/audit.log", "1+0"),
        counted());
    long repeated =
        table("inputs.csv").stream().mapToLong(r -> Long.parseLong(r.get("duplicates"))).sum();
    assertEquals(10, repeated);
    assertEquals(9, table("failures.csv").size());
  }
}
