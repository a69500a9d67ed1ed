package io.tokentrail.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Starts Spark as this program needs it: without pages, the embedded one bound to this machine
 * alone. What it logs is settled by {@code log4j2.properties}; a cluster's own configuration comes
 * before ours.
 */
public final class SparkSessions {

  private SparkSessions() {}

  /**
   * Starts a context; close it at the end, which is faster than to halt.
   *
   * @param master {@code local[N]} for the embedded one, or a cluster's URL; empty to take what
   *     {@code spark-submit} was told
   */
  public static JavaSparkContext start(String master) {
    return new JavaSparkContext(conf(master));
  }

  /** What a context is started with. */
  static SparkConf conf(String master) {
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
    return conf;
  }

  /**
   * Starts Spark SQL in this process, wherever the log was read: what it writes is here, and goes
   * to a local folder. Close it at the end.
   */
  public static SparkSession sql() {
    SparkConf conf =
        new SparkConf()
            .setAppName("tokentrail facts")
            .setMaster("local[1]")
            .set("spark.submit.deployMode", "client")
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.eventLog.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.sql.session.timeZone", "UTC")
            .set("spark.sql.caseSensitive", "true")
            // What notebooks read without a setting of their own; Spark's default is INT96.
            .set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return SparkSession.builder().config(conf).getOrCreate();
  }
}
