package io.tokentrail.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokentrail.model.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding as a report.json holds it.
 *
 * @param id its id
 * @param cause its cause's code
 * @param severity its severity's code
 * @param confidence 0..1
 * @param subject the account, pod, node or object that it is about; empty when about none
 * @param firstSeen ISO 8601
 * @param lastSeen ISO 8601
 * @param failures how many 401s it explains
 * @param summary what happened
 * @param evidence what it rests on
 * @param remedy the next steps
 * @param alternatives other causes that fit, each with its confidence and reason
 */
public record SavedFinding(
    String id,
    String cause,
    String severity,
    double confidence,
    String subject,
    String firstSeen,
    String lastSeen,
    long failures,
    String summary,
    List<Evidence> evidence,
    List<String> remedy,
    List<String> alternatives) {

  public SavedFinding {
    evidence = List.copyOf(evidence);
    remedy = List.copyOf(remedy);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * All findings of a report, worst first.
   *
   * @param folder the output folder of a run
   * @throws IOException when there is no report.json there, or it cannot be read
   */
  public static List<SavedFinding> all(Path folder) throws IOException {
    JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    List<SavedFinding> all = new ArrayList<>();
    report.path("findings").forEach(finding -> all.add(of(finding)));
    return all;
  }

  private static SavedFinding of(JsonNode f) {
    List<Evidence> evidence = new ArrayList<>();
    f.path("evidence")
        .forEach(e -> evidence.add(new Evidence(text(e, "reference"), text(e, "says"))));
    List<String> remedy = new ArrayList<>();
    f.path("remedy").forEach(step -> remedy.add(step.asText()));
    List<String> alternatives = new ArrayList<>();
    f.path("alternatives")
        .forEach(
            a ->
                alternatives.add(
                    (text(a, "cause") + " " + text(a, "confidence") + " " + text(a, "why"))
                        .strip()));
    return new SavedFinding(
        text(f, "finding_id"),
        text(f, "cause"),
        text(f, "severity"),
        f.path("confidence").asDouble(),
        subject(f),
        text(f, "first_seen"),
        text(f, "last_seen"),
        f.path("failures_401").asLong(),
        text(f, "summary"),
        evidence,
        remedy,
        alternatives);
  }

  static String subject(JsonNode f) {
    if (f.has("object")) {
      return text(f, "object");
    }
    if (f.has("service_account")) {
      String account = text(f, "namespace") + "/" + text(f, "service_account");
      return f.has("pod") ? account + ", pod " + text(f, "pod") : account;
    }
    return f.has("node") ? "Node/" + text(f, "node") : "";
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }
}
