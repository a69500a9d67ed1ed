package io.tokentrail.ingest;

import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What the files of a folder hold, read in one thread and without Spark. A file {@code expect.txt}
 * says what a test expects of the rest and is no input.
 */
public final class FolderFacts {

  private FolderFacts() {}

  /**
   * Reads a folder.
   *
   * @param around gives a stamp without a year its year where the folder has no audit log
   */
  public static Facts of(Path folder, Instant around) {
    FileAccess access = new LocalFiles();
    List<Offered> offered =
        Offering.of(List.of(folder.toString()), Map.of(), access).stream()
            .filter(o -> !o.path().endsWith("expect.txt"))
            .toList();
    AuditReading log =
        AuditFiles.read(
            offered.stream().filter(o -> o.kind() == InputFile.Kind.AUDIT).toList(),
            access,
            ReadLimits.DEFAULT);
    SideReading aside =
        SideReading.read(
            offered.stream().filter(o -> o.kind() != InputFile.Kind.AUDIT).toList(),
            access,
            new SideOptions(
                ZoneOffset.UTC,
                log.facts().span().map(Interval::to).orElse(around),
                Map.of(),
                100,
                false));
    return new Facts(
        aside.inputs(),
        aside.rejects(),
        log.facts(),
        aside.snapshots(),
        aside.logFiles(),
        aside.logLines(),
        aside.tokens(),
        aside.keys().keys(),
        aside.tokenFiles(),
        aside.series());
  }
}
