package io.tokentrail.pipeline;

import io.tokentrail.model.Report;
import io.tokentrail.report.facts.FactsTable;
import io.tokentrail.report.facts.FactsTables;
import io.tokentrail.spark.FactsParquet;
import io.tokentrail.spark.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Writes {@code facts/}. */
public final class FactsFolder {

  /** Its name in the output folder. */
  public static final String NAME = "facts";

  private FactsFolder() {}

  /**
   * Writes every table.
   *
   * @return what it wrote, below the folder
   */
  public static List<Path> write(Report report, Path dir) throws IOException {
    Path facts = Files.createDirectories(dir.resolve(NAME));
    List<Path> written = new ArrayList<>();
    try (SparkSession spark = SparkSessions.sql()) {
      FactsParquet parquet = new FactsParquet(spark);
      for (FactsTable<?> table : FactsTables.ALL) {
        written.add(dir.relativize(parquet.write(table, table.rows(report), facts)));
      }
    }
    return written;
  }
}
