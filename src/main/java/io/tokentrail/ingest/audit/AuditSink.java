package io.tokentrail.ingest.audit;

/** Takes what was read from lines. */
interface AuditSink {

  /** An event; it is good until the call returns. */
  void event(AuditEvent event);

  /** A record that cannot be used. */
  void reject(String why, byte[] bytes, int from, int to);
}
