package io.tokentrail.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** One Spark context for all passes of a run, started when the first needs it. */
public final class LazySpark implements AutoCloseable {

  /**
   * Up to so many bytes of audit log one thread is done before a context has started: two million
   * lines a second against one second of start (ADR 0043).
   */
  private static final long SMALL = 64L << 20;

  private final String master;
  private final boolean asked;
  private JavaSparkContext context;

  /**
   * @param master as {@link SparkSessions#start} takes it
   * @param asked whether the user chose the master, and so wants Spark to read whatever there is
   */
  public LazySpark(String master, boolean asked) {
    this.master = master;
    this.asked = asked;
  }

  /** Whether reading so many bytes, unpacked, is worth a context. */
  public boolean worth(long bytes) {
    return bytes > 0 && (asked || bytes > SMALL);
  }

  /** Whether its tasks share this machine's cores. */
  boolean local() {
    return SparkSessions.conf(master).get("spark.master").startsWith("local");
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
