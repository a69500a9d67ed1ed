package io.tokentrail.model;

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
    boolean subPath) {

  public TokenSource {
    if (expirationSeconds <= 0) {
      throw new IllegalArgumentException("a token lives: " + expirationSeconds);
    }
  }

  public Duration ttl() {
    return Duration.ofSeconds(expirationSeconds);
  }
}
