package io.tokentrail.ingest.audit;

/** What makes two lines the same: auditID, stage, requestURI and verb, within one scope. */
final class Identities {

  private Identities() {}

  static long hash(AuditEvent e, int scope) {
    long h = scope;
    h = hash(e, AuditEvent.AUDIT_ID, h);
    h = hash(e, AuditEvent.STAGE, h);
    h = hash(e, AuditEvent.URI, h);
    return hash(e, AuditEvent.VERB, h);
  }

  private static long hash(AuditEvent e, int field, long seed) {
    return Hashing.hash(e.bytes(field), e.from(field), e.to(field), seed);
  }
}
