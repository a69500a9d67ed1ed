package io.tokentrail.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** One Spark context for all passes of a run, started when the first needs it. */
public final class LazySpark implements AutoCloseable {

  private final String master;
  private JavaSparkContext context;

  /**
   * @param master as {@link SparkSessions#start} takes it
   */
  public LazySpark(String master) {
    this.master = master;
  }

  public JavaSparkContext context() {
    if (context == null) {
      context = SparkSessions.start(master);
    }
    return context;
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
      context = null;
    }
  }
}
