package io.tokentrail.pipeline;

import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.Bounds;
import io.tokentrail.ingest.source.BundleFiles;
import io.tokentrail.ingest.source.Digest;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Reject;
import io.tokentrail.spark.AuditPass;
import io.tokentrail.spark.HadoopFiles;
import io.tokentrail.spark.LazySpark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From paths to facts: the audit log by Spark, everything else by threads beside it, at the same
 * time.
 *
 * <p>A small audit log is read here: one that one thread has read before Spark has started.
 */
public final class Reading {

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  /** So much older than the run, and a stamp without a year may be of another one. */
  private static final Duration YEARLESS = Duration.ofDays(150);

  /** A stamp without a year is of the past where only the run tells the year, but for clocks. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);

  private Reading() {}

  /** Reads everything that was offered. */
  public static Facts of(RunRequest request, Progress progress, LazySpark spark) {
    FileAccess access = access(request.paths(), request.bounds());
    List<Offered> offered = Offering.of(request.paths(), request.kinds(), access);
    Refusals.whenNothingIsReadable(offered);
    progress.offered(
        offered.size(),
        offered.stream().mapToLong(Offered::bytes).sum(),
        Refusals.leftOut(offered));
    List<Offered> audit = offered.stream().filter(o -> o.kind() == InputFile.Kind.AUDIT).toList();
    CompletableFuture<SideReading> aside =
        CompletableFuture.supplyAsync(
            () -> aside(offered, access, request, Epoch.of(audit, access)));
    CompletableFuture<Map<String, String>> digests =
        CompletableFuture.supplyAsync(() -> digests(audit, access, request.hashAll()));
    AuditReading log = read(audit, access, request, progress, spark);
    Facts facts = facts(log, audit, joined(aside), joined(digests), request);
    Refusals.whenNothingMatched(facts, request);
    return facts;
  }

  /**
   * Everything beside the audit events. Without an audit log the newest snapshot tells the year of
   * stamps that have none; where that is long ago, the logs are read again with it.
   */
  private static SideReading aside(
      List<Offered> offered, FileAccess access, RunRequest request, Optional<Instant> epoch) {
    SideReading first =
        SideReading.read(
            offered,
            access,
            epoch.isPresent()
                ? options(request, epoch.get(), Instant.MAX)
                : options(request, request.at(), request.at().plus(CLOCKS_DIFFER)));
    if (epoch.isPresent() || first.snapshots().isEmpty() || first.logFiles().isEmpty()) {
      return first;
    }
    Instant newest = first.snapshots().get(first.snapshots().size() - 1).at();
    return newest.plus(YEARLESS).isBefore(request.at())
        ? SideReading.read(offered, access, options(request, newest, Instant.MAX))
        : first;
  }

  private static SideOptions options(RunRequest request, Instant reference, Instant latest) {
    return new SideOptions(
        request.logZone(),
        reference,
        latest,
        request.snapshotTimes(),
        request.maxRejectedRows(),
        request.hashAll());
  }

  /** The local files, or Hadoop's where a path is a URI; both with the members of bundles. */
  static FileAccess access(List<String> paths, Bounds bounds) {
    return new BundleFiles(
        paths.stream().allMatch(Reading::local) ? new LocalFiles() : new HadoopFiles(), bounds);
  }

  private static boolean local(String path) {
    return !URI.matcher(path).lookingAt();
  }

  private static AuditReading read(
      List<Offered> audit,
      FileAccess access,
      RunRequest request,
      Progress progress,
      LazySpark spark) {
    ReadLimits limits =
        new ReadLimits(
            request.maxRejectedRows(),
            ReadLimits.DEFAULT.rangeBytes(),
            request.bounds().lineBytes());
    if (!spark.worth(audit.stream().mapToLong(Offered::unpackedBytes).sum())) {
      return AuditFiles.read(audit, access, limits);
    }
    AtomicLong bytes = new AtomicLong();
    return AuditPass.read(
        spark.context(), audit, access, limits, more -> progress.read(bytes.addAndGet(more)));
  }

  private static Facts facts(
      AuditReading log,
      List<Offered> audit,
      SideReading aside,
      Map<String, String> digests,
      RunRequest request) {
    Map<String, AuditReading.Counts> counts = new HashMap<>();
    log.files().forEach(c -> counts.put(c.path(), c));
    List<InputFile> inputs = new ArrayList<>(aside.inputs());
    for (Offered file : audit) {
      AuditReading.Counts c = counts.get(file.path());
      inputs.add(
          new InputFile(
              file.path(),
              file.kind(),
              file.wrapper(),
              file.compression().code(),
              file.bytes(),
              digests.getOrDefault(file.path(), ""),
              c.records(),
              c.rejected(),
              c.firstAt(),
              c.lastAt(),
              c.duplicates(),
              c.problem()));
    }
    List<Reject> rejects =
        Stream.concat(log.rejects().stream(), aside.rejects().stream())
            .sorted()
            .limit(request.maxRejectedRows())
            .toList();
    return new Facts(
        inputs.stream().sorted().toList(),
        rejects,
        log.facts(),
        aside.snapshots(),
        aside.logFiles(),
        aside.logLines(),
        aside.tokens(),
        aside.keys().keys(),
        aside.tokenFiles(),
        aside.series());
  }

  private static Map<String, String> digests(List<Offered> files, FileAccess access, boolean all) {
    Map<String, String> digests = new ConcurrentHashMap<>();
    files.parallelStream()
        .filter(f -> f.problem().isEmpty() && (all || f.bytes() <= Digest.ALWAYS_UP_TO))
        .forEach(f -> digests.put(f.path(), digest(f, access)));
    return digests;
  }

  /** Empty for a file that breaks off; what is wrong with it stands in its row. */
  private static String digest(Offered file, FileAccess access) {
    try {
      return Digest.ofFile(file.location(), access);
    } catch (IOException e) {
      return "";
    }
  }

  private static <T> T joined(CompletableFuture<T> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
