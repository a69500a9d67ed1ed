package io.tokentrail.pipeline;

import io.tokentrail.ingest.source.Bounds;
import io.tokentrail.model.Account;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is asked to do.
 *
 * @param paths files, folders, globs or URIs, as given
 * @param kinds kinds that overrule what the content says, by path
 * @param snapshotTimes times of snapshots that overrule what is inside, by path
 * @param from only 401s from here on; empty for all
 * @param to only 401s before here; empty for all
 * @param namespaces only accounts of these namespaces; empty for all
 * @param accounts only these accounts; empty for all
 * @param lookBack how far back "unused" looks
 * @param cluster the cluster's name, empty when not given
 * @param at the run's time
 * @param logZone zone of component-log stamps that carry none
 * @param master Spark master URL; empty for what {@code spark-submit} was told
 * @param sparkAsked whether the user chose the master, and so wants Spark to read whatever there is
 * @param hashAll whether digests are taken of files over 64 MB too
 * @param maxFailureRows 401s listed at most
 * @param maxRejectedRows rejected records listed at most
 * @param bounds what bounds each file
 * @param thresholds limits that are a matter of policy
 * @param options the configuration that is in force, by the keys of {@code --config}
 */
public record RunRequest(
    List<String> paths,
    Map<String, InputFile.Kind> kinds,
    Map<String, Instant> snapshotTimes,
    Optional<Instant> from,
    Optional<Instant> to,
    Set<String> namespaces,
    Set<Account> accounts,
    Duration lookBack,
    String cluster,
    Instant at,
    ZoneId logZone,
    String master,
    boolean sparkAsked,
    boolean hashAll,
    int maxFailureRows,
    int maxRejectedRows,
    Bounds bounds,
    Thresholds thresholds,
    SortedMap<String, String> options) {

  public RunRequest {
    paths = List.copyOf(paths);
    kinds = Map.copyOf(kinds);
    snapshotTimes = Map.copyOf(snapshotTimes);
    namespaces = Set.copyOf(namespaces);
    accounts = Set.copyOf(accounts);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a run reads something");
    }
  }
}
