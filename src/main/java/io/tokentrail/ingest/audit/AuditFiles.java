package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads audit files one after another, in one thread and in memory: for small inputs and for
 * comparison.
 */
public final class AuditFiles {

  private AuditFiles() {}

  /** Reads all files; a file that breaks off is used as far as it goes. */
  public static AuditReading read(List<Offered> auditFiles, FileAccess access, ReadLimits limits) {
    List<Offered> files = auditFiles.stream().sorted().toList();
    AuditFold fold = new AuditFold(limits.rejects());
    Map<Integer, String> problems = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    PartReading reading =
        new PartReading(
            fold,
            limits,
            (event, file) -> {
              String scope = Streams.scope(Streams.source(files.get(file).path()));
              return !seen.add(Identities.hash(event, scope.hashCode()));
            });
    for (int i = 0; i < files.size(); i++) {
      Offered file = files.get(i);
      if (!file.problem().isEmpty()) {
        problems.put(i, file.problem());
        continue;
      }
      try (InputStream in = open(file, access)) {
        reading.read(in, i, 0, 0, Long.MAX_VALUE);
      } catch (IOException e) {
        problems.put(i, "breaks off: " + e.getMessage());
      }
    }
    return new Assembly(files, fold, problems).reading();
  }

  private static InputStream open(Offered file, FileAccess access) throws IOException {
    InputStream in = access.open(file.location(), 0);
    return switch (file.compression()) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, 1 << 16);
      default -> {
        in.close();
        throw new IOException("packed with " + file.compression().code());
      }
    };
  }
}
