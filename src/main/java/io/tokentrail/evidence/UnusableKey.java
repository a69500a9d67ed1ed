package io.tokentrail.evidence;

/** A key file that cannot be used. The message says why and holds nothing of the key. */
public final class UnusableKey extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what is wrong, as the end of a sentence that began with the file's name. */
  public UnusableKey(String why) {
    super(why);
  }
}
