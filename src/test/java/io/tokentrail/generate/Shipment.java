package io.tokentrail.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How platforms ship an audit log: writes what an API server wrote as their exports have it, for
 * measuring what an envelope costs.
 *
 * <p>By hand, with the test class path: {@code Shipment LOG FOLDER [SHIPMENT...]}; each shipment
 * becomes a file of its name.
 */
public enum Shipment {
  /** {@code aws logs filter-log-events}, in one line as scripts store it. */
  CLOUDWATCH("{\"events\":[", ",", "],\"searchedLogStreams\":[]}\n") {
    @Override
    String record(String line) {
      return cloudWatch(line, "", "");
    }
  },

  /** The same, as the command prints it. */
  CLOUDWATCH_PRETTY(
      "{\n    \"events\": [\n", ",\n", "\n    ],\n    \"searchedLogStreams\": []\n}\n") {
    @Override
    String record(String line) {
      return cloudWatch(line, "\n            ", " ");
    }
  },

  /** A CloudWatch export to S3: a time before each line. */
  CLOUDWATCH_S3("", "\n", "\n") {
    @Override
    String record(String line) {
      return "2026-05-04T00:00:00.000Z " + line;
    }
  },

  /** Azure diagnostics in a storage account: a record a line. */
  AZURE_LINES("", "\n", "\n") {
    @Override
    String record(String line) {
      return azure(line);
    }
  },

  /** Azure diagnostics from an event hub. */
  AZURE_RECORDS("{\"records\":[", ",", "]}\n") {
    @Override
    String record(String line) {
      return azure(line);
    }
  },

  /** A sink of Google Cloud's log: an entry a line. */
  GKE_LINES("", "\n", "\n") {
    @Override
    String record(String line) throws JsonProcessingException {
      return JSON.writeValueAsString(entry(line));
    }
  },

  /** {@code gcloud logging read --format json}. */
  GKE_PRETTY("[\n", ",\n", "\n]\n") {
    @Override
    String record(String line) throws JsonProcessingException {
      return PRETTY.writeValueAsString(entry(line));
    }
  },

  /** One array of bare events. */
  ARRAY("[", ",", "]\n") {
    @Override
    String record(String line) {
      return line;
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
  private static final String STREAM = "kube-apiserver-audit-0123456789abcdef0123456789abcdef";

  private final String before;
  private final String between;
  private final String behind;

  Shipment(String before, String between, String behind) {
    this.before = before;
    this.between = between;
    this.behind = behind;
  }

  /** A line of the log as a record. */
  abstract String record(String line) throws JsonProcessingException;

  /** Writes a whole log. */
  public void write(Path log, Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(log);
        Writer out = Files.newBufferedWriter(file)) {
      String separator = before;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(separator);
        out.write(record(line));
        separator = between;
      }
      out.write(behind);
    }
  }

  public static void main(String[] args) throws IOException {
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    for (Shipment shipment : values()) {
      String name = shipment.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (wanted.isEmpty() || wanted.contains(name)) {
        shipment.write(Path.of(args[0]), Path.of(args[1], name));
      }
    }
  }

  private static String text(String raw) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(raw)) + "\"";
  }

  private static String cloudWatch(String line, String indent, String space) {
    String colon = "\":" + space;
    return String.join(
            indent,
            (indent.isEmpty() ? "" : "        ") + "{",
            "\"logStreamName" + colon + text(STREAM) + ",",
            "\"timestamp" + colon + "1777852800000,",
            "\"message" + colon + text(line) + ",",
            "\"ingestionTime" + colon + "1777852800900,",
            "\"eventId" + colon + "\"37000000000000000000000000000000000000000000000000000000\"")
        + (indent.isEmpty() ? "}" : "\n        }");
  }

  private static String azure(String line) {
    return "{\"category\":\"kube-audit\",\"operationName\":"
        + "\"Microsoft.ContainerService/managedClusters/diagnosticLogs/Read\",\"properties\":{\"log\":"
        + text(line)
        + ",\"stream\":\"stdout\",\"pod\":\"kube-apiserver-6d5c7f-abcde\",\"containerID\":\"0123456789abcdef\"},"
        + "\"resourceId\":\"/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000000/RESOURCEGROUPS/RG/PROVIDERS/"
        + "MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/C\",\"time\":\"2026-05-04T00:00:00.0000000Z\"}";
  }

  /** Google's schema knows less: an event's entry is shorter than the event. */
  private static ObjectNode entry(String line) throws JsonProcessingException {
    JsonNode event = JSON.readTree(line);
    JsonNode object = event.path("objectRef");
    String verb = event.path("verb").asText();
    String resource = object.path("resource").asText("unknown");
    String permission = "io.k8s.core.v1." + resource + "." + verb;
    String name = "core/v1/";
    name += object.has("namespace") ? "namespaces/" + object.path("namespace").asText() + "/" : "";
    name += resource + (object.has("name") ? "/" + object.path("name").asText() : "");
    int code = event.path("responseStatus").path("code").asInt(200);

    ObjectNode entry = JSON.createObjectNode();
    entry.put("insertId", event.path("auditID").asText());
    entry.set("labels", event.path("annotations"));
    entry.put("logName", "projects/p/logs/cloudaudit.googleapis.com%2Fdata_access");
    ObjectNode operation = entry.putObject("operation").put("first", true);
    operation.put("id", event.path("auditID").asText()).put("last", true).put("producer", "k8s.io");
    ObjectNode payload = entry.putObject("protoPayload");
    payload.put("@type", "type.googleapis.com/google.cloud.audit.AuditLog");
    payload
        .putObject("authenticationInfo")
        .put("principalEmail", event.path("user").path("username").asText());
    ObjectNode granted = payload.putArray("authorizationInfo").addObject().put("granted", true);
    granted.put("permission", permission).put("resource", name);
    payload.put("methodName", permission);
    payload
        .putObject("requestMetadata")
        .put("callerIp", event.path("sourceIPs").path(0).asText())
        .put("callerSuppliedUserAgent", event.path("userAgent").asText());
    payload.put("resourceName", name).put("serviceName", "k8s.io");
    payload.putObject("status").put("code", code == 401 ? 16 : 0);
    entry.put("receiveTimestamp", event.path("stageTimestamp").asText());
    ObjectNode resourceLabels =
        entry.putObject("resource").put("type", "k8s_cluster").putObject("labels");
    resourceLabels.put("cluster_name", "c").put("location", "us-central1").put("project_id", "p");
    entry.put("timestamp", event.path("requestReceivedTimestamp").asText());
    return entry;
  }
}
