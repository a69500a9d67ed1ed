package io.tokentrail.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one report says of findings and legacy tokens, as far as another can be held against it.
 *
 * @param name what its reader calls it: the folder it stands in
 * @param cluster the cluster's name, empty when not given
 * @param span what the audit log spans; empty without a log
 * @param coverage share of the span in which there is a log, 0..1; 1 when not known
 * @param lookBack how far back "unused" looks
 * @param unchecked causes that could not be examined, by code, with the input that is missing
 * @param secretsListed whether a snapshot lists Secrets: without one no token is known to be gone
 * @param findings its findings
 * @param tokens its Secret-based tokens
 */
public record Edition(
    String name,
    String cluster,
    Optional<Interval> span,
    double coverage,
    Duration lookBack,
    SortedMap<String, String> unchecked,
    boolean secretsListed,
    List<Told> findings,
    List<Standing> tokens) {

  /**
   * A finding.
   *
   * @param id stable: derived from cause and subject
   * @param cause its cause's code; a report of another version may have causes of its own
   * @param severity how bad
   * @param subject the account, pod, node or object in words; empty when about none
   * @param failures how many 401s it explains
   * @param accepted whether an exception accepts it
   * @param summary what happened
   */
  public record Told(
      String id,
      String cause,
      Severity severity,
      String subject,
      long failures,
      boolean accepted,
      String summary) {}

  /**
   * A Secret-based token.
   *
   * @param namespace its Secret's namespace
   * @param secret its Secret's name
   * @param account the account it belongs to, by name
   * @param verdict what it is
   * @param safety whether it can be deleted
   * @param reason why
   */
  public record Standing(
      String namespace,
      String secret,
      String account,
      LegacyToken.Verdict verdict,
      LegacyToken.Safety safety,
      String reason) {

    /** {@code namespace/secret}. */
    public String key() {
      return namespace + "/" + secret;
    }
  }

  public Edition {
    unchecked = Collections.unmodifiableSortedMap(new TreeMap<>(unchecked));
    findings = List.copyOf(findings);
    tokens = List.copyOf(tokens);
  }

  /** The hours that its log covers; empty without a log. */
  public Optional<Double> hours() {
    return span.map(s -> s.length().toMillis() / 3_600_000.0 * coverage).filter(h -> h > 0);
  }
}
