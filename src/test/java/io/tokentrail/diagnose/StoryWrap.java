package io.tokentrail.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** An audit event as the platform of a story exports it, one a line. */
final class StoryWrap {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoryWrap() {}

  static String of(String platform, String event) {
    return switch (platform) {
      case "EKS" -> eks(event);
      case "AKS" -> aks(event);
      case "GKE" -> gke(event);
      case "OpenShift" -> "master-0.example.net " + event;
      default -> event;
    };
  }

  private static String eks(String event) {
    ObjectNode line = JSON.createObjectNode();
    line.put("@timestamp", "2026-03-02 10:00:00.000");
    line.put("@message", event);
    line.put("@logStream", "kube-apiserver-audit-0123456789abcdef0123456789abcdef");
    return line.toString();
  }

  private static String aks(String event) {
    ObjectNode line = JSON.createObjectNode();
    line.put("time", "2026-03-02T10:00:00.000000Z").put("category", "kube-audit");
    ObjectNode properties = line.putObject("properties");
    properties.put("log", event + "\n").put("stream", "stdout");
    properties.put("pod", "kube-apiserver-6d4b9c7f5b-x2k8p");
    return line.toString();
  }

  /** Google keeps neither stages nor {@code user.extra}, and has gRPC's codes. */
  private static String gke(String text) {
    try {
      JsonNode event = JSON.readTree(text);
      ObjectNode line = JSON.createObjectNode();
      line.put("insertId", event.path("auditID").asText());
      line.set("labels", event.path("annotations").deepCopy());
      if (!line.path("labels").isObject()) {
        line.putObject("labels");
      }
      line.put("logName", "projects/shop/logs/cloudaudit.googleapis.com%2Fdata_access");
      line.putObject("operation")
          .put("id", event.path("auditID").asText())
          .put("first", true)
          .put("last", !(event.path("stage").asText().equals("ResponseStarted") && watched(event)))
          .put("producer", "k8s.io");
      ObjectNode payload = line.putObject("protoPayload");
      payload.put("@type", "type.googleapis.com/google.cloud.audit.AuditLog");
      payload.put("serviceName", "k8s.io");
      ObjectNode caller = payload.putObject("authenticationInfo");
      String user = event.path("user").path("username").asText("");
      if (!user.isEmpty()) {
        caller.put("principalEmail", user);
      }
      String path = event.path("requestURI").asText().replaceFirst("\\?.*", "");
      String object = path.replaceFirst("^/apis/", "").replaceFirst("^/api/", "core/");
      String dotted = object.split("/", 0)[0] + "." + object.split("/", 0)[Math.min(1, 1)];
      JsonNode ref = event.path("objectRef");
      String resource =
          ref.path("resource").asText("version")
              + (ref.has("subresource") ? "." + ref.path("subresource").asText() : "");
      payload.put(
          "methodName", "io.k8s." + dotted + "." + resource + "." + event.path("verb").asText());
      payload.put("resourceName", object.startsWith("/") ? object.substring(1) : object);
      ObjectNode metadata = payload.putObject("requestMetadata");
      metadata.put("callerIp", event.path("sourceIPs").path(0).asText());
      metadata.put("callerSuppliedUserAgent", event.path("userAgent").asText());
      ObjectNode status = payload.putObject("status");
      int code = event.path("responseStatus").path("code").asInt();
      if (code >= 400) {
        status.put("code", grpc(code));
        status.put("message", event.path("responseStatus").path("message").asText());
      }
      if (event.has("requestObject")) {
        payload.set("request", event.path("requestObject"));
      }
      line.put("timestamp", event.path("requestReceivedTimestamp").asText());
      return line.toString();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean watched(JsonNode event) {
    return event.path("verb").asText().equals("watch")
        && event.path("responseStatus").path("code").asInt() < 400;
  }

  private static int grpc(int code) {
    return switch (code) {
      case 400, 422 -> 3;
      case 401 -> 16;
      case 403 -> 7;
      case 404 -> 5;
      case 409 -> 6;
      case 429 -> 8;
      case 503 -> 14;
      default -> 2;
    };
  }
}
