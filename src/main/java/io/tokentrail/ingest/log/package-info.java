/**
 * Logs of kubelets and of the control plane: the lines that mean something for tokens.
 *
 * <p>In: files of kind {@code component-log}: klog text and JSON, bare or behind the prefixes of
 * journald, syslog and container runtimes. Out: {@link io.tokentrail.model.LogLine}s with a
 * meaning, and what each file covers, because silence needs a witness. A new prefix goes into
 * {@link io.tokentrail.ingest.log.Framing}, a new message into {@link
 * io.tokentrail.ingest.log.Meanings}. Lines that mean nothing are counted and forgotten: memory is
 * bounded by the meaningful ones. It knows nothing of audit events.
 */
package io.tokentrail.ingest.log;
