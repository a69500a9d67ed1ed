package io.tokentrail.ingest.audit;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Reject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading the audit files.
 *
 * @param facts what is kept and counted
 * @param files one for each file offered, by path
 * @param rejects records that could not be used, by path and position, up to the limit
 */
public record AuditReading(AuditFacts facts, List<Counts> files, List<Reject> rejects) {

  /**
   * How a file was used up.
   *
   * @param path as inputs.csv lists it
   * @param records events read, repetitions included
   * @param rejected records that could not be used
   * @param firstAt earliest stage time
   * @param lastAt latest stage time
   * @param duplicates how many events were repetitions
   * @param problem why the file, or its rest, could not be read; empty when it could
   */
  public record Counts(
      String path,
      long records,
      long rejected,
      Optional<Instant> firstAt,
      Optional<Instant> lastAt,
      long duplicates,
      String problem) {}

  public AuditReading {
    files = List.copyOf(files);
    rejects = List.copyOf(rejects);
  }
}
