package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Secret-based token with its verdict: a row of legacy_tokens.csv.
 *
 * @param secret the Secret as the newest snapshot that has it shows it
 * @param origin whether the account's {@code .secrets} names it; empty when the account is not in
 *     the snapshot
 * @param lastUsedObserved the last use that the log shows
 * @param referencedBy what names it, as {@code Kind/namespace/name}, sorted
 * @param verdict what it is
 * @param safety whether deleting it breaks nothing
 * @param reason why, and what was looked at or is missing
 * @param evidence where that stands
 */
public record LegacyToken(
    TokenSecret secret,
    Optional<Origin> origin,
    Optional<Instant> lastUsedObserved,
    List<String> referencedBy,
    Verdict verdict,
    Safety safety,
    String reason,
    List<Evidence> evidence)
    implements Comparable<LegacyToken> {

  private static final Comparator<LegacyToken> ORDER =
      Comparator.comparing((LegacyToken t) -> t.secret().namespace())
          .thenComparing(t -> t.secret().name());

  /** Who made it. */
  public enum Origin {
    /** Listed in the account's {@code .secrets}. */
    AUTO,
    MANUAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it is; where several fit, the first one. */
  public enum Verdict {
    ORPHANED,
    INVALIDATED,
    IN_USE,
    REFERENCED,
    STALE,
    UNKNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it can be deleted; never {@code YES} on missing inputs. */
  public enum Safety {
    YES,
    NO,
    UNKNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LegacyToken {
    referencedBy = referencedBy.stream().sorted().distinct().toList();
    evidence = List.copyOf(evidence);
    if (reason.isEmpty()) {
      throw new IllegalArgumentException("a verdict has a reason");
    }
  }

  @Override
  public int compareTo(LegacyToken other) {
    return ORDER.compare(this, other);
  }
}
