package io.tokentrail.ingest.wrap;

import java.util.Base64;
import java.util.List;

/**
 * Google Cloud Audit Logs, where GKE puts what its API servers log, in a schema of Google's own.
 * Entries of other services are left out.
 */
final class GkeCloudAudit implements LogWrapper {

  private static final byte[] MESSAGE = Members.key("message");
  private static final byte[] DATA = Members.key("data");

  @Override
  public String name() {
    return "gke";
  }

  @Override
  public boolean claims(Outline outline) {
    for (String in : new String[] {"", "[]."}) {
      if (outline.has(in + "protoPayload")
          && (outline.text().contains("k8s.io")
              || outline.text().contains("google.cloud.audit.AuditLog"))) {
        return true;
      }
      if (outline.has(in + "protopayload_auditlog")) {
        return true;
      }
      if (outline.has(in + "message.data")
          && outline.text().contains("logging.googleapis.com/timestamp")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int whole(byte[] bytes, int from, int to, Unwrapped event) {
    GkeEntry entry = new GkeEntry(bytes, from, to);
    if (entry.end() < 0 || !entry.hasPayload()) {
      return -1;
    }
    if (!entry.isOfKubernetes()) {
      event.leftOut();
      return entry.end();
    }
    entry.write(event);
    return event.outcome() == Unwrapped.Outcome.BROKEN ? -1 : entry.end();
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    if (at >= to || bytes[at] != '{') {
      event.slice(bytes, from, to);
    } else if (Members.end(bytes, at, to) < 0) {
      event.broken("cut off in the middle", bytes, at, to);
    } else if (!entry(bytes, at, to, event) && !published(bytes, at, to, event)) {
      event.leftOut();
    }
  }

  private static boolean entry(byte[] b, int object, int to, Unwrapped event) {
    GkeEntry entry = new GkeEntry(b, object, to);
    if (entry.isOfKubernetes()) {
      entry.write(event);
    } else {
      event.leftOut();
    }
    return entry.hasPayload();
  }

  /** Pub/Sub: the entry in base64. */
  private static boolean published(byte[] b, int object, int to, Unwrapped event) {
    int data = Members.value(b, Members.value(b, object, to, MESSAGE), to, DATA);
    if (data < 0 || b[data] != '"') {
      return false;
    }
    event.begin(to - data);
    if (event.unescape(b, data + 1, to) < 0) {
      return false;
    }
    try {
      byte[] entry =
          Base64.getMimeDecoder().decode(java.util.Arrays.copyOf(event.buffer(), event.length()));
      return entry.length > 0
          && entry(entry, Members.space(entry, 0, entry.length), entry.length, event);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "Google's audit log has no groups, no credential id, no pod and no query of a request.",
        "Without the data_access log, reads are missing, and with them most refused requests.",
        "HTTP codes are inferred from google.rpc codes: 201 and 200, for one, look the same.");
  }
}
