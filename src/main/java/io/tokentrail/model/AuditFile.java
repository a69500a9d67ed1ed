package io.tokentrail.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one audit file covers, for coverage and blind spots.
 *
 * @param path as inputs.csv lists it
 * @param source the stream that it belongs to: files of one API server (one folder) form one stream
 * @param stages events by {@code stage}
 * @param levels events by {@code level}
 * @param tokenRequestLevels TokenRequest events by {@code level}
 * @param verbs verbs of the Kubernetes API that it has events of
 * @param resources which of {@code pods secrets serviceaccounts tokenreviews leases nodes
 *     configmaps} it has events of
 * @param minutes events by minute of {@code stageTimestamp} (minutes since 1970), repetitions left
 *     out
 * @param blindSpots what a log that was shipped this way cannot show, a sentence each
 */
public record AuditFile(
    String path,
    String source,
    Map<String, Long> stages,
    Map<String, Long> levels,
    Map<String, Long> tokenRequestLevels,
    SortedSet<String> verbs,
    SortedSet<String> resources,
    SortedMap<Long, Long> minutes,
    List<String> blindSpots)
    implements Serializable {

  /** A file of whose verbs and resources nothing is known. */
  public AuditFile(
      String path,
      String source,
      Map<String, Long> stages,
      Map<String, Long> levels,
      Map<String, Long> tokenRequestLevels,
      SortedMap<Long, Long> minutes) {
    this(
        path,
        source,
        stages,
        levels,
        tokenRequestLevels,
        new TreeSet<>(),
        new TreeSet<>(),
        minutes,
        List.of());
  }

  public AuditFile {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    tokenRequestLevels = Collections.unmodifiableMap(new TreeMap<>(tokenRequestLevels));
    verbs = Collections.unmodifiableSortedSet(new TreeSet<>(verbs));
    resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
    minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    blindSpots = List.copyOf(blindSpots);
  }
}
