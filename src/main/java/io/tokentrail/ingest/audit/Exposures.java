package io.tokentrail.ingest.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Masking;
import io.tokentrail.ingest.source.WholeToken;
import io.tokentrail.model.Client;
import io.tokentrail.model.ExposedToken;
import io.tokentrail.model.Place;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Whole tokens that stand in events: their claims and where they were seen, counted together. Only
 * events in which a long text looks like a token come here. Bounded: of each place of a kind, so
 * many tokens are kept.
 */
final class Exposures implements Serializable {

  private static final long serialVersionUID = 1;

  /** Tokens that are kept of each holder; which ones does not depend on the order of events. */
  private static final int OF_HOLDER = 5_000;

  /** Kinds of places; hostile bodies could make up as many as they like. */
  private static final int HOLDERS = 200;

  /** A key of a body is told this far down, so that names within free-form maps do not count. */
  private static final int DEPTH = 5;

  private static final int LONGEST = 100;

  /** Keys are chosen by clients; what is not a plain name is not repeated. */
  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9 ./_-]");

  private static final Comparator<Row> FIRST =
      Comparator.comparingLong(Row::first).thenComparingInt(Row::file).thenComparingLong(Row::line);

  /** One token in one kind of place. */
  private record Row(
      WholeToken token, Client client, long times, long first, long last, int file, long line)
      implements Serializable {

    Row with(Row other) {
      Row a = FIRST.compare(this, other) <= 0 ? this : other;
      return new Row(
          a.token,
          a.client,
          times + other.times,
          a.first,
          Math.max(last, other.last),
          a.file,
          a.line);
    }
  }

  private final TreeMap<String, TreeMap<String, Row>> holders = new TreeMap<>();

  /** Takes in an event that may hold tokens. */
  void add(AuditEvent e, int file, long line, int weight) {
    String resource = Masking.of(e.text(AuditEvent.RESOURCE));
    String sub = Masking.of(e.text(AuditEvent.SUBRESOURCE));
    String what = sub.isEmpty() ? resource : resource + "/" + sub;
    Client client =
        new Client(Masking.of(e.text(AuditEvent.SOURCE_IP)), Masking.of(e.text(AuditEvent.AGENT)));
    try (JsonParser p =
        Json.MAPPER.getFactory().createParser(e.line(), e.start(), e.end() - e.start())) {
      for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
        if (t == JsonToken.VALUE_STRING && p.getTextLength() >= WholeToken.SHORTEST) {
          for (WholeToken token : WholeToken.in(p.getText())) {
            String holder = holder(what, p.getParsingContext());
            put(holder, new Row(token, client, weight, e.answered, e.answered, file, line));
          }
        }
      }
    } catch (IOException broken) {
      // what stands before the break was looked at; the event itself was read
    }
  }

  /** {@code tokenreviews requestObject.spec.token}; of places outside bodies only their name. */
  private static String holder(String what, JsonStreamContext at) {
    Deque<String> names = new ArrayDeque<>();
    for (JsonStreamContext c = at; c != null; c = c.getParent()) {
      if (c.hasCurrentName()) {
        names.addFirst(c.getCurrentName());
      }
    }
    String path = String.join(".", names.stream().limit(DEPTH).toList());
    boolean body = path.startsWith("requestObject") || path.startsWith("responseObject");
    String full = Masking.of(body && !what.isEmpty() ? what + " " + path : path);
    String holder = UNUSUAL.matcher(full).replaceAll("?");
    return holder.length() > LONGEST ? holder.substring(0, LONGEST) : holder;
  }

  private void put(String holder, Row row) {
    TreeMap<String, Row> tokens = holders.computeIfAbsent(holder, h -> new TreeMap<>());
    tokens.merge(row.token().digest(), row, Row::with);
    if (tokens.size() > OF_HOLDER) {
      tokens.pollLastEntry();
    }
    if (holders.size() > HOLDERS) {
      holders.pollLastEntry();
    }
  }

  void merge(Exposures other) {
    other.holders.forEach((holder, tokens) -> tokens.values().forEach(row -> put(holder, row)));
  }

  /** The records, in their order. */
  List<ExposedToken> all(BiFunction<Integer, Long, Place> place) {
    List<ExposedToken> all = new ArrayList<>();
    for (Map.Entry<String, TreeMap<String, Row>> holder : holders.entrySet()) {
      for (Row row : holder.getValue().values()) {
        if (row.times > 0) {
          all.add(
              new ExposedToken(
                  holder.getKey(),
                  row.token.subject(),
                  row.token.issuer(),
                  row.token.credentialId(),
                  row.token.expiresAtSecond(),
                  row.token.digest(),
                  row.client,
                  row.times,
                  Stamp.instant(row.first),
                  Stamp.instant(row.last),
                  place.apply(row.file, row.line)));
        }
      }
    }
    all.sort(null);
    return all;
  }
}
