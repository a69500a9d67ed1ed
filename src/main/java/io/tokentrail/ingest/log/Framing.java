package io.tokentrail.ingest.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the klog line within a line: bare, {@code journalctl -o short}, {@code -o short-iso},
 * {@code -o json}, {@code kubectl logs --timestamps}, container runtimes' prefixes, klog's JSON.
 */
final class Framing {

  /** Klog's header {@code Lmmdd hh:mm:ss.uuuuuu thread file:line] }. */
  private static final Pattern HEADER =
      Pattern.compile(
          "[IWEF](\\d\\d)(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{1,9}) +\\d+"
              + " ([\\w./-]+):\\d+\\] ?");

  /** How far into a line the header may begin. */
  private static final int FURTHEST = 300;

  private static final Pattern FULL_TIME =
      Pattern.compile(
          "^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?)(Z|[-+]\\d\\d:?\\d\\d)\\s");

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** A whole journal entry: full or syslog time, host, program. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?)(Z|[-+]\\d\\d:?\\d\\d)"
              + "|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\\d\\d?)"
              + " (\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,9}))?)"
              + " (\\S+) ([\\w.@/-]+?)(?:\\[\\d+\\])?: ");

  /** What {@code journalctl} prints above the first line, up to version 247. */
  private static final Pattern JOURNAL_SPAN =
      Pattern.compile(
          "-- (?:Logs begin|Journal begins) at .*, ends? at \\w{3} (\\d{4}-\\d\\d-\\d\\d)"
              + " (\\d\\d:\\d\\d:\\d\\d) .*");

  private Framing() {}

  /** About when a journal was printed, as its heading tells; the zone's name is not looked at. */
  static Optional<Instant> journalEnd(String line) {
    Matcher span = JOURNAL_SPAN.matcher(line);
    return span.lookingAt()
        ? Json.time(span.group(1) + "T" + span.group(2) + "Z")
        : Optional.empty();
  }

  /** The klog line in a line; empty when there is none. */
  static Optional<Framed> of(String line) {
    if (!line.isEmpty() && line.charAt(0) == '{') {
      return json(Json.read(line));
    }
    return text(line);
  }

  private static Optional<Framed> text(String line) {
    Matcher header = HEADER.matcher(line);
    header.region(0, Math.min(line.length(), FURTHEST + 100));
    if (!header.lookingAt() && (!header.find() || header.start() > FURTHEST)) {
      return headless(line);
    }
    Optional<Stamp> stamp = stamp(header);
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    String before = line.substring(0, header.start());
    String host = "";
    String unit = "";
    Optional<Instant> outer = Optional.empty();
    if (!before.isEmpty()) {
      Matcher time = FULL_TIME.matcher(before);
      if (time.find()) {
        outer = full(time.group(1), time.group(2));
      }
      String[] words = before.strip().split(" +", -1);
      String last = words[words.length - 1];
      if (words.length > 2 && last.endsWith(":")) {
        host = words[words.length - 2];
        int end = last.indexOf('[');
        unit = last.substring(0, end < 0 ? last.length() - 1 : end);
      }
    }
    return Optional.of(
        new Framed(
            outer,
            stamp,
            host,
            unit,
            fileName(header.group(7)),
            line.substring(header.end()),
            Map.of()));
  }

  /** Klog with {@code -skip_headers}: only the journal's prefix tells when and who. */
  private static Optional<Framed> headless(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.lookingAt() || Components.ofUnit(entry.group(8)).isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> outer =
        entry.group(1) == null ? Optional.empty() : full(entry.group(1), entry.group(2));
    Optional<Stamp> stamp = entry.group(3) == null ? Optional.empty() : syslogStamp(entry);
    return Optional.of(
        new Framed(
            outer,
            stamp,
            entry.group(7),
            entry.group(8),
            "",
            line.substring(entry.end()),
            Map.of()));
  }

  private static Optional<Stamp> syslogStamp(Matcher entry) {
    int month = MONTHS.indexOf(entry.group(3)) / 3 + 1;
    String[] clock = entry.group(5).split(":", 3);
    int second =
        Integer.parseInt(clock[0]) * 3600
            + Integer.parseInt(clock[1]) * 60
            + Integer.parseInt(clock[2]);
    String fraction =
        ((entry.group(6) == null ? "" : entry.group(6)) + "000000000").substring(0, 9);
    return Optional.of(
        new Stamp(month, Integer.parseInt(entry.group(4)), second, Integer.parseInt(fraction)));
  }

  private static Optional<Instant> full(String time, String zone) {
    String colon = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    return Json.time(time.replace(',', '.') + colon);
  }

  private static Optional<Stamp> stamp(Matcher header) {
    int month = Integer.parseInt(header.group(1));
    int day = Integer.parseInt(header.group(2));
    int hour = Integer.parseInt(header.group(3));
    int minute = Integer.parseInt(header.group(4));
    int second = Integer.parseInt(header.group(5));
    String fraction = (header.group(6) + "00000000").substring(0, 9);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) {
      return Optional.empty();
    }
    return Optional.of(
        new Stamp(month, day, hour * 3600 + minute * 60 + second, Integer.parseInt(fraction)));
  }

  /** {@code token/token_manager.go} and {@code token_manager.go:124} are the same file. */
  private static String fileName(String caller) {
    String path = caller.substring(caller.lastIndexOf('/') + 1);
    int colon = path.indexOf(':');
    return colon < 0 ? path : path.substring(0, colon);
  }

  static Optional<Framed> json(JsonNode node) {
    if (node.has("MESSAGE")) {
      return journal(node);
    }
    if (node.has("msg") && node.has("ts")) {
      return klogJson(node);
    }
    return Shipped.of(node).flatMap(Framing::shipped);
  }

  /** The line's own time and host come before the shipper's. */
  private static Optional<Framed> shipped(Shipped around) {
    Optional<Framed> inner = of(around.line());
    if (inner.isEmpty()) {
      boolean ours = around.at().isPresent() && !Components.ofUnit(around.unit()).isEmpty();
      return ours
          ? Optional.of(
              new Framed(
                  around.at(),
                  Optional.empty(),
                  around.host(),
                  around.unit(),
                  "",
                  around.line(),
                  Map.of()))
          : Optional.empty();
    }
    Framed in = inner.get();
    return Optional.of(
        new Framed(
            in.outer().or(around::at),
            in.stamp(),
            in.host().isEmpty() ? around.host() : in.host(),
            in.unit().isEmpty() ? around.unit() : in.unit(),
            in.source(),
            in.message(),
            in.fields()));
  }

  private static Optional<Framed> klogJson(JsonNode node) {
    Optional<Instant> at = time(node.path("ts"));
    if (at.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      fields.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
    }
    return Optional.of(
        new Framed(
            at,
            Optional.empty(),
            "",
            "",
            fileName(Json.text(node, "caller")),
            Json.text(node, "msg"),
            fields));
  }

  /** Floating milliseconds (klog), seconds (zap's default), or RFC 3339. */
  private static Optional<Instant> time(JsonNode ts) {
    if (!ts.isNumber()) {
      return Json.time(ts);
    }
    double value = ts.asDouble();
    double millis = value < 1e11 ? value * 1000 : value;
    if (!(millis > 0 && millis < 1e14)) {
      return Optional.empty();
    }
    long micros = Math.round(millis * 1000);
    return Optional.of(
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L));
  }

  private static Optional<Framed> journal(JsonNode node) {
    long micros = Json.number(node.path("__REALTIME_TIMESTAMP"), 0);
    if (micros <= 0) {
      micros = Json.number(node.path("_SOURCE_REALTIME_TIMESTAMP"), 0);
    }
    Optional<Instant> at =
        micros > 0
            ? Optional.of(Instant.ofEpochSecond(micros / 1_000_000L, micros % 1_000_000L * 1000L))
            : Optional.empty();
    String message = message(node.path("MESSAGE"));
    String host = Json.text(node, "_HOSTNAME");
    String unit = Json.text(node, "SYSLOG_IDENTIFIER");
    Optional<Framed> inner = of(message);
    if (inner.isEmpty() && (at.isEmpty() || Components.ofUnit(unit).isEmpty())) {
      return Optional.empty();
    }
    Framed in = inner.orElse(new Framed(at, Optional.empty(), host, unit, "", message, Map.of()));
    return Optional.of(
        new Framed(
            at.or(in::outer), in.stamp(), host, unit, in.source(), in.message(), in.fields()));
  }

  /** The journal prints bytes that are no UTF-8 as an array of numbers. */
  private static String message(JsonNode value) {
    if (!value.isArray()) {
      return Json.text(value);
    }
    byte[] bytes = new byte[value.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.path(i).asInt();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
