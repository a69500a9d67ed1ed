package io.tokentrail.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tokentrail.generate.AuditLogGenerator;
import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.audit.TempLogs;
import io.tokentrail.ingest.source.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPassTest {

  @TempDir Path folder;

  @Test
  void manyTasksSeeWhatOneThreadSees() throws IOException {
    Path made = folder.resolve("made.log");
    AuditLogGenerator.write(made, 2_000_000, 3, 60);
    String text = Files.readString(made);
    String tail = text.substring(text.indexOf('\n', 1_500_000) + 1);
    TempLogs logs =
        new TempLogs(folder)
            .gzip("cp-1/audit-1.log.gz", text)
            .plain("cp-1/audit.log", tail + "rubbish\n" + tail.substring(0, 400))
            .plain("cp-2/audit.log", text.replace("\"auditID\":\"", "\"auditID\":\"b"));
    AuditReading alone = AuditFiles.read(logs.files(), new LocalFiles(), ReadLimits.DEFAULT);
    assertFalse(alone.files().get(1).duplicates() < 100);

    var shuffled = new ArrayList<>(logs.files());
    Collections.reverse(shuffled);
    AtomicLong bytes = new AtomicLong();
    AuditReading spread =
        AuditPass.read(
            SharedSpark.context(),
            shuffled,
            new LocalFiles(),
            new ReadLimits(ReadLimits.DEFAULT.rejects(), 77_777, 1 << 20),
            bytes::addAndGet);
    assertEquals(alone, spread);
    assertFalse(bytes.get() < 2_000_000, "progress: " + bytes.get());
  }
}
