package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was read, before anybody judged it. Lists are sorted; the same input gives the
 * same facts whatever the order of files or the number of cores.
 *
 * @param inputs every file offered, by path
 * @param rejected records that could not be used, by path and position, capped at {@code
 *     --max-rejected-rows}
 * @param audit the audit log
 * @param snapshots the cluster's objects, oldest first
 * @param logFiles coverage of component logs
 * @param log lines of component logs that mean something
 * @param tokens tokens found in files given for them
 * @param keys public keys and issuers
 * @param tokenFiles ages and modes of token files
 * @param series metric series
 */
public record Facts(
    List<InputFile> inputs,
    List<Reject> rejected,
    AuditFacts audit,
    List<Snapshot> snapshots,
    List<LogFile> logFiles,
    List<LogLine> log,
    List<Token> tokens,
    Keys keys,
    List<TokenFile> tokenFiles,
    List<Series> series) {

  public Facts {
    inputs = List.copyOf(inputs);
    rejected = List.copyOf(rejected);
    snapshots = snapshots.stream().sorted(Comparator.comparing(Snapshot::at)).toList();
    logFiles = List.copyOf(logFiles);
    log = List.copyOf(log);
    tokens = List.copyOf(tokens);
    tokenFiles = List.copyOf(tokenFiles);
    series = List.copyOf(series);
  }

  /** The newest snapshot. */
  public Optional<Snapshot> latestSnapshot() {
    return snapshots.isEmpty()
        ? Optional.empty()
        : Optional.of(snapshots.get(snapshots.size() - 1));
  }

  /** Whether the input has a log of this component. */
  public boolean hasLogOf(String component) {
    return logFiles.stream().anyMatch(l -> l.component().equals(component));
  }

  /** The newest time of a record in the input: where the look-back ends. */
  public Optional<Instant> newest() {
    return Stream.concat(
            inputs.stream().flatMap(i -> i.lastAt().stream()), snapshots.stream().map(Snapshot::at))
        .max(Comparator.naturalOrder());
  }
}
