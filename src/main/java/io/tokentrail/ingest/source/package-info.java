/**
 * What was offered and how its bytes are reached: files, folders, globs, compression, bundles,
 * digests.
 *
 * <p>In: the PATHs of the command line. Out: {@link io.tokentrail.ingest.source.Offered} files,
 * each recognised by its content ({@link io.tokentrail.ingest.source.Recognition} is where a new
 * kind or form is told), and streams of their bytes. It knows nothing of what the bytes mean beyond
 * telling kinds apart, and nothing of Spark: file systems beyond the local one come in through
 * {@link io.tokentrail.ingest.source.FileAccess}. What is kept of free text goes through {@link
 * io.tokentrail.ingest.source.Masking} first.
 */
package io.tokentrail.ingest.source;
