package io.tokentrail.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Compares our whole process, from JVM start to end, with DuckDB's on the same file.
 *
 * <pre>
 * mvn -q test-compile surefire:test -Dtest=SpeedAgainstDuckDbIT -Dspeed.file=FILE -Dspeed.rounds=5
 * </pre>
 *
 * or, with the test class path in {@code CP} and Spark's {@code --add-opens} flags, {@code java ...
 * -cp $CP io.tokentrail.speed.SpeedAgainstDuckDb FILE ROUNDS [JVM FLAG...]}. The flags go to our
 * process alone; DuckDB runs in a JVM with C1 alone, which starts fastest and does no work of its
 * own.
 */
public final class SpeedAgainstDuckDb {

  /** One whole process. */
  private record Lap(double seconds, double cpuSeconds, long peakKilobytes) {}

  private SpeedAgainstDuckDb() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.print(
        compare(args[0], Integer.parseInt(args[1]), List.of(args).subList(2, args.length)));
  }

  static String compare(String file, int rounds, List<String> flags)
      throws IOException, InterruptedException {
    Map<String, List<String>> contestants = new LinkedHashMap<>();
    List<String> ours = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseParallelGC"));
    // The module openings that Spark needs are those that this process was given.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens"))
        .forEach(ours::add);
    ours.addAll(flags);
    contestants.put("ours", command(ours, "AuditRun", "spark", file));
    contestants.put("ours, without Spark", command(ours, "AuditRun", "plain", file));
    List<String> duck = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    contestants.put("DuckDB w2", command(duck, "DuckDbRun", "w2", file));
    contestants.put("DuckDB full", command(duck, "DuckDbRun", "full", file));
    Map<String, List<Lap>> laps = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> c : contestants.entrySet()) {
        laps.computeIfAbsent(c.getKey(), k -> new ArrayList<>()).add(run(c.getValue()));
      }
    }
    double own = median(laps.get("ours"), Lap::seconds);
    StringBuilder table =
        new StringBuilder(Files.size(Path.of(file)) + " bytes, medians of " + rounds + " rounds\n");
    laps.forEach(
        (name, all) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-22s %7.2f s  cpu %7.2f s  ours/this %5.2f  peak %5d MB%n",
                    name,
                    median(all, Lap::seconds),
                    median(all, Lap::cpuSeconds),
                    own / median(all, Lap::seconds),
                    all.stream().mapToLong(Lap::peakKilobytes).max().orElse(0) / 1024)));
    return table.toString();
  }

  private static List<String> command(List<String> flags, String main, String... args) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.tokentrail.speed." + main));
    command.addAll(List.of(args));
    return command;
  }

  private static Lap run(List<String> command) throws IOException, InterruptedException {
    File out = File.createTempFile("speed", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out);
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      long start = System.nanoTime();
      Process process = builder.start();
      long peak = 0;
      double cpu = 0;
      while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(process.pid()));
        cpu =
            Math.max(
                cpu, process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() != 0) {
        throw new IOException(Files.readString(out.toPath(), UTF_8));
      }
      return new Lap(seconds, cpu, peak);
    } finally {
      Files.delete(out.toPath());
    }
  }

  /** Peak resident memory so far, as Linux tells it; 0 elsewhere. */
  private static long peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static double median(List<Lap> laps, ToDoubleFunction<Lap> of) {
    double[] sorted = laps.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
