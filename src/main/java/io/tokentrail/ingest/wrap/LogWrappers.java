package io.tokentrail.ingest.wrap;

import java.util.List;
import java.util.Optional;

/** All shippers that are known. A new one needs a line here and a fixture folder. */
public final class LogWrappers {

  public static final List<LogWrapper> ALL =
      List.of(
          new EksCloudWatch(),
          AksDiagnostic.LINES,
          AksDiagnostic.RECORDS,
          new GkeCloudAudit(),
          new Elastic(),
          new LogCollector(),
          new OpenTelemetry(),
          new Loki(),
          new FlattenedFields(),
          new LegacyText(),
          new NodeLogs(),
          new TimestampedLines(),
          new PrefixedLines());

  /** Without an envelope, but for lines that were put together from several exports. */
  public static final LogWrapper BARE = new Bare();

  /**
   * Keys under which documents hold records, and none of which is a key of an audit event: {@code
   * EventList}, CloudWatch, Firehose, Logs Insights, Event Hubs, Elasticsearch, Loki, OTLP.
   */
  public static final List<String> CONTAINERS =
      List.of(
          "items",
          "events",
          "logEvents",
          "results",
          "records",
          "hits",
          "data",
          "result",
          "values",
          "streams",
          "resourceLogs",
          "scopeLogs",
          "logRecords");

  private LogWrappers() {}

  /** The wrapper of a name in inputs.csv; without one, the bare form. */
  public static LogWrapper named(String name) {
    return ALL.stream().filter(w -> w.name().equals(name)).findFirst().orElse(BARE);
  }

  /** Whose envelope it is; empty when nobody's. */
  public static Optional<LogWrapper> claiming(Outline outline) {
    return ALL.stream().filter(w -> w.claims(outline)).findFirst();
  }
}
