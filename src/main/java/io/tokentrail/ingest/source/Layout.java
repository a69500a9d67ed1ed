package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** How the records of a file are laid out, and how that is brought to lines or JSON documents. */
public enum Layout {
  /** A line each. */
  LINES,
  /** Elements of JSON documents, however they are printed. */
  DOCUMENTS,
  /**
   * YAML documents, or lists in them: what {@code gcloud logging read} and audit webhooks print.
   */
  YAML,
  /** Rows of a comma-separated table, with or without a header. */
  TABLE,
  /** Rows of a JSON answer that names its columns once: Log Analytics. */
  ROWS,
  /** Somewhere within JSON documents that no shipper is known to write. */
  NESTED,
  /** Lines that a container runtime cut at 16 KB, here and there. */
  PARTS,
  /** Lines that a terminal broke at its right edge. */
  FOLDED;

  /** Whether records are elements of JSON documents, once {@link #open} has been there. */
  public boolean documents() {
    return this != LINES && this != FOLDED && this != PARTS;
  }

  /** Whether the file can only be read from its beginning. */
  public boolean whole() {
    return this != LINES;
  }

  /** The same records as lines or JSON documents. */
  public InputStream open(InputStream unpacked) throws IOException {
    return switch (this) {
      case LINES, DOCUMENTS -> unpacked;
      case YAML -> new YamlDocuments(unpacked);
      case TABLE -> new TableRows(unpacked);
      case ROWS -> new ColumnRows(unpacked);
      case NESTED -> new NestedEvents(unpacked);
      case PARTS -> new PartialLines(unpacked);
      case FOLDED -> new Unfolded(unpacked);
    };
  }
}
