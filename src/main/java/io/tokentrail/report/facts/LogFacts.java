package io.tokentrail.report.facts;

import io.tokentrail.model.AuditFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.LogLine.KubeletUnwell;
import io.tokentrail.model.LogLine.MountFailed;
import io.tokentrail.model.LogLine.Refused;
import io.tokentrail.model.LogLine.Served;
import io.tokentrail.model.LogLine.TokenNotRefreshed;
import io.tokentrail.model.LogLine.TokenShown;
import io.tokentrail.model.Report;
import io.tokentrail.model.Series;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Component logs, metrics, and how much of the audit log there is. */
final class LogFacts {

  private record Minute(AuditFile file, long minute, long events) {}

  private record Sample(Series series, Series.Point point) {}

  static final FactsTable<?> LOG_LINES =
      FactsTable.<LogLine>named(
              "log_lines",
              "A line of a component log that means something here; others are not kept.")
          .time("time", "Its stamp.", LogLine::at)
          .text("component", "kube-apiserver, kubelet, ...", LogLine::component)
          .text("host", "The machine that the log is of.", LogLine::host)
          .text(
              "meaning",
              "refused, served, token_not_refreshed, mount_failed, kubelet_unwell, token_shown,"
                  + " started.",
              l -> meaning(l.meaning()))
          .text("reason", "Of a refusal, normalised.", l -> reason(l.meaning()))
          .text("namespace", "Where the line names one.", l -> namespace(l.meaning()))
          .text("service_account", "Where the line names one.", l -> account(l.meaning()))
          .text("pod", "Where the line names one.", l -> pod(l.meaning()))
          .text("audit_id", "Of a served request.", l -> auditId(l.meaning()))
          .text("text", "The error as written, credentials masked.", l -> words(l.meaning()))
          .text("place", "File and line.", l -> l.place().toString())
          .of(r -> r.caseFile().facts().log().stream());

  static final FactsTable<?> AUDIT_MINUTES =
      FactsTable.<Minute>named(
              "audit_minutes",
              "How many events an audit file has in a minute, repetitions left out.")
          .time("minute", "Its start.", m -> Instant.ofEpochSecond(m.minute * 60))
          .text("api_server", "The stream of audit files.", m -> m.file.source())
          .text("path", "The file, as in inputs.csv.", m -> m.file.path())
          .count("events", "How many.", Minute::events)
          .of(LogFacts::minutes);

  static final FactsTable<?> METRICS =
      FactsTable.<Sample>named("metrics", "A sample of a metric series.")
          .text("metric", "The metric.", s -> s.series.name())
          .text("labels", "name=value, separated by commas.", s -> labels(s.series))
          .time("time", "When.", s -> s.point.at())
          .number("value", "The value.", s -> s.point.value())
          .text("place", "Where the series' first sample stands.", s -> s.series.place().toString())
          .of(LogFacts::samples);

  private LogFacts() {}

  private static Stream<Minute> minutes(Report report) {
    return report.caseFile().facts().audit().files().stream()
        .flatMap(
            f -> f.minutes().entrySet().stream().map(e -> new Minute(f, e.getKey(), e.getValue())));
  }

  private static Stream<Sample> samples(Report report) {
    return report.caseFile().facts().series().stream()
        .flatMap(s -> s.points().stream().map(p -> new Sample(s, p)));
  }

  private static String labels(Series series) {
    return series.labels().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }

  /** {@code TokenNotRefreshed} becomes {@code token_not_refreshed}. */
  private static String meaning(LogLine.Meaning meaning) {
    return meaning
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  private static String reason(LogLine.Meaning meaning) {
    return meaning instanceof Refused refused ? refused.reason().code() : "";
  }

  private static String namespace(LogLine.Meaning meaning) {
    if (meaning instanceof Refused refused) {
      int slash = refused.account().indexOf('/');
      return slash < 0 ? "" : refused.account().substring(0, slash);
    }
    return meaning instanceof TokenNotRefreshed token
        ? token.namespace()
        : meaning instanceof MountFailed mount ? mount.namespace() : "";
  }

  private static String account(LogLine.Meaning meaning) {
    if (meaning instanceof Refused refused) {
      return refused.account().substring(refused.account().indexOf('/') + 1);
    }
    return meaning instanceof TokenNotRefreshed token ? token.serviceAccount() : "";
  }

  private static String pod(LogLine.Meaning meaning) {
    return meaning instanceof TokenNotRefreshed token
        ? token.pod()
        : meaning instanceof MountFailed mount ? mount.pod() : "";
  }

  private static String auditId(LogLine.Meaning meaning) {
    return meaning instanceof Served served ? served.auditId() : "";
  }

  private static String words(LogLine.Meaning meaning) {
    if (meaning instanceof Refused refused) {
      return refused.text();
    }
    if (meaning instanceof TokenNotRefreshed token) {
      return token.error();
    }
    if (meaning instanceof MountFailed mount) {
      return mount.error();
    }
    if (meaning instanceof KubeletUnwell unwell) {
      return unwell.text();
    }
    return meaning instanceof TokenShown shown ? shown.subject() : "";
  }
}
