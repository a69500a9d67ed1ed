package io.tokentrail.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Who most likely sent a refused request.
 *
 * @param account the account, empty when nobody can be named
 * @param pod its pod, empty when not known
 * @param node its node, empty when not known
 * @param method how it was found; {@link Method#NONE} exactly when there is no account, pod or node
 * @param confidence 0..1, of the named account
 * @param alternatives other accounts that fit, likeliest first
 * @param evidence what it rests on
 */
public record Sender(
    Optional<Account> account,
    String pod,
    String node,
    Method method,
    double confidence,
    List<Alternative> alternatives,
    List<Evidence> evidence)
    implements Serializable {

  /** Nobody. */
  public static final Sender NOBODY =
      new Sender(Optional.empty(), "", "", Method.NONE, 0, List.of(), List.of());

  /**
   * Another account that fits.
   *
   * @param account which
   * @param confidence 0..1
   */
  public record Alternative(Account account, double confidence) implements Serializable {}

  public Sender {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies within 0..1: " + confidence);
    }
    alternatives = List.copyOf(alternatives);
    evidence = List.copyOf(evidence);
  }
}
