package io.tokentrail.ingest.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Component logs as platforms hand them out: the line is the same, whatever is around it. */
class ShippedLogsTest {

  private static final SideOptions OPTIONS =
      new SideOptions(ZoneOffset.UTC, Instant.parse("2026-03-02T00:00:00Z"), Map.of(), 100, false);

  private static final String REFUSED =
      "E0301 11:02:08.123456       1 authentication.go:73] \"Unable to authenticate the request\""
          + " err=\"[invalid bearer token, service account token has expired]\"";

  private static final String OTHER =
      "I0301 11:02:09.000001       1 controller.go:615] quota admission added evaluator for: pods";

  private static final String EVENT =
      "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\",\"auditID\":"
          + "\"a1\",\"stage\":\"ResponseComplete\",\"verb\":\"get\",\"requestURI\":\"/readyz\","
          + "\"stageTimestamp\":\"2026-03-01T11:02:07.000000Z\"}";

  @TempDir Path dir;

  private static String text(String line) {
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(String line) {
    return "\"" + line.replace("\"", "\"\"") + "\"";
  }

  static List<String> files() {
    String r = text(REFUSED);
    String o = text(OTHER);
    return List.of(
        // CloudWatch: filter-log-events, Insights as JSON and CSV, export to S3, subscription
        "{\"events\":[{\"logStreamName\":\"kube-apiserver-ab\",\"timestamp\":1772362928123,"
            + "\"message\":"
            + r
            + "},{\"logStreamName\":\"kube-apiserver-ab\",\"timestamp\":1772362929000,\"message\":"
            + o
            + "}],\"searchedLogStreams\":[]}\n",
        "{\"results\":[[{\"field\":\"@timestamp\",\"value\":\"2026-03-01 11:02:08.123\"},"
            + "{\"field\":\"@message\",\"value\":"
            + r
            + "}],[{\"field\":\"@message\",\"value\":"
            + o
            + "}]]}",
        "@timestamp,@message\n2026-03-01 11:02:08.123,"
            + csv(REFUSED)
            + "\n2026-03-01 11:02:09.000,"
            + csv(OTHER)
            + "\n",
        "2026-03-01T11:02:08.123Z " + REFUSED + "\n2026-03-01T11:02:09.000Z " + OTHER + "\n",
        "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/aws/eks/c/cluster\",\"logEvents\":[{"
            + "\"id\":\"1\",\"timestamp\":1772362928123,\"message\":"
            + r
            + "},{\"id\":\"2\",\"timestamp\":1772362929000,\"message\":"
            + o
            + "}]}",
        // Azure: diagnostic lines, records, Log Analytics
        "{\"category\":\"kube-apiserver\",\"properties\":{\"log\":"
            + r
            + ",\"pod\":\"kube-apiserver-1\"},\"time\":\"2026-03-01T11:02:08.1234567Z\"}\n"
            + "{\"category\":\"kube-apiserver\",\"properties\":{\"log\":"
            + o
            + "},\"time\":\"2026-03-01T11:02:09.0000000Z\"}\n",
        "{\"records\":[{\"category\":\"kube-apiserver\",\"properties\":{\"log\":"
            + r
            + "}},{\"category\":\"kube-apiserver\",\"properties\":{\"log\":"
            + o
            + "}}]}",
        "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"TimeGenerated\"},"
            + "{\"name\":\"Category\"},{\"name\":\"log_s\"}],\"rows\":[[\"2026-03-01T11:02:08Z\","
            + "\"kube-apiserver\","
            + r
            + "],[\"2026-03-01T11:02:09Z\",\"kube-apiserver\","
            + o
            + "]]}]}",
        // Google Cloud: JSON lines and YAML
        "{\"insertId\":\"1\",\"textPayload\":"
            + r
            + ",\"timestamp\":\"2026-03-01T11:02:08.1Z\"}\n{\"insertId\":\"2\",\"textPayload\":"
            + o
            + "}\n",
        "insertId: 1\njsonPayload:\n  MESSAGE: "
            + r
            + "\n  _HOSTNAME: node-1\ntimestamp: '2026-03-01T11:02:08.1Z'\n---\ninsertId: 2\n"
            + "jsonPayload:\n  MESSAGE: "
            + o
            + "\n",
        // Loki, a container's own files, collectors, a store
        "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":{},"
            + "\"values\":[[\"1772362928123000000\","
            + r
            + "],[\"1772362929000000000\","
            + o
            + "]]}]}}",
        "2026-03-01T11:02:08.2Z stderr P "
            + REFUSED.substring(0, 60)
            + "\n2026-03-01T11:02:08.2Z stderr F "
            + REFUSED.substring(60)
            + "\n2026-03-01T11:02:09.2Z stderr F "
            + OTHER
            + "\n",
        "{\"log\":"
            + text(REFUSED.substring(0, 60))
            + ",\"stream\":\"stderr\",\"time\":\"2026-03-01T11:02:08.2Z\"}\n{\"log\":"
            + text(REFUSED.substring(60) + "\n")
            + ",\"stream\":\"stderr\",\"time\":\"2026-03-01T11:02:08.2Z\"}\n{\"log\":"
            + text(OTHER + "\n")
            + ",\"stream\":\"stderr\",\"time\":\"2026-03-01T11:02:09.2Z\"}\n",
        "{\"@timestamp\":\"2026-03-01T11:02:08Z\",\"kubernetes\":{\"host\":\"cp-1\"},\"message\":"
            + r
            + "}\n{\"message\":"
            + o
            + "}\n",
        "{\"hits\":{\"hits\":[{\"_source\":{\"message\":"
            + r
            + "}},{\"_source\":{\"message\":"
            + o
            + "}}]}}");
  }

  @ParameterizedTest
  @MethodSource("files")
  void aRefusalIsReadWhateverIsAroundIt(String file) throws IOException {
    SideReading reading = read(Map.of("kube-apiserver.export", file));
    InputFile row = reading.inputs().get(0);
    assertEquals(InputFile.Kind.COMPONENT_LOG, row.kind(), file);
    assertEquals(2, row.records(), file);
    assertEquals(0, row.rejected(), file);
    assertEquals(1, reading.logLines().size(), file);
    LogLine line = reading.logLines().get(0);
    assertEquals("2026-03-01", line.at().toString().substring(0, 10));
    assertEquals("kube-apiserver", line.component());
    assertEquals(Reason.EXPIRED, ((LogLine.Refused) line.meaning()).reason());
  }

  @Test
  void aControlPlanesLogGroupHoldsBothLogs() throws IOException {
    String group =
        "{\"events\":[{\"logStreamName\":\"kube-apiserver-audit-ab\",\"timestamp\":1,\"message\":"
            + text(EVENT)
            + "},{\"logStreamName\":\"kube-apiserver-ab\",\"timestamp\":1772362928123,\"message\":"
            + text(REFUSED)
            + "}]}";
    Files.writeString(dir.resolve("group.json"), group);
    List<Offered> offered = Offering.of(List.of(dir.toString()), Map.of(), new LocalFiles());
    assertEquals(InputFile.Kind.AUDIT, offered.get(0).kind());
    SideReading reading = SideReading.read(offered, new LocalFiles(), OPTIONS);
    assertEquals(1, reading.logLines().size());
    assertEquals(List.of(), reading.inputs(), "its row is the audit reader's");
  }

  @Test
  void overlappingFilesOfOneLogCountALineOnce() throws IOException {
    String again = REFUSED.replace("08.123456", "10.000007");
    SideReading reading =
        read(
            Map.of(
                "kube-apiserver-cp-1.log", REFUSED + "\n" + again + "\n" + again + "\n",
                "kube-apiserver-cp-1.log.1", OTHER + "\n" + REFUSED + "\n" + again + "\n"));
    assertEquals(3, reading.logLines().size());
    assertEquals(List.of(0L, 2L), reading.inputs().stream().map(InputFile::duplicates).toList());
  }

  @Test
  void aLogBehindAShellsTraceIsFound() throws IOException {
    String trace = "+ grep -q cloud-provider=azure\n".repeat(4000);
    SideReading reading = read(Map.of("kubelet.log", trace + (REFUSED + "\n").repeat(1000)));
    assertEquals(InputFile.Kind.COMPONENT_LOG, reading.inputs().get(0).kind());
    assertEquals(1000, reading.inputs().get(0).records());
  }

  @Test
  void aWindowsShellsLogIsRead() throws IOException {
    Files.write(
        dir.resolve("kubelet.log"),
        ("\uFEFF" + REFUSED + "\r\n").getBytes(StandardCharsets.UTF_16BE));
    assertEquals(1, read(Map.of()).logLines().size());
  }

  private SideReading read(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(dir.resolve(file.getKey()), file.getValue());
    }
    List<Offered> offered = Offering.of(List.of(dir.toString()), Map.of(), new LocalFiles());
    return SideReading.read(offered, new LocalFiles(), OPTIONS);
  }
}
