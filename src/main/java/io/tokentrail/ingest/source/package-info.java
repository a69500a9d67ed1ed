/**
 * What was offered and how its bytes are reached: files, folders, globs, compression, digests.
 *
 * <p>In: the PATHs of the command line. Out: {@link io.tokentrail.ingest.source.Offered} files,
 * each recognised by its content, and streams of their bytes. It knows nothing of what the bytes
 * mean beyond telling kinds apart, and nothing of Spark: file systems beyond the local one come in
 * through {@link io.tokentrail.ingest.source.FileAccess}.
 */
package io.tokentrail.ingest.source;
