package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which reads may be those of a tool that waits for the token Secret of a service account. Nearly
 * every line is decided by the length of its resource.
 */
final class Waiting {

  private static final byte[] ACCOUNTS = "serviceaccounts".getBytes(UTF_8);
  private static final byte[] SECRETS = "secrets".getBytes(UTF_8);
  private static final byte[] TOKEN = "-token".getBytes(UTF_8);
  private static final byte[] BY_LABEL = "labelSelector".getBytes(UTF_8);

  /** The cluster's own components read for reasons of their own. */
  private static final byte[][] COMPONENTS = {
    "system:node:".getBytes(UTF_8),
    "system:apiserver".getBytes(UTF_8),
    "system:kube-".getBytes(UTF_8),
    "system:anonymous".getBytes(UTF_8),
    "system:serviceaccount:kube-system:".getBytes(UTF_8),
    "system:serviceaccount:openshift-".getBytes(UTF_8)
  };

  private Waiting() {}

  /** Of a {@code get}: a ServiceAccount that is there, or a token Secret that is not. */
  static boolean reads(AuditEvent e) {
    int length = e.length(AuditEvent.RESOURCE);
    if (length != ACCOUNTS.length && length != SECRETS.length) {
      return false;
    }
    if (e.is(AuditEvent.RESOURCE, ACCOUNTS)) {
      return e.code == 200 && ofSomebody(e);
    }
    return e.code == 404
        && e.is(AuditEvent.RESOURCE, SECRETS)
        && contains(e, AuditEvent.NAME, TOKEN)
        && ofSomebody(e);
  }

  /**
   * Of a {@code list}: one namespace's Secrets, not chosen by labels (as Helm does all the time).
   */
  static boolean lists(AuditEvent e) {
    return e.length(AuditEvent.RESOURCE) == SECRETS.length
        && e.is(AuditEvent.RESOURCE, SECRETS)
        && e.code == 200
        && e.has(AuditEvent.NAMESPACE)
        && !contains(e, AuditEvent.URI, BY_LABEL)
        && ofSomebody(e);
  }

  private static boolean ofSomebody(AuditEvent e) {
    if (e.has(AuditEvent.SUBRESOURCE)) {
      return false;
    }
    for (byte[] component : COMPONENTS) {
      if (e.startsWith(AuditEvent.USERNAME, component)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(AuditEvent e, int field, byte[] text) {
    byte[] b = e.bytes(field);
    int last = e.to(field) - text.length;
    for (int at = e.from(field); at <= last; at++) {
      int n = 0;
      while (n < text.length && b[at + n] == text[n]) {
        n++;
      }
      if (n == text.length) {
        return true;
      }
    }
    return false;
  }
}
