package io.tokentrail.ingest.metric;

import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prometheus' text exposition and OpenMetrics, as {@code kubectl get --raw /metrics} prints them:
 * {@code name{label="value"} number [time]}. A sample without a time was taken when the file was.
 */
final class TextExposition implements MetricFormat {

  /** Above this a time is in milliseconds (Prometheus), below in seconds (OpenMetrics). */
  private static final double MILLISECONDS_FROM = 1e11;

  @Override
  public boolean reads(String start) {
    return true;
  }

  @Override
  public void read(InputStream in, Tally tally, Samples into, Instant scrapedAt, ZoneId zone)
      throws IOException {
    String server = ScrapeName.of(tally.file().path()).server();
    try (Lines lines = new Lines(in)) {
      while (lines.next()) {
        String text = lines.blank() ? "" : lines.text().strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
          continue;
        }
        Optional<Sample> sample = sample(text, scrapedAt);
        if (sample.isEmpty()) {
          tally.rejectLine(lines.number(), "no sample", text);
        } else {
          tally.record();
          keep(sample.get(), server, into, lines.number());
        }
      }
    } catch (IOException e) {
      tally.rejectLine(tally.seen() + 1, "not readable from here on", "");
    }
  }

  private static void keep(Sample sample, String server, Samples into, long line) {
    SortedMap<String, String> labels = sample.labels;
    if (labels == null || !MetricNames.matters(sample.name, labels)) {
      return;
    }
    if (!labels.containsKey("instance") && !server.isEmpty()) {
      labels.put("instance", server);
    }
    into.add(sample.name, labels, sample.at, sample.value, line);
  }

  /** A sample; its labels are null where the metric is not kept anyway. */
  private record Sample(String name, SortedMap<String, String> labels, Instant at, double value) {}

  private static Optional<Sample> sample(String text, Instant scrapedAt) {
    int end = 0;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    String name = text.substring(0, end);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> labels = MetricNames.known(name) ? new TreeMap<>() : null;
    int at = end;
    if (at < text.length() && text.charAt(at) == '{') {
      at = labels(text, at + 1, labels);
      if (at < 0) {
        return Optional.empty();
      }
    }
    String[] rest = text.substring(at).strip().split("\\s+", 3);
    double value = number(rest[0]);
    if (Double.isNaN(value) && !rest[0].equalsIgnoreCase("nan")) {
      return Optional.empty();
    }
    Instant time = rest.length > 1 ? time(rest[1], scrapedAt) : scrapedAt;
    return Optional.of(new Sample(name, labels, time, value));
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == ':';
  }

  /** Reads labels up to the closing brace; the position behind it, or -1. */
  private static int labels(String text, int from, SortedMap<String, String> labels) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}') {
        return at + 1;
      }
      if (c == ',' || c == ' ') {
        at++;
        continue;
      }
      int equals = text.indexOf('=', at);
      if (equals < 0 || equals + 1 >= text.length() || text.charAt(equals + 1) != '"') {
        return -1;
      }
      StringBuilder value = new StringBuilder();
      int close = equals + 2;
      while (close < text.length() && text.charAt(close) != '"') {
        if (text.charAt(close) == '\\' && close + 1 < text.length()) {
          close++;
          value.append(text.charAt(close) == 'n' ? '\n' : text.charAt(close));
        } else {
          value.append(text.charAt(close));
        }
        close++;
      }
      if (labels != null) {
        labels.put(text.substring(at, equals).strip(), value.toString());
      }
      at = close + 1;
    }
    return -1;
  }

  private static Instant time(String text, Instant scrapedAt) {
    double time = number(text);
    if (!(time > 0 && time < 1e14)) {
      return scrapedAt;
    }
    double millis = time >= MILLISECONDS_FROM ? time : time * 1000;
    return Instant.ofEpochMilli(Math.round(millis));
  }

  /** A Go float; NaN when it is none. */
  static double number(String text) {
    try {
      return switch (text) {
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
