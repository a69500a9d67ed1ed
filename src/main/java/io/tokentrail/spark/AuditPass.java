package io.tokentrail.spark;

import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.Carrier;
import io.tokentrail.ingest.audit.Mergeable;
import io.tokentrail.ingest.audit.Part;
import io.tokentrail.ingest.audit.PartWork;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads the audit log with Spark's tasks. */
public final class AuditPass {

  private AuditPass() {}

  /**
   * Reads all audit files.
   *
   * @param progress told, from several threads, how many more bytes have been read
   */
  public static AuditReading read(
      JavaSparkContext spark,
      List<Offered> auditFiles,
      FileAccess access,
      ReadLimits limits,
      LongConsumer progress) {
    return AuditFiles.read(auditFiles, access, limits, new Tasks(spark, progress));
  }

  /** Parts in about four tasks a core, each with parts that lie together and one state. */
  private record Tasks(JavaSparkContext spark, LongConsumer progress) implements Carrier {

    private static final int TASKS_A_CORE = 4;

    @Override
    public int threads() {
      return Math.max(1, spark.defaultParallelism());
    }

    @Override
    public <S extends Mergeable<S> & Serializable> S carry(List<Part> parts, PartWork<S> work) {
      List<List<Part>> slices = slices(parts, TASKS_A_CORE * threads());
      List<S> merged = new ArrayList<>();
      PartTask<S> task = new PartTask<>(work);
      // One state a task, merged as it comes in: never more than a few on the driver.
      Jobs.run(
          spark,
          slices,
          task,
          (index, state) -> {
            progress.accept(slices.get(index).stream().mapToLong(Part::weight).sum());
            if (merged.isEmpty()) {
              merged.add(state);
            } else {
              merged.get(0).merge(state);
            }
          });
      return merged.get(0);
    }

    private static List<List<Part>> slices(List<Part> parts, int wanted) {
      long total = parts.stream().mapToLong(Part::weight).sum();
      List<List<Part>> slices = new ArrayList<>();
      long before = 0;
      long last = -1;
      for (Part part : parts) {
        long slice = total == 0 ? 0 : Math.min(wanted - 1L, before * wanted / total);
        if (slice != last) {
          slices.add(new ArrayList<>());
          last = slice;
        }
        slices.get(slices.size() - 1).add(part);
        before += part.weight();
      }
      return slices;
    }
  }
}
