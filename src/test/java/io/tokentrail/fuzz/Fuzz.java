package io.tokentrail.fuzz;

import java.util.Locale;

/** What Jazzer calls: the reader is chosen by the system property {@code fuzz.reader}. */
public final class Fuzz {

  private static Target target = Target.SKIMMER;

  private Fuzz() {}

  public static void fuzzerInitialize() {
    target = Target.valueOf(System.getProperty("fuzz.reader", "skimmer").toUpperCase(Locale.ROOT));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    target.attack(input);
  }
}
