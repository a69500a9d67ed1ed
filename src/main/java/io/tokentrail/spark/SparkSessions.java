package io.tokentrail.spark;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts Spark as this program needs it: quiet, without pages, bound to this machine alone. */
public final class SparkSessions {

  private SparkSessions() {}

  /**
   * Starts a context; close it at the end, which is faster than to halt.
   *
   * @param master {@code local[N]} for the embedded one, or a cluster's URL; empty to take what
   *     {@code spark-submit} was told
   */
  public static JavaSparkContext start(String master) {
    quiet();
    SparkConf conf =
        new SparkConf().setAppName("tokentrail").setIfMissing("spark.master", "local[*]");
    if (!master.isEmpty()) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.ui.showConsoleProgress", "false")
        .setIfMissing("spark.eventLog.enabled", "false")
        // States of tasks are bounded by senders and tokens, not by the log; many senders may pass
        // 1 GB.
        .setIfMissing("spark.driver.maxResultSize", "0");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1")
          .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    JavaSparkContext context = new JavaSparkContext(conf);
    context.setLogLevel("ERROR");
    return context;
  }

  private static void quiet() {
    Configurator.setRootLevel(Level.ERROR);
  }
}
