package io.tokentrail.report.json;

import io.tokentrail.model.Account;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Visible;
import io.tokentrail.report.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code ocsf.jsonl}: OCSF 1.5.0, an event a line: a Detection Finding (2004) for each finding, a
 * Compliance Finding (2003) for each control. A finding that explains 401s is an alert; what merely
 * stands wrong is none.
 */
public final class OcsfJson {

  static final String VERSION = "1.5.0";

  private static final int FINDINGS = 2;
  private static final int CREATE = 1;
  private static final int COMPLIANCE = 2003;
  private static final int DETECTION = 2004;
  private static final int RULE = 1;
  private static final int NEW = 1;
  private static final int SUPPRESSED = 3;

  /** Addresses told of one finding. */
  private static final int MOST_ADDRESSES = 10;

  /** Values from here on are "High", below the lower one "Low". */
  private static final double HIGH = 0.8;

  private static final double MEDIUM = 0.5;

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final Report report;
  private final JsonWriter json;

  private OcsfJson(Report report, JsonWriter json) {
    this.report = report;
    this.json = json;
  }

  /** The events, findings first. */
  public static byte[] bytes(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out)) {
      OcsfJson ocsf = new OcsfJson(report, json);
      for (Finding finding : report.findings()) {
        json.line(() -> ocsf.detection(finding));
      }
      for (Control control : report.controls()) {
        json.line(() -> ocsf.compliance(control));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void event(int type, String name, Severity severity, String key) throws IOException {
    json.count("activity_id", CREATE);
    json.text("activity_name", "Create");
    json.count("category_uid", FINDINGS);
    json.text("category_name", "Findings");
    json.count("class_uid", type);
    json.text("class_name", name);
    json.count("type_uid", type * 100L + CREATE);
    json.text("type_name", name + ": Create");
    json.count("severity_id", severityId(severity));
    json.text("severity", severity == Severity.INFO ? "Informational" : capital(severity.code()));
    time("time", report.run().at());
    json.object(
        "metadata",
        () -> {
          json.text("version", VERSION);
          json.text("uid", StableIds.uuid(name, report.run().cluster(), key));
          json.object(
              "product",
              () -> {
                json.text("name", "Tokentrail");
                json.text("vendor_name", "Tokentrail");
                json.text("version", report.run().tool());
              });
        });
  }

  private static int severityId(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 5;
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW -> 2;
      case INFO -> 1;
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Milliseconds since 1970, where the time can be one. */
  private void time(String name, Instant at) throws IOException {
    if (Words.plausible(at)) {
      json.count(name, at.toEpochMilli());
    }
  }

  private void detection(Finding finding) throws IOException {
    Diagnosis d = finding.diagnosis();
    event(DETECTION, "Detection Finding", d.severity(), finding.id());
    json.text("message", words(d.summary()));
    time("start_time", d.firstSeen());
    time("end_time", d.lastSeen());
    json.count("count", Math.max(1, d.explains().size()));
    boolean accepted = report.exemptions().accepting(finding).isPresent();
    json.count("status_id", accepted ? SUPPRESSED : NEW);
    json.text("status", accepted ? "Suppressed" : "New");
    json.flag("is_alert", d.cause().failure());
    confidence(d);
    json.object("finding_info", () -> about(finding));
    resources(d.subject());
    json.rows("evidences", evidences(d), this::evidence);
    if (!d.remedy().isEmpty()) {
      json.object("remediation", () -> json.text("desc", words(String.join("\n", d.remedy()))));
    }
  }

  private void confidence(Diagnosis d) throws IOException {
    if (d.cause() == CauseCode.UNEXPLAINED) {
      json.count("confidence_id", 0);
      json.text("confidence", "Unknown");
      return;
    }
    double c = d.confidence();
    json.count("confidence_id", c >= HIGH ? 3 : c >= MEDIUM ? 2 : 1);
    json.text("confidence", c >= HIGH ? "High" : c >= MEDIUM ? "Medium" : "Low");
    json.count("confidence_score", Math.round(c * 100));
  }

  private void about(Finding finding) throws IOException {
    Diagnosis d = finding.diagnosis();
    json.text("uid", finding.id());
    json.text("title", words(CauseWords.title(d.cause()) + ": " + Words.subject(d.subject())));
    json.text("desc", words(d.summary()));
    json.list("types", List.of(d.cause().failure() ? "incident" : "hygiene"));
    time("first_seen_time", d.firstSeen());
    time("last_seen_time", d.lastSeen());
    time("created_time", report.run().at());
    json.object(
        "analytic",
        () -> {
          json.count("type_id", RULE);
          json.text("type", "Rule");
          json.text("name", d.cause().name());
          json.text("uid", d.cause().name());
        });
    json.list("data_sources", sources());
  }

  private List<String> sources() {
    return report.caseFile().facts().inputs().stream()
        .filter(i -> i.problem().isEmpty())
        .map(i -> i.kind().code())
        .distinct()
        .sorted()
        .toList();
  }

  private record Resource(String type, String namespace, String name) {}

  private void resources(Subject subject) throws IOException {
    List<Resource> all = new ArrayList<>();
    String namespace = subject.account().map(Account::namespace).orElse("");
    subject.account().ifPresent(a -> all.add(new Resource("ServiceAccount", namespace, a.name())));
    if (!subject.pod().isEmpty()) {
      all.add(new Resource("Pod", namespace, subject.pod()));
    }
    if (!subject.node().isEmpty()) {
      all.add(new Resource("Node", "", subject.node()));
    }
    subject.object().ifPresent(o -> all.add(resource(o)));
    json.rows(
        "resources",
        all,
        r -> {
          json.text("type", words(r.type()));
          json.text("namespace", words(r.namespace()));
          json.text("name", words(r.name()));
        });
  }

  private static Resource resource(ObjectRef ref) {
    return new Resource(ref.kind(), ref.namespace(), ref.name());
  }

  /** What a piece of evidence is: a reference, or an address that requests came from. */
  private record Piece(Evidence reference, String address) {}

  private static List<Piece> evidences(Diagnosis d) {
    List<Piece> all = new ArrayList<>();
    d.evidence().forEach(e -> all.add(new Piece(e, "")));
    Map<String, Integer> addresses = new TreeMap<>();
    d.explains().forEach(a -> addresses.merge(a.failure().client().sourceIp(), 1, Integer::sum));
    addresses.entrySet().stream()
        .filter(e -> ADDRESS.matcher(e.getKey()).matches())
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_ADDRESSES)
        .forEach(e -> all.add(new Piece(null, e.getKey())));
    return all;
  }

  private void evidence(Piece piece) throws IOException {
    if (piece.reference() == null) {
      json.object("src_endpoint", () -> json.text("ip", piece.address()));
    } else {
      reference(piece.reference());
    }
  }

  private void reference(Evidence e) throws IOException {
    json.object(
        "data",
        () -> {
          json.text("reference", words(e.reference()));
          json.text("says", words(e.says()));
        });
  }

  private void compliance(Control control) throws IOException {
    Severity worst =
        control.status() != Control.Status.FAIL
            ? Severity.INFO
            : report.findings().stream()
                .filter(f -> control.findingIds().contains(f.id()))
                .map(f -> f.diagnosis().severity())
                .min(Comparator.naturalOrder())
                .orElse(Severity.LOW);
    String key = control.framework() + "/" + control.id();
    event(COMPLIANCE, "Compliance Finding", worst, key);
    json.text(
        "message", words(control.id() + " " + control.title() + ": " + control.observation()));
    json.count("status_id", NEW);
    json.text("status", "New");
    json.object(
        "finding_info",
        () -> {
          json.text("uid", StableIds.control(control.framework(), control.id()));
          json.text("title", words(control.title()));
          json.text("desc", words(control.observation()));
          time("created_time", report.run().at());
          json.list("data_sources", sources());
        });
    json.object(
        "compliance",
        () -> {
          json.text("control", words(control.id()));
          json.list("standards", List.of(control.framework()));
          json.list("requirements", List.of(control.title()));
          json.count("status_id", statusId(control.status()));
          json.text("status", status(control.status()));
          json.text("status_code", control.status().code());
          json.list("status_details", List.of(words(control.observation())));
        });
    if (!control.evidence().isEmpty()) {
      json.rows("evidences", control.evidence(), this::reference);
    }
  }

  private static int statusId(Control.Status status) {
    return switch (status) {
      case PASS -> 1;
      case FAIL -> 3;
      case NOT_ASSESSED -> 0;
      case MANUAL -> 99;
    };
  }

  private static String status(Control.Status status) {
    return switch (status) {
      case PASS -> "Pass";
      case FAIL -> "Fail";
      case NOT_ASSESSED -> "Unknown";
      case MANUAL -> "Other";
    };
  }

  private static String words(String text) {
    return Visible.keepingLines(text);
  }
}
