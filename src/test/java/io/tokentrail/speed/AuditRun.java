package io.tokentrail.speed;

import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.model.InputFile;
import io.tokentrail.spark.AuditPass;
import io.tokentrail.spark.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** All that the audit reader does, as one process: {@code spark FILE} or {@code plain FILE}. */
final class AuditRun {

  private AuditRun() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    byte[] head = new byte[8];
    try (var in = Files.newInputStream(file)) {
      in.readNBytes(head, 0, 8);
    }
    List<Offered> files =
        List.of(
            new Offered(
                "audit/" + file.getFileName(),
                args[1],
                Files.size(file),
                Compression.of(head),
                InputFile.Kind.AUDIT,
                "",
                ""));
    String threads = args.length > 2 ? args[2] : "*";
    AuditReading reading;
    if (args[0].equals("plain")) {
      reading = AuditFiles.read(files, new LocalFiles(), ReadLimits.DEFAULT);
    } else {
      try (JavaSparkContext spark = SparkSessions.start("local[" + threads + "]")) {
        reading = AuditPass.read(spark, files, new LocalFiles(), ReadLimits.DEFAULT, bytes -> {});
      }
    }
    System.out.println(
        reading.facts().failures().size() + " 401s, " + reading.facts().uses().size() + " uses");
  }
}
