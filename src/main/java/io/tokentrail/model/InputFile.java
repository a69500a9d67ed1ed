package io.tokentrail.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the chain of custody: a file that was offered, and what became of it.
 *
 * @param path as given, with {@code /} and the path below it for a folder
 * @param kind what it was recognised as
 * @param wrapper the shipper whose envelope was undone, empty when bare
 * @param compression {@code gzip}, {@code zstd}, ...; empty when none
 * @param bytes size as stored
 * @param sha256 digest of the stored bytes, empty when not taken
 * @param records what was read and used, repetitions included
 * @param rejected records that could not be used; with {@code records} all that was there
 * @param firstAt earliest time inside
 * @param lastAt latest time inside
 * @param duplicates how many records were repetitions
 * @param problem why it could not be read at all; empty when it could
 */
public record InputFile(
    String path,
    Kind kind,
    String wrapper,
    String compression,
    long bytes,
    String sha256,
    long records,
    long rejected,
    Optional<Instant> firstAt,
    Optional<Instant> lastAt,
    long duplicates,
    String problem)
    implements Comparable<InputFile> {

  /** What a file is. */
  public enum Kind {
    AUDIT("audit"),
    SNAPSHOT("snapshot"),
    METRICS("metrics"),
    COMPONENT_LOG("component-log"),
    TOKEN("token"),
    KEYS("keys"),
    TOKEN_FILES("token-files"),
    UNRECOGNISED("unrecognised");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The code in inputs.csv and of {@code --kind}. */
    public String code() {
      return code;
    }
  }

  @Override
  public int compareTo(InputFile other) {
    return path.compareTo(other.path);
  }
}
