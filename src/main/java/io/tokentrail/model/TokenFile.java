package io.tokentrail.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Age and mode of a projected token file, as {@code stat -L} inside the pod showed it.
 *
 * @param namespace the pod's namespace
 * @param pod the pod
 * @param container the container looked into
 * @param path the file
 * @param mode permission bits, as in {@code 0644}
 * @param modifiedAt when the kubelet last wrote it
 * @param capturedAt when it was looked at
 * @param place where it stands
 */
public record TokenFile(
    String namespace,
    String pod,
    String container,
    String path,
    int mode,
    Instant modifiedAt,
    Instant capturedAt,
    Place place)
    implements Comparable<TokenFile> {

  private static final Comparator<TokenFile> ORDER =
      Comparator.comparing(TokenFile::capturedAt)
          .thenComparing(TokenFile::namespace)
          .thenComparing(TokenFile::pod)
          .thenComparing(TokenFile::container)
          .thenComparing(TokenFile::path)
          .thenComparing(TokenFile::place);

  public Duration age() {
    return Duration.between(modifiedAt, capturedAt);
  }

  @Override
  public int compareTo(TokenFile other) {
    return ORDER.compare(this, other);
  }
}
