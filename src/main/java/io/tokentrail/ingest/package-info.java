/**
 * Bytes to nouns: everything beside the audit log.
 *
 * <p>In: the files that {@link io.tokentrail.ingest.source} recognised. Out: {@link
 * io.tokentrail.ingest.SideReading}: snapshots, log lines, tokens, keys, metric series, and what
 * became of each file. A new kind of file is a sub-package and a case in {@link
 * io.tokentrail.ingest.SideFile}. It judges nothing: what a fact means is for the stages behind.
 */
package io.tokentrail.ingest;
