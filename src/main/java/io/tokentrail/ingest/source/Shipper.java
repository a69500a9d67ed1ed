package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile.Kind;
import java.util.regex.Pattern;

/**
 * Guesses which shipper's envelope holds audit events. Only the name is told here; what the
 * envelope means is the wrappers' business.
 */
final class Shipper {

  private static final String AUDIT = "audit.k8s.io/v1";

  private static final Pattern TIMED =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*(?:Z|[-+]\\d\\d:?\\d\\d)(?: std(?:out|err) [FP])? \\{.*");

  private Shipper() {}

  /** A JSON document that is no audit event itself but holds some. */
  static Recognition of(Sketch s, String text) {
    if (text.contains("\"protoPayload\"") && text.contains("k8s.io")) {
      return new Recognition(Kind.AUDIT, "gke");
    }
    if (!text.contains(AUDIT) && !text.contains("\\\"auditID\\\"")) {
      return Recognition.NOTHING;
    }
    return new Recognition(Kind.AUDIT, name(s));
  }

  private static String name(Sketch s) {
    for (String in : new String[] {"", "[]."}) {
      if (s.has(in + "events[].message")
          || s.has(in + "logEvents")
          || s.has(in + "results")
          || s.has(in + "@message")
          || s.has(in + "logStreamName")) {
        return "eks";
      }
      if (s.has(in + "records")
          || s.has(in + "properties")
          || s.has(in + "log_s")
          || s.has(in + "category")) {
        return s.has(in + "records") ? "aks" : "aks-lines";
      }
    }
    return s.has("_source") ? "elastic" : "fluentbit";
  }

  /** A line with something before the event; empty when it holds none. */
  static String ofPrefixed(String line) {
    if (!line.contains(AUDIT) || line.indexOf('{') < 0) {
      return "";
    }
    return TIMED.matcher(line).matches() ? "timestamped" : "openshift";
  }
}
