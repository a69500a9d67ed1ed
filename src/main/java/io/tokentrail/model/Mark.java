package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened in the cluster while requests were refused, and that a reader looks for
 * beside them. It explains nothing by itself.
 *
 * @param at when
 * @param kind what
 * @param object to what
 * @param account the account whose pods or tokens it touches; empty when none or not known
 * @param node the node that it is about or happened on; empty when none
 * @param says in a few words: who did it, or what the condition was
 * @param evidence where it stands
 */
public record Mark(
    Instant at,
    Kind kind,
    ObjectRef object,
    Optional<Account> account,
    String node,
    String says,
    Evidence evidence)
    implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::at)
          .thenComparing(Mark::kind)
          .thenComparing(Mark::object)
          .thenComparing(Mark::evidence);

  /** What happened. */
  public enum Kind {
    /** A workload's pod template or size was changed. */
    ROLLOUT,
    /** An object was deleted, or its pods evicted. */
    DELETION,
    /** A Secret-based token was marked invalid. */
    INVALIDATION,
    /** A node became unready, or came under pressure. */
    CONDITION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
