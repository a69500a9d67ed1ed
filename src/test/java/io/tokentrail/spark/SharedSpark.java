package io.tokentrail.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** One context for all tests of a JVM: it takes seconds to start and ends with the JVM. */
public final class SharedSpark {

  private static final JavaSparkContext CONTEXT = SparkSessions.start("local[2]");

  private SharedSpark() {}

  public static JavaSparkContext context() {
    return CONTEXT;
  }
}
