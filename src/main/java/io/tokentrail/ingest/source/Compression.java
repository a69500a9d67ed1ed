package io.tokentrail.ingest.source;

/** How a file is packed, told by its first bytes. */
public enum Compression {
  NONE(""),
  GZIP("gzip"),
  ZSTD("zstd"),
  BZIP2("bzip2"),
  XZ("xz"),
  LZ4("lz4");

  private final String code;

  Compression(String code) {
    this.code = code;
  }

  /** The code in inputs.csv; empty when not packed. */
  public String code() {
    return code;
  }
}
