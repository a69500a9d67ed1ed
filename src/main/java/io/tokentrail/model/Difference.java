package io.tokentrail.model;

import java.util.Locale;

/**
 * Something that is not as the manifest says.
 *
 * @param kind what is wrong
 * @param what the file, by its path
 * @param why in words
 */
public record Difference(Kind kind, String what, String why) {

  /** What is wrong. */
  public enum Kind {
    /** It is listed and not there. */
    MISSING,
    /** It is there and its bytes are others. */
    CHANGED,
    /** It is there and nobody listed it. */
    EXTRA,
    /** The manifest itself, or a file of its own, cannot be what the run wrote. */
    MANIFEST,
    /** The signature is missing, another's, or none at all. */
    SIGNATURE,
    /** An input's bytes are not those that were read. */
    INPUT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
