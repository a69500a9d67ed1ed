package io.tokentrail.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run read and what it left, each with its digest: the table of contents of its evidence.
 *
 * @param run the run itself, with the tool's version and commit
 * @param command the command line, credentials masked
 * @param parameters the configuration that was in force, by the keys of {@code --config}
 * @param lookBack how far back "unused" looks, ending at the newest time in the input
 * @param thresholds limits that are a matter of policy
 * @param span from the first to the last minute of the audit log; without one, of anything read
 * @param counts what was read and found, by name: sums that the tables must come to
 * @param seal who signs it
 * @param inputs every input, by path
 * @param outputs every output but the manifest's own files, by path
 */
public record Manifest(
    Report.Run run,
    List<String> command,
    SortedMap<String, String> parameters,
    Duration lookBack,
    Thresholds thresholds,
    Optional<Interval> span,
    SortedMap<String, Long> counts,
    Seal seal,
    List<Listed> inputs,
    List<Listed> outputs) {

  /**
   * A file with its digest.
   *
   * @param path an input's as inputs.csv has it; an output's below the output folder, with {@code
   *     /}
   * @param kind what it is: an input's kind in inputs.csv, or {@code bundle config exceptions
   *     baseline}; an output's {@code page report table schema facts oscal ocsf}
   * @param bytes its size
   * @param sha256 64 hex digits; empty for an input that could not be read to its end
   * @param problem why an input could not be read; empty when it could
   */
  public record Listed(String path, String kind, long bytes, String sha256, String problem)
      implements Comparable<Listed> {

    public Listed {
      if (bytes < 0) {
        throw new IllegalArgumentException("a size is not negative: " + bytes);
      }
    }

    @Override
    public int compareTo(Listed other) {
      int byPath = path.compareTo(other.path);
      return byPath != 0 ? byPath : kind.compareTo(other.kind);
    }
  }

  /**
   * Who signs it.
   *
   * @param algorithm JWS algorithm: {@code EdDSA ES256 RS256}; empty when nobody does
   * @param keyId SHA-256 of the public key as {@code openssl pkey -pubout -outform DER} writes it;
   *     empty when nobody signs
   */
  public record Seal(String algorithm, String keyId) {

    /** Nobody. */
    public static final Seal NONE = new Seal("", "");

    public boolean signed() {
      return !algorithm.isEmpty();
    }
  }

  public Manifest {
    command = List.copyOf(command);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    inputs = inputs.stream().sorted().toList();
    outputs = outputs.stream().sorted().toList();
  }
}
