package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A JSON key with its closing quote and colon, compared eight bytes at a time. */
final class Key {

  private final long[] words;
  private final long[] masks;
  private final int length;
  private final long word;
  private final long mask;

  Key(String name) {
    byte[] text = (name + "\":").getBytes(ISO_8859_1);
    length = text.length;
    int count = (length + 7) / 8;
    words = new long[count];
    masks = new long[count];
    for (int i = 0; i < length; i++) {
      words[i / 8] |= (text[i] & 0xffL) << (i % 8 * 8);
      masks[i / 8] |= 0xffL << (i % 8 * 8);
    }
    word = words[0];
    mask = masks[0];
  }

  /** How many bytes it takes after its opening quote. */
  int length() {
    return length;
  }

  /** Whether it stands at an index, after the opening quote. */
  boolean at(byte[] b, int at) {
    if ((Hashing.word(b, at) & mask) != word) {
      return false;
    }
    if (length <= 8) {
      return true;
    }
    for (int i = 1; i < words.length; i++) {
      if ((Hashing.word(b, at + i * 8) & masks[i]) != words[i]) {
        return false;
      }
    }
    return true;
  }
}
