package io.tokentrail.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs the way crashes, editors and attackers do; the same seed, the same damage. */
final class Mutations {

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "\\",
          "\\u0000",
          "\\ud800",
          "\n",
          "\r\n",
          "\0",
          "\u00ef\u00bb\u00bf",
          "null",
          "true",
          "-1",
          "1e309",
          "NaN",
          "99999999999999999999",
          "{\"kind\":\"Event\"",
          "\u00ff\u00fe",
          "\u00c3",
          "2026-02-30T25:61:61Z",
          "+999999999-12-31T00:00:00Z",
          "\t",
          "---\n",
          "&a *a",
          "\"\"\"",
          "=",
          "%00");

  private static final int LONGEST = 1 << 14;

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** One of the seeds with one to six damages. */
  byte[] next(List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      bytes = damaged(bytes, seeds);
    }
    return bytes;
  }

  private byte[] damaged(byte[] b, List<byte[]> seeds) {
    int from = random.nextInt(b.length + 1);
    int to = from + random.nextInt(Math.min(b.length - from, 200) + 1);
    byte[] part = Arrays.copyOfRange(b, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> replaced(b, from, to, new byte[0]);
      case 1 -> replaced(b, from, from, part);
      case 2 -> Arrays.copyOf(b, from);
      case 3 -> replaced(b, from, from, token());
      case 4 -> replaced(b, from, to, token());
      case 5 -> flipped(b);
      case 6 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int start = random.nextInt(other.length + 1);
        yield replaced(b, from, to, Arrays.copyOfRange(other, start, other.length));
      }
      default -> {
        int at = random.nextInt(b.length + 1);
        yield replaced(
            replaced(b, from, to, new byte[0]), Math.min(at, b.length - part.length), 0, part);
      }
    };
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(ISO_8859_1);
  }

  private byte[] flipped(byte[] b) {
    if (b.length > 0) {
      b[random.nextInt(b.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return b;
  }

  private static byte[] replaced(byte[] b, int from, int to, byte[] with) {
    int end = Math.max(from, to);
    if (b.length + with.length > LONGEST) {
      return b;
    }
    byte[] all = new byte[from + with.length + b.length - end];
    System.arraycopy(b, 0, all, 0, from);
    System.arraycopy(with, 0, all, from, with.length);
    System.arraycopy(b, end, all, from + with.length, b.length - end);
    return all;
  }
}
