package io.tokentrail.attribute;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The server's own reason for each 401. The API server writes a line for every credential that it
 * refuses, without saying for which request ({@code authentication.go}: "Unable to authenticate the
 * request"); its request log ({@code -v=3}) gives the audit id where it is on.
 */
final class Reasons {

  private static final String API_SERVER = "kube-apiserver";

  private record Refusal(LogLine line, LogLine.Refused said) {}

  private final Map<String, Instant> servedAt = new HashMap<>();
  private final SortedMap<String, List<Refusal>> refusals = new TreeMap<>();

  private Reasons(Facts facts) {
    for (LogLine line : facts.log()) {
      boolean server = line.component().equals(API_SERVER) || line.component().isEmpty();
      if (server && line.meaning() instanceof LogLine.Refused refused) {
        refusals
            .computeIfAbsent(line.host(), h -> new ArrayList<>())
            .add(new Refusal(line, refused));
      } else if (server
          && line.meaning() instanceof LogLine.Served served
          && served.code() == 401) {
        servedAt.putIfAbsent(served.auditId(), line.at());
      }
    }
  }

  /** What the server said of each 401. */
  static Map<Failure, Stated> of(Facts facts) {
    return new Reasons(facts).join(facts.audit().failures());
  }

  private Map<Failure, Stated> join(List<Failure> failures) {
    Map<Failure, Stated> out = new HashMap<>();
    SortedMap<String, List<Failure>> bySource = new TreeMap<>();
    for (Failure failure : failures) {
      if (failure.proxied()) {
        out.put(
            failure,
            new Stated(
                Reason.PROXIED,
                "",
                Optional.empty(),
                List.of(Evidence.at(failure.place(), "the 401 names its user"))));
      } else if (!failure.attempted().equals(List.of("none"))) {
        bySource.computeIfAbsent(failure.source(), s -> new ArrayList<>()).add(failure);
      }
    }
    Map<String, double[]> answers = new HashMap<>();
    bySource.forEach(
        (s, f) -> {
          f.sort(Comparator.comparing(Failure::answeredAt).thenComparing(Failure::compareTo));
          answers.put(s, f.stream().mapToDouble(x -> seconds(x.answeredAt())).toArray());
        });
    Map<String, double[]> stamps = new HashMap<>();
    refusals.forEach(
        (h, r) -> {
          r.sort(Comparator.comparing(Refusal::line));
          stamps.put(h, r.stream().mapToDouble(x -> seconds(x.line().at())).toArray());
        });
    Map<String, ClockOffset> offsets = new HashMap<>();
    SortedMap<String, String> pairs =
        ServerPairs.of(
            List.copyOf(bySource.keySet()),
            List.copyOf(refusals.keySet()),
            (s, h) ->
                offsets
                    .computeIfAbsent(
                        s + "\n" + h, k -> ClockOffset.between(stamps.get(h), answers.get(s)))
                    .agreeing());
    pairs.forEach(
        (source, host) ->
            joinOne(
                bySource.get(source),
                refusals.get(host),
                stamps.get(host),
                ServerClock.of(
                    stamps.get(host),
                    answers.get(source),
                    offsets.computeIfAbsent(
                        source + "\n" + host,
                        k -> ClockOffset.between(stamps.get(host), answers.get(source)))),
                out));
    return out;
  }

  private void joinOne(
      List<Failure> failures,
      List<Refusal> lines,
      double[] stamps,
      ServerClock clock,
      Map<Failure, Stated> out) {
    double[] corrected = clock.corrected(stamps);
    List<LineJoin.Span> spans = new ArrayList<>();
    for (Failure failure : failures) {
      double from = seconds(failure.receivedAt());
      // the request log is stamped by the same clock as the refusal and written right after it
      Instant served = servedAt.get(failure.auditId());
      double to = served == null ? seconds(failure.answeredAt()) : clock.corrected(seconds(served));
      spans.add(new LineJoin.Span(Math.min(from, to), to));
    }
    List<LineJoin.Joined> joined = new LineJoin(clock.tolerance()).join(spans, corrected);
    for (int i = 0; i < joined.size(); i++) {
      LineJoin.Joined j = joined.get(i);
      if (j.line() >= 0) {
        Refusal refusal = lines.get(j.line());
        boolean agreed =
            j.rivals().stream()
                .allMatch(k -> lines.get(k).said().reason() == refusal.said().reason());
        if (agreed) {
          out.put(failures.get(i), Stated.of(refusal.line(), refusal.said(), j.sole()));
        }
      }
    }
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }
}
