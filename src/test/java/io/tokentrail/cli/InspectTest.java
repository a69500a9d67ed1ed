package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says of logs whose audit policy leaves things out. */
class InspectTest {

  private static final String EVENT =
      """
      {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"LEVEL","auditID":"ID","stage":"STAGE",\
      "requestURI":"/api/v1/namespaces/shop/RESOURCE","verb":"VERB","user":{"username":"system:node:worker-a"},\
      "sourceIPs":["10.0.0.9"],"userAgent":"kubelet/v1.34.4","objectRef":{"resource":"RESOURCE","namespace":"shop",\
      "name":"cart"SUB},"responseStatus":{"metadata":{},"code":200},\
      "requestReceivedTimestamp":"2026-05-04T09:0MINUTE:00.000001Z","stageTimestamp":"2026-05-04T09:0MINUTE:00.000321Z"}
      """;

  @TempDir Path dir;

  private static String event(String id, int minute, String stage, String verb, String resource) {
    int slash = resource.indexOf('/');
    String plain = slash < 0 ? resource : resource.substring(0, slash);
    return EVENT
        .replace("LEVEL", "Metadata")
        .replace("\"ID\"", "\"" + id + "\"")
        .replace("MINUTE", Integer.toString(minute))
        .replace("STAGE", stage)
        .replace("VERB", verb)
        .replace("RESOURCE", plain)
        .replace(
            "SUB", slash < 0 ? "" : ",\"subresource\":\"" + resource.substring(slash + 1) + "\"");
  }

  private String log(String name, String... events) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("", events));
    return file.toString();
  }

  private String wholeLog() throws IOException {
    return log(
        "in/cp-1/audit.log",
        event("a", 0, "ResponseComplete", "list", "pods"),
        event("b", 1, "ResponseStarted", "watch", "secrets"),
        event("c", 2, "ResponseComplete", "create", "tokenreviews"),
        event("d", 3, "ResponseComplete", "create", "serviceaccounts/token")
            .replace("Metadata", "Request"));
  }

  @Test
  void aLogThatShowsEverythingHasNoBlindSpot() throws IOException {
    Run run = Run.of("inspect", wholeLog(), "--quiet");
    assertEquals(0, run.code(), run.err());
    assertFalse(run.out().contains("Unseen"), run.out());
    assertTrue(run.out().contains("1 API server"), run.out());
  }

  @Test
  void whatThePolicyLeavesOutIsNamedWithWhatFollows() throws IOException {
    String log =
        log(
            "audit.log",
            event("a", 0, "ResponseComplete", "create", "leases"),
            event("b", 1, "ResponseComplete", "update", "leases"));
    String out = Run.of("inspect", log, "--quiet").out().replaceAll("\\s+", " ");
    for (String said :
        List.of(
            "stage ResponseStarted: 401s are invisible",
            "get, list, watch: who only reads is not seen",
            "create serviceaccounts/token: when tokens were renewed is unknown",
            "tokenreviews: tokens shown to other programs are not seen",
            "secrets: a deleted or new token Secret is not seen",
            "pods: which pod had which address when is a guess")) {
      assertTrue(out.contains(said), said + " in " + out);
    }
    assertFalse(out.contains("create, update, patch, delete:"), out);
  }

  @Test
  void tokenRequestsWithoutBodiesHideTheLifetime() throws IOException {
    String log =
        log("audit.log", event("d", 3, "ResponseComplete", "create", "serviceaccounts/token"));
    String out = Run.of("inspect", log, "--quiet").out().replaceAll("\\s+", " ");
    assertTrue(out.contains("bodies of serviceaccounts/token: lifetime, audience and pod"), out);
  }

  @Test
  void everyMissingInputSaysWhatItWouldAdd() throws IOException {
    String out = Run.of("inspect", wholeLog(), "--quiet").out().replaceAll("\\s+", " ");
    for (String said :
        List.of(
            "kube-apiserver log: why each token was refused",
            "kubelet logs: whether and why",
            "snapshot (kubectl get -o json): pods",
            "keys (JWKS): whether",
            "token-files (stat -L): how old",
            "metrics: rates")) {
      assertTrue(out.contains(said), said + " in " + out);
    }
  }

  @Test
  void theJsonFormHoldsKindsSpansStagesServersGapsAndRejects() throws IOException {
    wholeLog();
    log(
        "in/cp-2/audit.log",
        event("x", 0, "ResponseComplete", "list", "pods"),
        "not json\n",
        event("y", 9, "ResponseComplete", "list", "pods"));
    Run run = Run.of("inspect", dir.resolve("in").toString(), "--quiet", "--json");
    assertEquals(0, run.code(), run.err());
    JsonNode all = new ObjectMapper().readTree(run.out());
    assertEquals(6, all.at("/audit/events").asInt());
    assertTrue(all.at("/audit/shows_401s").asBoolean());
    assertEquals(2, all.at("/audit/servers").size());
    assertEquals("2026-05-04T09:00:00.000Z", all.at("/audit/first_time").asText());
    assertEquals("2026-05-04T09:01:00.000Z", all.at("/gaps/1/from").asText());
    assertEquals(3, all.at("/audit_files/0/stages/ResponseComplete").asInt());
    assertEquals("line:2", all.at("/rejected/0/position").asText());
    assertEquals(1, all.at("/inputs/1/rejected").asInt());
    assertTrue(all.at("/missing").has("keys (JWKS)"), run.out());
  }

  /** A log as CloudWatch exports it. */
  private String shipped() throws IOException {
    StringBuilder events = new StringBuilder("{\"events\":[");
    for (String id : List.of("a", "b")) {
      String quoted =
          new ObjectMapper().writeValueAsString(event(id, 1, "ResponseComplete", "list", "pods"));
      events
          .append(id.equals("a") ? "" : ",")
          .append("{\"logStreamName\":\"kube-apiserver-audit-1\",");
      events.append("\"timestamp\":1777885260000,\"message\":").append(quoted).append('}');
    }
    return log("shipped.json", events.append("]}").toString());
  }

  @Test
  void whatAShipperLosesIsSaidWhereverCoverageIs() throws IOException {
    String said = "CloudWatch cuts messages at 256 KB";
    String out = Run.of("inspect", shipped(), "--quiet").out().replaceAll("\\s+", " ");
    assertTrue(out.contains(said), out);
    JsonNode json =
        new ObjectMapper().readTree(Run.of("inspect", shipped(), "--quiet", "--json").out());
    assertTrue(json.at("/audit_files/0/blind_spots/0").asText().startsWith(said), json.toString());
    Path report = dir.resolve("out");
    Run run = Run.of("analyze", shipped(), "--out", report.toString(), "--quiet");
    assertEquals(0, run.code(), run.err());
    JsonNode saved = new ObjectMapper().readTree(report.resolve("report.json").toFile());
    assertTrue(saved.at("/audit_files/0/blind_spots/0").asText().startsWith(said), run.out());
    String page = Files.readString(report.resolve("report.html"));
    assertTrue(page.contains("As it was shipped.") && page.contains(said));
    assertFalse(Run.of("inspect", wholeLog(), "--quiet").out().contains("CloudWatch"));
  }

  @Test
  void thePageNamesWhatTheAuditPolicyLeavesOut() throws IOException {
    Path report = dir.resolve("out");
    String log = log("audit.log", event("a", 0, "ResponseComplete", "create", "leases"));
    Run.of("analyze", log, "--out", report.toString(), "--quiet");
    String page = Files.readString(report.resolve("report.html"));
    assertTrue(page.contains("when tokens were renewed is unknown"), page);
    Run.of("analyze", wholeLog(), "--out", report.toString(), "--quiet", "--force");
    page = Files.readString(report.resolve("report.html"));
    assertFalse(page.contains("when tokens were renewed is unknown"), page);
  }

  @Test
  void anApiServersOwnLogAmongItsEventsIsRead() throws IOException {
    String klog = "I0504 09:02:00.000001       1 trace.go:236] Trace[1]: \"List\"\n";
    String log =
        log("stdout.log", klog, event("a", 0, "ResponseComplete", "list", "pods"), klog, klog);
    JsonNode json = new ObjectMapper().readTree(Run.of("inspect", log, "--quiet", "--json").out());
    assertEquals(1, json.at("/audit/events").asInt(), json.toString());
    assertEquals(1, json.at("/log_files").size());
    assertEquals("2026-05-04T09:02:00.000Z", json.at("/log_files/0/first_time").asText());
    assertEquals(0, json.at("/rejected").size());
  }
}
