package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * One line of a component log that means something here.
 *
 * @param at the line's stamp, in UTC
 * @param component {@code kube-apiserver}, {@code kubelet}, {@code kube-controller-manager}, {@code
 *     kube-scheduler}; empty when unknown
 * @param host the machine that the log is of: from the line, else from its file's name; empty when
 *     unknown
 * @param meaning what it says
 * @param place where it stands
 */
public record LogLine(Instant at, String component, String host, Meaning meaning, Place place)
    implements Comparable<LogLine> {

  private static final Comparator<LogLine> ORDER =
      Comparator.comparing(LogLine::at).thenComparing(LogLine::place);

  @Override
  public int compareTo(LogLine other) {
    return ORDER.compare(this, other);
  }

  /** What a line says. */
  public sealed interface Meaning {}

  /**
   * The API server refused a request: {@code "Unable to authenticate the request" err=...}. It
   * names no request.
   *
   * @param reason the error, normalised
   * @param text the error as written, credentials masked
   * @param account the account that the error names, {@code namespace/name} or {@code name}; empty
   *     when none
   * @param secret the Secret that it names, {@code namespace/name}; empty when none
   * @param liveUid the live object's UID that it names
   * @param claimUid the token's UID that it names
   */
  public record Refused(
      Reason reason, String text, String account, String secret, String liveUid, String claimUid)
      implements Meaning, Serializable {}

  /**
   * The API server's request log ({@code -v=3}): links an audit id to an answer.
   *
   * @param auditId the request's audit id
   * @param code HTTP status
   * @param sourceIp the peer's address
   */
  public record Served(String auditId, int code, String sourceIp) implements Meaning {}

  /**
   * A kubelet could not refresh or fetch a token.
   *
   * @param namespace the pod's namespace
   * @param serviceAccount the account's name; empty when only the pod is known
   * @param pod the pod
   * @param podUid its UID
   * @param audience requested audience
   * @param ttlSeconds requested lifetime, 0 when not told
   * @param fatal whether the old token was already unusable ({@code failed to fetch token}), not
   *     just due
   * @param error the nested error, credentials masked
   */
  public record TokenNotRefreshed(
      String namespace,
      String serviceAccount,
      String pod,
      String podUid,
      String audience,
      long ttlSeconds,
      boolean fatal,
      String error)
      implements Meaning {}

  /**
   * A volume could not be mounted for a reason that has to do with tokens or Secrets.
   *
   * @param namespace the pod's namespace
   * @param pod the pod
   * @param volume the volume
   * @param error the error, credentials masked
   */
  public record MountFailed(String namespace, String pod, String volume, String error)
      implements Meaning {}

  /**
   * A kubelet is unwell: PLEG, runtime, its own certificate, or the API refuses it.
   *
   * @param what {@code pleg}, {@code runtime}, {@code unauthorized}, {@code certificate}
   * @param text the line's message, credentials masked
   */
  public record KubeletUnwell(String what, String text) implements Meaning {}

  /**
   * A whole token stands in the line.
   *
   * @param subject claim {@code sub}
   * @param issuer claim {@code iss}
   * @param credentialId claim {@code jti}, empty without
   * @param expiresAtSecond claim {@code exp}, seconds since 1970; 0 for one that never expires
   * @param digest first 12 hex digits of the SHA-256 of the signature
   */
  public record TokenShown(
      String subject, String issuer, String credentialId, long expiresAtSecond, String digest)
      implements Meaning {}

  /** The component started. */
  public record Started() implements Meaning {}
}
