package io.tokentrail.spark;

import io.tokentrail.report.facts.Column;
import io.tokentrail.report.facts.FactsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes tables of facts as Parquet with Spark SQL: one file a table, rows in their order. The rows
 * are on the driver already, bounded by refused requests, senders and tokens.
 */
public final class FactsParquet {

  /** How a file ends. */
  public static final String SUFFIX = ".parquet";

  private final SparkSession spark;

  public FactsParquet(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Writes one table.
   *
   * @param table what its columns are
   * @param rows its rows
   * @param folder a local folder that exists
   * @return the file
   */
  public Path write(FactsTable<?> table, List<Object[]> rows, Path folder) throws IOException {
    Path parts = Files.createTempDirectory(folder, "." + table.name() + "-");
    try {
      List<Row> all = rows.stream().map(FactsParquet::row).toList();
      spark
          .createDataFrame(all, schema(table))
          .coalesce(1)
          .write()
          .mode("overwrite")
          .parquet(parts.toUri().toString());
      Path file = folder.resolve(table.name() + SUFFIX);
      return Files.move(only(parts), file);
    } finally {
      delete(parts);
    }
  }

  /** Spark takes Scala's and Java's times; lists it takes as arrays. */
  private static Row row(Object[] values) {
    return RowFactory.create(
        Arrays.stream(values).map(v -> v instanceof List<?> list ? list.toArray() : v).toArray());
  }

  private static StructType schema(FactsTable<?> table) {
    List<StructField> fields = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      fields.add(DataTypes.createStructField(column.name(), type(column.type()), true));
    }
    return DataTypes.createStructType(fields);
  }

  private static DataType type(Column.Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case TEXTS -> DataTypes.createArrayType(DataTypes.StringType, false);
      case TIME -> DataTypes.TimestampType;
      case COUNT -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case FLAG -> DataTypes.BooleanType;
    };
  }

  private static Path only(Path parts) throws IOException {
    try (Stream<Path> files = Files.list(parts)) {
      List<Path> written = files.filter(f -> f.toString().endsWith(SUFFIX)).toList();
      if (written.size() != 1) {
        throw new IOException("one file was expected, there are " + written.size());
      }
      return written.get(0);
    }
  }

  private static void delete(Path dir) throws IOException {
    try (Stream<Path> walk = Files.walk(dir)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
