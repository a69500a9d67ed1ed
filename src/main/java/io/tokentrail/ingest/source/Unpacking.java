package io.tokentrail.ingest.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Opens files, and members of bundles, with their packing undone. */
public final class Unpacking {

  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  /** A file's text as UTF-8, without its packing. */
  public static InputStream open(Offered file, FileAccess access) throws IOException {
    InputStream unpacked = open(file.location(), file.compression(), access);
    return file.utf16() ? Narrowed.of(unpacked) : unpacked;
  }

  static InputStream open(String location, Compression packing, FileAccess access)
      throws IOException {
    InputStream stored = new BufferedInputStream(access.open(location, 0), BUFFER);
    try {
      return packing == Compression.NONE ? stored : bounded(stored, packing, access.bounds());
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  private static InputStream bounded(InputStream stored, Compression packing, Bounds bounds)
      throws IOException {
    Bounded.Stored counted = new Bounded.Stored(stored);
    return new Bounded(of(counted, packing), counted, bounds);
  }

  /** A gzip file by the JDK's own reader, which is the quickest. */
  public static InputStream gzip(String location, FileAccess access) throws IOException {
    Bounded.Stored counted = new Bounded.Stored(access.open(location, 0));
    return new Bounded(new GZIPInputStream(counted, BUFFER), counted, access.bounds());
  }

  /** Several members or frames one after the other are one file: rotation tools append. */
  static InputStream of(InputStream stored, Compression packing) throws IOException {
    return switch (packing) {
      case NONE -> stored;
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(stored)
              .setDecompressConcatenated(true)
              .get();
      case ZSTD -> new ZstdInputStream(stored);
      case BZIP2 -> new BZip2CompressorInputStream(stored, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(stored)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(256 << 10)
              .get();
      case LZ4 -> new FramedLZ4CompressorInputStream(stored, true);
    };
  }
}
