package io.tokentrail.inventory;

import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the files of a folder hold, read in one thread and without Spark. */
final class FolderFacts {

  private FolderFacts() {}

  static Facts of(Path folder) {
    FileAccess access = new LocalFiles();
    List<Offered> offered = Offering.of(List.of(folder.toString()), Map.of(), access);
    AuditReading log =
        AuditFiles.read(
            offered.stream().filter(o -> o.kind() == InputFile.Kind.AUDIT).toList(),
            access,
            ReadLimits.DEFAULT);
    SideReading aside =
        SideReading.read(
            offered.stream().filter(o -> o.kind() != InputFile.Kind.AUDIT).toList(),
            access,
            new SideOptions(ZoneOffset.UTC, Cluster.NOW, Map.of(), 100, false));
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
