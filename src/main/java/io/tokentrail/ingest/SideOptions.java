package io.tokentrail.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * How files beside the audit log are read.
 *
 * @param logZone the zone of log stamps that name none
 * @param reference a time near which the input was written, such as the newest audit event's: it
 *     settles the year of stamps that have none
 * @param latest no log was written after it; {@link Instant#MAX} where that is not known
 * @param asOf times of snapshots that the user gave, by path or folder
 * @param maxRejectedRows how many rejects are listed; all are counted
 * @param hashAll whether files above 64 MB get a digest too
 */
public record SideOptions(
    ZoneId logZone,
    Instant reference,
    Instant latest,
    Map<String, Instant> asOf,
    int maxRejectedRows,
    boolean hashAll) {

  /** Without a time after which nothing was written. */
  public SideOptions(
      ZoneId logZone,
      Instant reference,
      Map<String, Instant> asOf,
      int maxRejectedRows,
      boolean hashAll) {
    this(logZone, reference, Instant.MAX, asOf, maxRejectedRows, hashAll);
  }

  public SideOptions {
    asOf = java.util.Collections.unmodifiableMap(new TreeMap<>(asOf));
  }
}
