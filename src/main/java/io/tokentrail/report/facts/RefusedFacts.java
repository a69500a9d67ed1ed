package io.tokentrail.report.facts;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Method;
import io.tokentrail.model.Report;
import io.tokentrail.report.Links;
import java.util.stream.Stream;

/** Refused requests: every one of them, and their bursts. */
final class RefusedFacts {

  private record Refused(Attributed attributed, Links links) {}

  private record Spike(Burst burst, Links links) {}

  static final FactsTable<?> FAILURES =
      FactsTable.<Refused>named(
              "failures", "A refused request; failures.csv without its limit, and where it stands.")
          .time("time", "When the request came in.", r -> r.attributed.failure().receivedAt())
          .text(
              "audit_id",
              "The event's id; clients may choose it.",
              r -> r.attributed.failure().auditId())
          .texts(
              "attempted",
              "Credentials that the event says were tried; mostly empty.",
              r -> r.attributed.failure().attempted())
          .text(
              "source_ip",
              "The client's address as the API server saw it.",
              r -> r.attributed.failure().client().sourceIp())
          .text(
              "user_agent",
              "The client's own words.",
              r -> r.attributed.failure().client().userAgent())
          .text(
              "verb",
              "Kubernetes verb, or the HTTP method in lower case.",
              r -> r.attributed.failure().verb())
          .text(
              "request_uri",
              "Path and query; an access_token is masked.",
              r -> r.attributed.failure().requestUri())
          .text(
              "target_namespace",
              "Namespace asked for.",
              r -> r.attributed.failure().target().namespace())
          .text(
              "target_resource",
              "Resource or resource/subresource asked for.",
              r -> r.attributed.failure().target().resourceText())
          .text("namespace", "Namespace of the likely sender.", r -> namespace(r.attributed))
          .text("service_account", "The likely sender.", r -> name(r.attributed))
          .text("pod", "The sender's pod.", r -> r.attributed.sender().pod())
          .text("node", "The sender's node.", r -> r.attributed.sender().node())
          .text("method", "How the sender was found.", r -> r.attributed.sender().method().code())
          .number(
              "confidence",
              "Of the named account, 0..1; null where nobody is named.",
              r ->
                  r.attributed.sender().method() == Method.NONE
                      ? null
                      : r.attributed.sender().confidence())
          .text("reason", "The server's own words, normalised.", r -> r.attributed.reason().code())
          .text(
              "spike_id",
              "The burst that it is part of.",
              r -> r.links.burst(r.attributed.failure()).map(Burst::id).orElse(""))
          .text(
              "finding_id",
              "The finding that explains it.",
              r -> r.links.finding(r.attributed.failure()).map(Finding::id).orElse(""))
          .text(
              "api_server",
              "The stream of audit files that it stands in.",
              r -> r.attributed.failure().source())
          .text("place", "File and line.", r -> r.attributed.failure().place().toString())
          .of(RefusedFacts::refused);

  static final FactsTable<?> SPIKES =
      FactsTable.<Spike>named("spikes", "A burst of refused requests of one sender; spikes.csv.")
          .time("start", "Its first 401.", s -> s.burst.start())
          .text("spike_id", "Its id.", s -> s.burst.id())
          .text(
              "namespace",
              "The sender's, where known.",
              s -> s.burst.account().map(Account::namespace).orElse(""))
          .text(
              "service_account",
              "The sender, where known.",
              s -> s.burst.account().map(Account::name).orElse(""))
          .text(
              "source_ip",
              "The sender's address, where no account is known.",
              s -> s.burst.sourceIp())
          .time("end", "Its last 401.", s -> s.burst.end())
          .count("failures_401", "How many 401s.", s -> (long) s.burst.failures().size())
          .count("peak_per_minute", "Most in one minute.", s -> s.burst.peakPerMinute())
          .number(
              "baseline_per_minute", "The sender's usual rate.", s -> s.burst.baselinePerMinute())
          .number("score", "Robust z of the peak against the baseline.", s -> s.burst.score())
          .text(
              "rotation_phase",
              "Where it starts in the sender's rotation.",
              s -> s.burst.phase().map(Burst.Phase::code).orElse(""))
          .text(
              "cause",
              "Of the finding that most of its 401s point at.",
              s -> s.links.finding(s.burst).map(f -> f.diagnosis().cause().name()).orElse(""))
          .text(
              "finding_id",
              "That finding.",
              s -> s.links.finding(s.burst).map(Finding::id).orElse(""))
          .of(RefusedFacts::spikes);

  private RefusedFacts() {}

  private static Stream<Refused> refused(Report report) {
    Links links = new Links(report);
    return report.caseFile().failures().stream().map(a -> new Refused(a, links));
  }

  private static Stream<Spike> spikes(Report report) {
    Links links = new Links(report);
    return report.caseFile().bursts().stream().map(b -> new Spike(b, links));
  }

  private static String namespace(Attributed a) {
    return a.sender().account().map(Account::namespace).orElse("");
  }

  private static String name(Attributed a) {
    return a.sender().account().map(Account::name).orElse("");
  }
}
