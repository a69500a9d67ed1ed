package io.tokentrail.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.rotate.Lifetimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder whose {@code truth.json} says who sent each 401 of its {@code input}.
 *
 * @param name the folder's name
 * @param poor what its input lacks, as the truth calls it
 * @param rows every 401 with what is true of it
 */
record LabelledCase(String name, Set<String> poor, List<Row> rows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nearer to 1 than this is no knowledge. */
  private static final double MOST_SHARE = 1 - 1e-9;

  private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * One 401.
   *
   * @param said what was found; null when the 401 was not
   * @param share the named account's share of all that may be, before it is calibrated
   * @param accounts those that are right, {@code namespace/name}; none when it is nobody's
   * @param known {@code knowable}, {@code ambiguous} or {@code unknowable}
   * @param reasons the server's reasons that are right
   * @param reasonKnowable whether the log tells it
   */
  record Row(
      Attributed said,
      double share,
      Set<String> accounts,
      String known,
      Set<String> reasons,
      boolean reasonKnowable) {

    String name() {
      return said == null ? "" : said.sender().account().map(Object::toString).orElse("");
    }

    boolean named() {
      return !name().isEmpty();
    }

    boolean right() {
      return named() ? accounts.contains(name()) : accounts.isEmpty();
    }

    double confidence() {
      return said.sender().confidence();
    }
  }

  /** The cases of a folder, by name. */
  static List<Path> folders(Path suite) throws IOException {
    try (Stream<Path> list = Files.list(suite)) {
      return list.filter(p -> Files.exists(p.resolve("truth.json"))).sorted().toList();
    }
  }

  static LabelledCase read(Path folder) throws IOException {
    JsonNode truth = JSON.readTree(folder.resolve("truth.json").toFile());
    Facts facts = FolderFacts.of(folder.resolve("input"), SOME_TIME);
    Map<String, Attributed> byId = new HashMap<>();
    Attribution.of(facts, Lifetimes.of(facts)).forEach(a -> byId.put(a.failure().auditId(), a));
    Map<String, Double> shares = shares(facts);
    List<Row> rows = new ArrayList<>();
    for (JsonNode f : truth.path("failures")) {
      Set<String> accounts = new TreeSet<>();
      f.path("accounts")
          .forEach(a -> accounts.add(a.path(0).asText("") + "/" + a.path(1).asText("")));
      Set<String> reasons = new TreeSet<>();
      f.path("reason").forEach(r -> reasons.add(r.asText("")));
      rows.add(
          new Row(
              byId.get(f.path("id").asText("")),
              shares.getOrDefault(f.path("id").asText(""), MOST_SHARE),
              accounts,
              f.path("attribution").asText(""),
              reasons,
              f.path("reason_knowable").asBoolean(false)));
    }
    Set<String> poor = new TreeSet<>();
    truth.path("degrade").forEach(d -> poor.add(d.asText("")));
    return new LabelledCase(folder.getFileName().toString(), poor, rows);
  }

  /** By audit id; a proxied 401 names its user and has none. */
  private static Map<String, Double> shares(Facts facts) {
    List<ClientRung> rungs = Rungs.of(new Traces(facts), Lifetimes.of(facts));
    List<Failure> refused =
        facts.audit().failures().stream().filter(f -> !f.proxied()).sorted().toList();
    Map<String, Double> out = new HashMap<>();
    for (Questions client : Questions.byClient(refused, Reasons.of(facts)).values()) {
      List<Rung> steps = rungs.stream().map(r -> r.of(client.all())).toList();
      for (Question question : client.all()) {
        Candidates candidates = new Candidates();
        steps.forEach(r -> r.climb(question, candidates));
        out.put(question.failure().auditId(), Math.min(MOST_SHARE, candidates.share()));
      }
    }
    return out;
  }
}
