package io.tokentrail.ingest.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Sharing;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.ingest.source.WholeToken;
import io.tokentrail.ingest.wrap.DocumentSplitter;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one component log. */
public final class LogReader {

  /** Request-log lines of other codes than 401 that are kept: enough to compare two clocks. */
  private static final int SERVED_KEPT = 200;

  /** A start says several things; what follows it this closely is the same start. */
  private static final Duration ONE_START = Duration.ofMinutes(1);

  /** Tokens of one log that are told; a log that is full of them is told by the first ones. */
  private static final int SHOWN_KEPT = 1_000;

  private static final String FLAG = "FLAG: --";

  private final Tally tally;
  private final ZoneId zone;
  private Instant reference;
  private final Instant latest;
  private final Meanings meanings = new Meanings();
  private final Sharing sharing = new Sharing();
  private final List<Kept> kept = new ArrayList<>();
  private final NavigableMap<String, String> flags = new TreeMap<>();
  private final Map<String, Integer> componentVotes = new HashMap<>();
  private final Map<String, Integer> hosts = new HashMap<>();
  private String nodeNamed = "";
  private int served;
  private int shown;
  private Instant started = Instant.MIN;
  private long item;
  private boolean amongEvents;

  /** A meaningful line before its file's component is known. */
  private record Kept(Instant at, Framed line, LogLine.Meaning meaning, long number) {}

  private LogReader(Tally tally, ZoneId zone, Instant reference, Instant latest) {
    this.tally = tally;
    this.zone = zone;
    this.reference = reference;
    this.latest = latest;
  }

  /**
   * Reads a log.
   *
   * @param unpacked its bytes
   * @param tally counts lines and rejects
   * @param zone the zone of stamps that name none
   * @param reference a time near which the log was written: it settles the year
   * @param latest no line is from a later year than this time allows
   */
  public static LogPart read(
      InputStream unpacked, Tally tally, ZoneId zone, Instant reference, Instant latest)
      throws IOException {
    return new LogReader(tally, zone, reference, latest).all(unpacked);
  }

  private LogPart all(InputStream unpacked) {
    if (tally.file().layout().documents()) {
      documents(unpacked);
      return part();
    }
    try (Lines lines = new Lines(unpacked)) {
      while (lines.next()) {
        if (!lines.blank()) {
          line(lines.text(), lines.number());
        }
      }
    } catch (IOException e) {
      tally.rejectLine(tally.seen() + 1, "not readable from here on: " + e.getMessage(), "");
    }
    return part();
  }

  /** Reads what stands among the events of an audit log: only lines with a klog header count. */
  public static LogPart amongEvents(
      InputStream unpacked, Tally tally, ZoneId zone, Instant reference) {
    LogReader reader = new LogReader(tally, zone, reference, Instant.MAX);
    reader.amongEvents = true;
    return reader.all(unpacked);
  }

  private boolean isOfOther(String text) {
    return amongEvents && !text.contains(".go:");
  }

  private void documents(InputStream unpacked) {
    try {
      new DocumentSplitter(Lines.LONGEST)
          .read(
              unpacked,
              new DocumentSplitter.Sink() {
                @Override
                public void record(byte[] bytes, int from, int to) {
                  item++;
                  String text = new String(bytes, from, to - from, UTF_8);
                  if (isOfOther(text)) {
                    return;
                  }
                  JsonNode node = Json.read(text);
                  Framing.json(node).ifPresentOrElse(f -> framed(f, text, item), tally::record);
                }

                @Override
                public int whole(byte[] b, int from, int to) {
                  return -1;
                }

                @Override
                public void broken(String why, byte[] bytes, int from, int to) {
                  item++;
                  tally.rejectItem(item, why, new String(bytes, from, to - from, UTF_8));
                }
              });
    } catch (IOException e) {
      tally.rejectItem(item + 1, "not readable from here on: " + e.getMessage(), "");
    }
  }

  private void line(String text, long number) {
    if (isOfOther(text)) {
      return;
    }
    if (text.startsWith("-- ")) {
      Framing.journalEnd(text).ifPresent(end -> reference = end);
      return;
    }
    Optional<Framed> framed = Framing.of(text);
    if (framed.isEmpty()) {
      unframed(text, number);
    } else {
      framed(framed.get(), text, number);
    }
  }

  private void framed(Framed line, String text, long number) {
    Optional<Instant> time =
        line.stamp().isPresent()
            ? line.stamp().get().at(line.outer(), zone, reference, latest)
            : line.outer();
    if (time.isEmpty()) {
      tally.rejectLine(number, "no such day", line.message());
      return;
    }
    Instant at = time.get();
    reference = at;
    tally.record();
    tally.time(at);
    vote(line);
    if (text.length() > WholeToken.SHORTEST && text.contains("eyJ")) {
      shown(text, at, line, number);
    }
    if (line.source().equals("flags.go")) {
      flag(line.message());
      return;
    }
    if (served >= SERVED_KEPT && Meanings.servedWithout401(line)) {
      return;
    }
    Optional<LogLine.Meaning> meaning = meanings.of(line);
    if (meaning.isPresent() && wanted(meaning.get(), at)) {
      kept.add(new Kept(at, light(line), meaning.get(), number));
    }
  }

  private void shown(String text, Instant at, Framed line, long number) {
    for (WholeToken token : WholeToken.in(text)) {
      if (++shown <= SHOWN_KEPT) {
        LogLine.TokenShown meaning =
            new LogLine.TokenShown(
                token.subject(),
                token.issuer(),
                token.credentialId(),
                token.expiresAtSecond(),
                token.digest());
        kept.add(new Kept(at, light(line), meaning, number));
      }
    }
  }

  /** Only JSON and lines with a broken header are records that are lost; the rest continues one. */
  private void unframed(String text, long number) {
    if (text.charAt(0) == '{') {
      if (Json.read(text).isMissingNode()) {
        tally.rejectLine(number, "not JSON", text);
      } else {
        tally.record();
      }
    } else if (text.matches("[IWEF]\\d{4} \\d\\d:.*") && text.indexOf(']') < 0) {
      tally.rejectLine(number, "a klog header that is cut off", text);
    }
  }

  private boolean wanted(LogLine.Meaning meaning, Instant at) {
    if (meaning instanceof LogLine.Served s && s.code() != 401) {
      return ++served <= SERVED_KEPT;
    }
    if (meaning instanceof LogLine.Started) {
      boolean again = at.isAfter(started.plus(ONE_START));
      started = at;
      return again;
    }
    return true;
  }

  /** The message has been read: what is kept of the line does not hold on to it. */
  private Framed light(Framed line) {
    return sharing.one(
        new Framed(
            Optional.empty(),
            Optional.empty(),
            line.host(),
            line.unit(),
            line.source(),
            "",
            Map.of()));
  }

  private void vote(Framed line) {
    String byUnit = Components.ofUnit(line.unit());
    String component = byUnit.isEmpty() ? Components.ofSource(line.source()) : byUnit;
    if (!component.isEmpty()) {
      componentVotes.merge(component, byUnit.isEmpty() ? 1 : 100, Integer::sum);
    }
    if (!line.host().isEmpty()) {
      hosts.merge(line.host(), 1, Integer::sum);
    }
    if (nodeNamed.isEmpty() && line.source().equals("kubelet_node_status.go")) {
      nodeNamed = line.said().field("node");
    }
  }

  private void flag(String message) {
    int at = message.indexOf(FLAG);
    int equals = message.indexOf('=', at + FLAG.length());
    if (at >= 0 && equals > 0) {
      String value = message.substring(equals + 1).strip();
      flags.put(message.substring(at + FLAG.length(), equals), value.replace("\"", ""));
    }
  }

  private LogPart part() {
    String path = tally.file().path();
    String component = most(componentVotes);
    String file = component.isEmpty() ? Components.ofPath(path) : component;
    String host = host(path, file);
    List<LogLine> lines = new ArrayList<>();
    for (Kept one : kept) {
      String own = componentOf(one.line(), file);
      boolean foreign =
          one.meaning() instanceof LogLine.KubeletUnwell && !own.equals(Components.KUBELET);
      if (!foreign) {
        lines.add(new LogLine(one.at(), own, host, one.meaning(), new Place(path, one.number())));
      }
    }
    return new LogPart(
        new LogFile(path, file, host, tally.firstAt(), tally.lastAt()), List.copyOf(lines), flags);
  }

  /** One process may run all components (k3s): then the line's own source file tells. */
  private static String componentOf(Framed line, String file) {
    boolean several = !line.unit().isEmpty() && Components.ofUnit(line.unit()).isEmpty();
    String own = Components.ofSource(line.source());
    return (several || file.isEmpty()) && !own.isEmpty() ? own : file;
  }

  /** The node that a kubelet calls itself, else the shipper's word, else the file's name. */
  private String host(String path, String component) {
    if (component.equals(Components.KUBELET) && !nodeNamed.isEmpty()) {
      return nodeNamed;
    }
    String shipped = most(hosts);
    return shipped.isEmpty() ? Components.hostOfPath(path) : shipped;
  }

  private static String most(Map<String, Integer> votes) {
    String best = "";
    for (Map.Entry<String, Integer> vote : new TreeMap<>(votes).entrySet()) {
      if (best.isEmpty() || vote.getValue() > votes.get(best)) {
        best = vote.getKey();
      }
    }
    return best;
  }
}
