package io.tokentrail.ingest.snapshot;

import java.util.Locale;

/** A kind's plural, as {@code kubectl get} names it. */
final class Plural {

  private Plural() {}

  static String of(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.equals("endpoints")) {
      return lower;
    }
    if (lower.endsWith("s") || lower.endsWith("x") || lower.endsWith("ch")) {
      return lower + "es";
    }
    boolean vowelBefore =
        lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) >= 0;
    if (lower.endsWith("y") && !vowelBefore) {
      return lower.substring(0, lower.length() - 1) + "ies";
    }
    return lower + "s";
  }
}
