package io.tokentrail.ingest.metric;

import io.tokentrail.ingest.source.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;

/** One export format. */
interface MetricFormat {

  /** Whether a file that begins so has this format. */
  boolean reads(String start);

  /**
   * Reads a file.
   *
   * @param scrapedAt the time of samples that have none
   * @param zone the zone of times that name none
   */
  void read(InputStream in, Tally tally, Samples into, Instant scrapedAt, ZoneId zone)
      throws IOException;
}
