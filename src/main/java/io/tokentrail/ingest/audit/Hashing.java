package io.tokentrail.ingest.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A fast 64-bit hash of bytes, the same on every machine. */
final class Hashing {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long K0 = 0xa0761d6478bd642fL;
  private static final long K1 = 0xe7037ed1a0b428dbL;

  private Hashing() {}

  /** The eight bytes at an index, the first one lowest. */
  static long word(byte[] b, int at) {
    return (long) LONGS.get(b, at);
  }

  /** Multiplies and folds: cheap also where nothing is optimised yet. */
  static long mix(long a, long b) {
    long h = a * b;
    return h ^ (h >>> 32);
  }

  static long hash(byte[] b, int from, int to, long seed) {
    long h = seed ^ K0;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      h = mix(h ^ word(b, at), K1);
    }
    long tail = (long) to - from;
    for (; at < to; at++) {
      tail = (tail << 8) | (b[at] & 0xff);
    }
    return mix(mix(h ^ tail, K0), K1);
  }
}
