package io.tokentrail.spark;

import io.tokentrail.attribute.Judging;
import io.tokentrail.attribute.Ladder;
import io.tokentrail.attribute.Questions;
import io.tokentrail.model.Sender;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Judges clients' 401s in Spark's tasks, some clients a task. The ladder is broadcast: its size
 * goes with accounts, pods and clients.
 */
public final class SenderPass implements Judging {

  /**
   * From how many 401s on they are judged in tasks, wherever these run: {@code spark-submit --conf}
   * and the JVM's properties set it.
   */
  public static final String FROM = "spark.tokentrail.judgeInTasksFrom";

  /**
   * Below this many a cluster's job costs more than it spares; on one machine it always does, for
   * its tasks share the cores with the driver, and packing costs as much as judging (ADR 0037).
   */
  private static final long WORTH_A_JOB = 200_000;

  private static final int TASKS_A_CORE = 4;

  /** No task has more, one client's apart: a task's 401s are packed at once. */
  private static final int MOST_IN_A_TASK = 20_000;

  private final JavaSparkContext spark;
  private final int partitions;

  private SenderPass(JavaSparkContext spark, int partitions) {
    this.spark = spark;
    this.partitions = partitions;
  }

  /**
   * In tasks where that is worth it, about four a core and more where there is much; else here,
   * without a job.
   */
  public static Judging of(LazySpark spark) {
    return (ladder, clients) -> {
      long failures = clients.stream().mapToLong(Questions::size).sum();
      return worthAJob(failures, spark)
          ? in(spark.context(), tasks(spark.context(), failures)).judge(ladder, clients)
          : Judging.HERE.judge(ladder, clients);
    };
  }

  private static boolean worthAJob(long failures, LazySpark spark) {
    Long from = Long.getLong(FROM);
    return failures > 0
        && (from == null ? failures >= WORTH_A_JOB && !spark.local() : failures >= from);
  }

  private static int tasks(JavaSparkContext spark, long failures) {
    return (int) Math.max(TASKS_A_CORE * spark.defaultParallelism(), failures / MOST_IN_A_TASK);
  }

  /** In so many tasks, or one a client where there are fewer. */
  public static Judging in(JavaSparkContext spark, int partitions) {
    return new SenderPass(spark, partitions);
  }

  @Override
  public List<List<Sender>> judge(Ladder ladder, List<Questions> clients) {
    List<Parcel<List<Questions>>> slices = slices(clients, partitions);
    if (slices.isEmpty()) {
      return List.of();
    }
    Broadcast<Parcel<Ladder>> known = spark.broadcast(new Parcel<>(ladder));
    try {
      // One sender a 401, which the report holds anyway.
      return spark
          .parallelize(slices, slices.size())
          .map(slice -> new Parcel<>(senders(known.value().content(), slice.content())))
          .collect()
          .stream()
          .flatMap(part -> part.content().stream())
          .toList();
    } finally {
      known.destroy();
    }
  }

  private static List<List<Sender>> senders(Ladder ladder, List<Questions> clients) {
    return clients.stream().map(ladder::senders).toList();
  }

  /** Clients in their order, cut so that each slice has about as many 401s. */
  private static List<Parcel<List<Questions>>> slices(List<Questions> clients, int wanted) {
    long total = clients.stream().mapToLong(Questions::size).sum();
    List<List<Questions>> slices = new ArrayList<>();
    long before = 0;
    long last = -1;
    for (Questions client : clients) {
      long slice = before * wanted / total;
      if (slice != last) {
        slices.add(new ArrayList<>());
        last = slice;
      }
      slices.get(slices.size() - 1).add(client);
      before += client.size();
    }
    return slices.stream().map(Parcel::new).toList();
  }
}
