package io.tokentrail.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.SplittableRandom;

/** Random UUIDs as text. */
final class UUIDs {

  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  private final SplittableRandom random;
  private final byte[] text = new byte[36];

  UUIDs(SplittableRandom random) {
    this.random = random;
  }

  String text() {
    return new String(next(), ISO_8859_1);
  }

  /** The next one, good until the one after it. */
  byte[] next() {
    long bits = random.nextLong();
    for (int i = 0; i < 36; i++) {
      if (i == 18) {
        bits = random.nextLong();
      }
      text[i] = HEX[(int) bits & 15];
      bits >>>= 4;
    }
    text[8] = '-';
    text[13] = '-';
    text[14] = '4';
    text[18] = '-';
    text[23] = '-';
    return text;
  }
}
