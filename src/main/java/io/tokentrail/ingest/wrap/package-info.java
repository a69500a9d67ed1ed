/**
 * Undoes the shipping of audit events, and nothing more.
 *
 * <p>In: the bytes of one record as a shipper wrote it, a line or an element of a JSON document.
 * Out: the bytes of the bare event, in {@link io.tokentrail.ingest.wrap.Unwrapped}. One shipper a
 * file; a new one is a class, a fixture folder of its name and a line in {@link
 * io.tokentrail.ingest.wrap.LogWrappers}. It knows nothing of files, of recognition beyond an
 * {@link io.tokentrail.ingest.wrap.Outline}, and of what an event means: only where it stands.
 */
package io.tokentrail.ingest.wrap;
