package io.tokentrail.model;

import java.io.Serializable;
import java.time.Duration;

/**
 * A projected {@code serviceAccountToken} source of a pod spec.
 *
 * @param volume the volume's name; {@code kube-api-access-*} is the injected default one
 * @param audience empty for the API server's own
 * @param expirationSeconds requested lifetime; 3600 when the spec leaves it out, 3607 for the
 *     injected one
 * @param path file below the mount
 * @param mounted whether a container mounts the volume
 * @param subPath whether a container mounts it by {@code subPath}, which never sees a refresh
 */
public record TokenSource(
    String volume,
    String audience,
    long expirationSeconds,
    String path,
    boolean mounted,
    boolean subPath)
    implements Serializable {

  public TokenSource {
    if (expirationSeconds <= 0) {
      throw new IllegalArgumentException("a token lives: " + expirationSeconds);
    }
  }

  /** Kubelet refreshes after this time at the latest (token_manager.go: maxTTL). */
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  public Duration ttl() {
    return Duration.ofSeconds(expirationSeconds);
  }

  /** How old its token is when kubelet should ask for the next. */
  public Duration refreshAge() {
    return refreshAge(ttl());
  }

  /** The same of any lifetime: 80 % of it, at most 24 h. */
  public static Duration refreshAge(Duration ttl) {
    Duration share = ttl.multipliedBy(8).dividedBy(10);
    return share.compareTo(LONGEST_WAIT) < 0 ? share : LONGEST_WAIT;
  }
}
