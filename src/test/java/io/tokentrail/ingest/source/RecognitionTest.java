package io.tokentrail.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.model.InputFile.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

  private static Recognition of(String text) {
    return Recognition.of(new Head(text, true, false));
  }

  private static Kind kindOf(String text) {
    return of(text).kind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\"a\"}\n",
        "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"items\":[]}",
        "[{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1beta1\"}]",
        "{\"level\":\"Metadata\",\"auditID\":\"a\",\"stage\":\"ResponseComplete\"}",
        "cut off\",\"code\":200}}\n{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}\n"
      })
  void auditEventsAreToldByTheirApiVersion(String text) {
    Recognition recognised = of(text);
    assertEquals(Kind.AUDIT, recognised.kind());
    assertEquals("", recognised.wrapper());
  }

  @Test
  void anEventOfTheCoreApiIsNoAuditEvent() {
    assertEquals(
        Kind.SNAPSHOT,
        kindOf("{\"kind\":\"Event\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"e\"}}"));
    assertEquals(
        Kind.SNAPSHOT,
        kindOf("{\"apiVersion\":\"v1\",\"items\":[{\"kind\":\"Event\",\"apiVersion\":\"v1\"}]}"));
  }

  @Test
  void aShippersEnvelopeIsNamed() {
    String event = "{\\\"kind\\\":\\\"Event\\\",\\\"apiVersion\\\":\\\"audit.k8s.io/v1\\\"}";
    assertEquals(
        new Recognition(Kind.AUDIT, "eks", Layout.DOCUMENTS),
        of("{\"events\":[{\"logStreamName\":\"s\",\"message\":\"" + event + "\"}]}"));
    assertEquals(
        new Recognition(Kind.AUDIT, "fluentbit", Layout.LINES),
        of("{\"date\":1.5,\"log\":\"" + event + "\"}"));
    assertEquals(
        new Recognition(Kind.AUDIT, "openshift", Layout.LINES),
        of("master-0 {\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"}"));
  }

  @Test
  void aLogThatSpeaksOfAuditEventsHoldsNone() {
    String flag = "I0301 10:00:00.000001 1 flags.go:64] FLAG: --audit-log-version=audit.k8s.io/v1";
    assertEquals(Kind.COMPONENT_LOG, kindOf("{\"log\":\"" + flag + "\"}\n"));
    assertEquals(Kind.UNRECOGNISED, kindOf("{\"message\":\"uses {audit.k8s.io/v1}\"}\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[]}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[]}",
        "{\"apiVersion\":\"v1\",\"data\":{},\"kind\":\"Secret\"}",
        "---\napiVersion: apps/v1\nkind: Deployment\n",
        "{\"clientVersion\":{\"gitVersion\":\"v1.30.1\"}}",
        "2026-03-01T10:00:00Z\n"
      })
  void snapshotsAreObjectsListsVersionsAndTheCollectorsStamp(String text) {
    assertEquals(Kind.SNAPSHOT, kindOf(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I0301 10:00:00.000001       1 server.go:10] \"Started\"\n",
        "Mar 01 10:00:00 n1 kubelet[7]: I0301 10:00:00.000001 7 kubelet.go:10] hello\n",
        "{\"ts\":1740823200000.5,\"caller\":\"a/b.go:1\",\"msg\":\"m\",\"v\":0}\n",
        "{\"__REALTIME_TIMESTAMP\":\"1740823200000000\",\"MESSAGE\":\"m\"}\n",
        "panic trace line\n  at x\nE0301 10:00:00.000001 1 authentication.go:75] \"x\"\n"
      })
  void componentLogsAreToldByKlogsHeaderOrFields(String text) {
    assertEquals(Kind.COMPONENT_LOG, kindOf(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# HELP up Whether it is up.\n# TYPE up gauge\nup 1\n",
        "authentication_attempts{result=\"error\"} 7 1740823200000\n",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
        "[{\"metric\":{\"__name__\":\"up\"},\"values\":[[1,\"1\"]]}]",
        "Time,\"latency a\"\n2026-03-01 10:00:00,0.5\n"
      })
  void metricsAreExpositionsAnswersAndDashboards(String text) {
    assertEquals(Kind.METRICS, kindOf(text));
  }

  @Test
  void tokensKeysAndTablesAreToldApart() {
    assertEquals(Kind.TOKEN, kindOf("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln\n"));
    assertEquals(
        Kind.TOKEN,
        kindOf("{\"kind\":\"TokenRequest\",\"apiVersion\":\"authentication.k8s.io/v1\"}"));
    assertEquals(Kind.KEYS, kindOf("{\"keys\":[{\"kty\":\"RSA\"}]}"));
    assertEquals(Kind.KEYS, kindOf("{\"issuer\":\"https://i\",\"jwks_uri\":\"https://i/j\"}"));
    assertEquals(Kind.KEYS, kindOf("-----BEGIN PUBLIC KEY-----\nAAAA\n"));
    assertEquals(
        Kind.TOKEN_FILES, kindOf("namespace\tpod\tcontainer\tpath\tmode\tmtime\tcaptured_at\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello\nworld\n",
        "{\"some\":\"document\"}",
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":406}",
        "name,age\nx,1\n"
      })
  void whatIsNothingOfTheseIsUnrecognised(String text) {
    assertEquals(Kind.UNRECOGNISED, kindOf(text));
  }

  @Test
  void aWarningWithCommasAboveKlogIsNoHeaderOfATable() {
    String log =
        """
        Flag --insecure-port has been deprecated, This flag has no effect now and will be removed.
        I0301 10:00:00.000001       1 server.go:632] external host was not specified, using a
        """;
    assertEquals(new Recognition(Kind.COMPONENT_LOG, "", Layout.LINES), of(log));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[]},\"status\":{\"phase\":\"Running\"}}",
        "[{\"metadata\":{\"name\":\"a\"},\"secrets\":[{\"name\":\"a-token\"}]}]",
        "{\"metadata\":{\"name\":\"s\"},\"data\":{},\"type\":\"Opaque\"}",
        "{\"metadata\":{\"name\":\"n\"},\"spec\":{},\"status\":{\"nodeInfo\":{}}}"
      })
  void objectsThatLostTheirKindAreToldByTheirFields(String text) {
    assertEquals(Kind.SNAPSHOT, kindOf(text));
  }

  @Test
  void whatHasOnlyANameIsNoObject() {
    assertEquals(Kind.UNRECOGNISED, kindOf("{\"metadata\":{\"name\":\"x\"},\"spec\":{}}"));
  }

  @Test
  void recordsPackedInBase64AreFoundAlsoWhereTheyAreCutOff() throws IOException {
    StringBuilder log = new StringBuilder("{\"logEvents\":[");
    for (int i = 0; i < 20_000; i++) {
      log.append("{\"message\":\"{\\\"auditID\\\":\\\"")
          .append(i * 7919 % 20_000)
          .append("\\\"}\"},");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(log.toString().getBytes(StandardCharsets.UTF_8));
    }
    String records =
        "{\"Records\":[{\"kinesis\":{\"data\":\""
            + Base64.getEncoder().encodeToString(packed.toByteArray());
    String head = records.substring(0, 20_001);
    Recognition recognised = Recognition.of(new Head(head, false, false));
    assertEquals(new Recognition(Kind.AUDIT, "", Layout.NESTED), recognised);
  }
}
