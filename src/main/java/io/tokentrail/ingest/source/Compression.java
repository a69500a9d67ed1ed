package io.tokentrail.ingest.source;

import java.util.HexFormat;

/** How a file is packed, told by its first bytes. */
public enum Compression {
  NONE("", ""),
  GZIP("gzip", "1f8b"),
  ZSTD("zstd", "28b52ffd"),
  BZIP2("bzip2", "425a68"),
  XZ("xz", "fd377a585a00"),
  LZ4("lz4", "04224d18");

  private final String code;
  private final String magic;

  Compression(String code, String magic) {
    this.code = code;
    this.magic = magic;
  }

  /** The code in inputs.csv; empty when not packed. */
  public String code() {
    return code;
  }

  /** Tells the packing by the first bytes of a file; a handful of them is enough. */
  public static Compression of(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
    for (Compression packing : values()) {
      if (packing != NONE && hex.startsWith(packing.magic)) {
        return packing;
      }
    }
    return NONE;
  }
}
