package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import java.util.List;

/**
 * Reads audit files: one pass over all bytes. Repetitions are taken out by another one over the
 * parts that hold some. In logs too large to remember every line, where they stand is found by one
 * more pass, over the minutes that files seem to share.
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
    takeOut(fold, files, parts, new Reader(access, limits, carrier));
    return new Assembly(files, fold).reading();
  }

  /** By whom parts are read, and how. */
  private record Reader(FileAccess access, ReadLimits limits, Carrier carrier) {}

  private static void takeOut(
      AuditFold fold, List<Offered> files, List<Part> parts, Reader reader) {
    if (fold.sightings.complete()) {
      takeOut(fold, Repeats.in(fold.sightings, fold.keptSightings), parts, reader);
      return;
    }
    Suspects suspects = Suspects.of(fold, files);
    List<Part> shared = suspects.among(parts, fold);
    for (int round = 0; round < suspects.rounds() && !shared.isEmpty(); round++) {
      RepeatWork work = new RepeatWork(reader.access, reader.limits, suspects, round);
      takeOut(fold, reader.carrier.carry(shared, work).repeats(), shared, reader);
    }
  }

  private static void takeOut(AuditFold fold, Repeats repeats, List<Part> parts, Reader reader) {
    List<Part> repeating = repeats.among(parts);
    if (!repeating.isEmpty()) {
      TakeOutWork work = new TakeOutWork(reader.access, reader.limits, repeats);
      fold.merge(reader.carrier.carry(repeating, work));
    }
  }
}
