/**
 * Audit lines into what is kept of them.
 *
 * <p>In: the bytes of audit files. Out: {@link io.tokentrail.ingest.audit.AuditReading}. One line
 * fills an {@link io.tokentrail.ingest.audit.AuditEvent}, which {@link
 * io.tokentrail.ingest.audit.AuditFold} keeps or counts; folds of parts of the log are merged. A
 * new kind of kept event goes into {@link io.tokentrail.ingest.audit.Keeping}, a new field into
 * {@code AuditEvent} and both readers. It knows nothing of Spark, of other inputs and of what
 * events mean for a diagnosis.
 */
package io.tokentrail.ingest.audit;
