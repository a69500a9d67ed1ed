package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A reference that a reader can follow by hand, and what it shows.
 *
 * @param reference {@code file:line}, {@code auditID=...}, {@code metric=...} or {@code object=...}
 * @param says what stands there, in one short sentence; empty when the reference speaks for itself
 */
public record Evidence(String reference, String says)
    implements Comparable<Evidence>, Serializable {

  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::reference).thenComparing(Evidence::says);

  public Evidence {
    if (reference.isEmpty()) {
      throw new IllegalArgumentException("evidence refers to something");
    }
  }

  public static Evidence at(Place place, String says) {
    return new Evidence(place.toString(), says);
  }

  public static Evidence audit(String auditId, String says) {
    return new Evidence("auditID=" + auditId, says);
  }

  public static Evidence metric(String name, String says) {
    return new Evidence("metric=" + name, says);
  }

  public static Evidence object(ObjectRef object, String says) {
    return new Evidence("object=" + object, says);
  }

  @Override
  public int compareTo(Evidence other) {
    return ORDER.compare(this, other);
  }
}
