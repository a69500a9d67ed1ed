package io.tokentrail.model;

import java.util.Comparator;
import java.util.List;

/**
 * A 401 with its sender and the server's reason.
 *
 * @param failure the event
 * @param sender who most likely sent it
 * @param reason the server's own words, normalised
 * @param reasonText the server's own words as written; empty when unknown
 * @param reasonEvidence where they stand
 */
public record Attributed(
    Failure failure, Sender sender, Reason reason, String reasonText, List<Evidence> reasonEvidence)
    implements Comparable<Attributed> {

  private static final Comparator<Attributed> ORDER = Comparator.comparing(Attributed::failure);

  public Attributed {
    reasonEvidence = List.copyOf(reasonEvidence);
  }

  /** Its 401's alone: two senders of one 401 are never compared. */
  @Override
  public int hashCode() {
    return failure.hashCode();
  }

  @Override
  public int compareTo(Attributed other) {
    return ORDER.compare(this, other);
  }
}
