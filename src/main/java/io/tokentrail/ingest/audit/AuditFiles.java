package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import java.util.List;

/**
 * Reads audit files: one pass over all bytes; where files turn out to share events, a second and a
 * third one over the shared minutes alone, which find the repetitions and take them out.
 */
public final class AuditFiles {

  private AuditFiles() {}

  /** Reads all files in the calling thread. */
  public static AuditReading read(List<Offered> auditFiles, FileAccess access, ReadLimits limits) {
    return read(auditFiles, access, limits, Carrier.IN_ORDER);
  }

  /**
   * Reads all files; a file that breaks off is used as far as it goes.
   *
   * @param carrier who brings the work to the parts; the result does not depend on it
   */
  public static AuditReading read(
      List<Offered> auditFiles, FileAccess access, ReadLimits limits, Carrier carrier) {
    List<Offered> files = auditFiles.stream().sorted().toList();
    List<Part> parts = Part.of(files, limits, carrier.threads());
    AuditFold fold =
        parts.isEmpty()
            ? new AuditFold(limits)
            : carrier.carry(parts, new FoldWork(access, limits));
    Suspects suspects = Suspects.of(fold, files);
    List<Part> shared = suspects.among(parts, fold);
    for (int round = 0; round < suspects.rounds() && !shared.isEmpty(); round++) {
      Repeats repeats =
          carrier.carry(shared, new RepeatWork(access, limits, suspects, round)).repeats();
      List<Part> repeating = repeats.among(shared);
      if (!repeating.isEmpty()) {
        fold.merge(carrier.carry(repeating, new TakeOutWork(access, limits, repeats)));
      }
    }
    return new Assembly(files, fold).reading();
  }
}
