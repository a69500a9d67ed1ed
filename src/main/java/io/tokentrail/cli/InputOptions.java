package io.tokentrail.cli;

import io.tokentrail.ingest.source.Bounds;
import io.tokentrail.model.Account;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Thresholds;
import io.tokentrail.pipeline.RunRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What to read and how: shared by the verbs that read inputs. */
final class InputOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files, folders (walked), globs, or URIs that Hadoop opens (file:, hdfs:, s3a:). What a file is, is told by"
              + " its content, not by its name.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--keys",
      paramLabel = "PATH",
      description =
          "The cluster's public keys: JWKS, discovery document or PEM. The same as giving it as a PATH.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "PATH=KIND",
      description =
          "Overrules what a file's content says: audit, snapshot, metrics, component-log, token, keys, token-files.")
  private Map<String, String> kinds = new HashMap<>();

  @Option(
      names = "--as-of",
      paramLabel = "PATH=TIME",
      converter = {PathText.class, TimeText.class},
      description = "When the snapshot in this file or folder was taken.")
  private Map<String, Instant> snapshotTimes = new HashMap<>();

  @Option(
      names = "--log-timezone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Time zone of component-log stamps that carry none. Default: ${DEFAULT-VALUE}.")
  private String logZone = "UTC";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the embedded Spark. Default: all cores.")
  private int threads;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master; Spark then reads whatever there is. Default: what spark-submit was told, else embedded in this process (local[*]) and started when there is much to read.")
  private String master = "";

  @Option(names = "--hash", description = "Take the SHA-256 of files over 64 MB too.")
  private boolean hashAll;

  @Option(
      names = "--max-rejected-rows",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Rejected records listed at most; all are counted. Default: ${DEFAULT-VALUE}.")
  private int maxRejectedRows;

  @Option(
      names = "--max-members",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Members of a tar or zip at most; a bundle with more is not read on. Default: ${DEFAULT-VALUE}.")
  private int maxMembers;

  @Option(
      names = "--max-expansion",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "A packed file over 1 GiB unpacked may be N times its packed size; beyond that it is taken for a bomb and not"
              + " read on. Default: ${DEFAULT-VALUE}.")
  private int maxExpansion;

  @Option(
      names = "--max-line-bytes",
      paramLabel = "N",
      defaultValue = "268435456",
      description = "A longer line of an audit log is rejected. Default: ${DEFAULT-VALUE}.")
  private int maxLineBytes;

  @Option(
      names = "--gap",
      paramLabel = "MINUTES",
      defaultValue = "5",
      description =
          "An API server's log that is silent for so long has a gap. Default: ${DEFAULT-VALUE}.")
  private int gapMinutes;

  /** Which 401s a run speaks of. */
  record Scope(
      Optional<Instant> from, Optional<Instant> to, Set<String> namespaces, Set<Account> accounts) {
    static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Set.of(), Set.of());
  }

  /** How long ago is long, and what else is a matter of policy. */
  interface Judging {

    Duration lookBack();

    Thresholds thresholds(Duration gap);
  }

  /** Takes every digest, as evidence does. */
  void hashEverything() {
    hashAll = true;
  }

  RunRequest request(Scope scope, Judging judging, String cluster, Instant at, int maxFailureRows) {
    if (threads < 0 || maxRejectedRows < 0 || maxFailureRows < 0) {
      throw new ParameterException(spec.commandLine(), "a count is not negative");
    }
    if (maxMembers < 1 || maxExpansion < 1 || maxLineBytes < 1 || gapMinutes < 1) {
      throw new ParameterException(spec.commandLine(), "a limit is at least 1");
    }
    Set<String> all = new LinkedHashSet<>(paths);
    all.addAll(keys);
    return new RunRequest(
        List.copyOf(all),
        kindsByPath(),
        snapshotTimes,
        scope.from(),
        scope.to(),
        scope.namespaces(),
        scope.accounts(),
        judging.lookBack(),
        cluster,
        at,
        zone(),
        sparkMaster(),
        sparkAsked(),
        hashAll,
        maxFailureRows,
        maxRejectedRows,
        new Bounds(maxMembers, maxExpansion, Bounds.DEFAULT.free(), maxLineBytes),
        judging.thresholds(Duration.ofMinutes(gapMinutes)),
        Resolved.of(spec.commandLine().getCommandSpec()));
  }

  /** Empty under {@code spark-submit}, which has told Spark already. */
  private String sparkMaster() {
    if (!master.isEmpty()) {
      return master;
    }
    if (threads > 0) {
      return "local[" + threads + "]";
    }
    return System.getProperty("spark.master") == null ? "local[*]" : "";
  }

  /** Whether somebody chose where Spark runs. */
  private boolean sparkAsked() {
    return !master.isEmpty() || System.getProperty("spark.master") != null;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(logZone);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), "--log-timezone " + logZone + " is no time zone", e);
    }
  }

  private Map<String, InputFile.Kind> kindsByPath() {
    Map<String, InputFile.Kind> all = new HashMap<>();
    kinds.forEach((path, code) -> all.put(path, kind(code)));
    return all;
  }

  private InputFile.Kind kind(String code) {
    for (InputFile.Kind kind : InputFile.Kind.values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "--kind: "
            + code
            + " is no kind; one of audit, snapshot, metrics, component-log, token, keys, token-files");
  }

  /** A path as it is: of a map's converters the first one is for the keys. */
  static final class PathText implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return value;
    }
  }

  /** ISO 8601 with a zone, such as {@code 2026-05-04T03:00:00Z}. */
  static final class TimeText implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no time like 2026-05-04T03:00:00Z");
      }
    }
  }

  /** {@code NS/NAME}. */
  static final class AccountText implements ITypeConverter<Account> {
    @Override
    public Account convert(String value) {
      int slash = value.indexOf('/');
      if (slash <= 0 || slash == value.length() - 1 || value.indexOf('/', slash + 1) >= 0) {
        throw new TypeConversionException("'" + value + "' is no service account like shop/cart");
      }
      return new Account(value.substring(0, slash), value.substring(slash + 1));
    }
  }
}
