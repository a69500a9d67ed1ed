package io.tokentrail.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is different between two reports.
 *
 * @param before the older report
 * @param after the newer report
 * @param findings every finding of either, matched by its id
 * @param tokens every Secret-based token of either, matched by its Secret
 * @param notes what makes the two hard to compare, in sentences
 */
public record Changes(
    Edition before,
    Edition after,
    List<OfFinding> findings,
    List<OfToken> tokens,
    List<String> notes) {

  /** What became of one; in the order of telling. */
  public enum Kind {
    NEW,
    WORSE,
    BETTER,
    /** It was there before, was looked for, and is no more. */
    GONE,
    /** It was there before, and the newer input cannot tell whether it still is. */
    NOT_CHECKED,
    SAME;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String words() {
      return code().replace('_', ' ');
    }
  }

  /**
   * A finding then and now.
   *
   * @param kind what became of it
   * @param before then; empty when new
   * @param after now; empty when gone or not checked
   * @param note what the numbers do not say; empty without
   */
  public record OfFinding(
      Kind kind, Optional<Edition.Told> before, Optional<Edition.Told> after, String note) {

    /** As it is now, or was. */
    public Edition.Told latest() {
      return after.or(() -> before).orElseThrow();
    }

    /** Whether it is new or worse, and nobody accepted it. */
    public boolean alarms() {
      return (kind == Kind.NEW || kind == Kind.WORSE) && !latest().accepted();
    }
  }

  /**
   * A token then and now.
   *
   * @param kind what became of it
   * @param before then; empty when new
   * @param after now; empty when gone or not checked
   * @param note what the verdicts do not say; empty without
   */
  public record OfToken(
      Kind kind, Optional<Edition.Standing> before, Optional<Edition.Standing> after, String note) {

    /** As it is now, or was. */
    public Edition.Standing latest() {
      return after.or(() -> before).orElseThrow();
    }
  }

  public Changes {
    findings = List.copyOf(findings);
    tokens = List.copyOf(tokens);
    notes = List.copyOf(notes);
  }

  /** How many findings became so. */
  public long findings(Kind kind) {
    return findings.stream().filter(f -> f.kind() == kind).count();
  }

  /** How many tokens became so. */
  public long tokens(Kind kind) {
    return tokens.stream().filter(t -> t.kind() == kind).count();
  }
}
