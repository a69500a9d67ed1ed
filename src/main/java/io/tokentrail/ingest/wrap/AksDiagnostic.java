package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * Azure diagnostics, where AKS puts the audit log: lines of a storage account, {@code records[]} of
 * an event hub, rows of {@code AzureDiagnostics}, {@code AKSAudit} and {@code AKSAuditAdmin}.
 * Records of other categories are left out.
 */
final class AksDiagnostic implements LogWrapper {

  static final LogWrapper LINES = new AksDiagnostic("aks-lines", List.of(""));
  static final LogWrapper RECORDS = new AksDiagnostic("aks", List.of("records[].", "[]."));

  private static final Envelope ENVELOPE = new Envelope("properties", "log", "log_s");

  private static final byte[] CATEGORY = Members.key("category");
  private static final byte[] TABLE_CATEGORY = Members.key("Category");
  private static final byte[] PROPERTIES = Members.key("properties");
  private static final byte[] LOG = Members.key("log");
  private static final byte[] LOG_S = Members.key("log_s");
  private static final byte[] AUDIT_ID = Members.key("AuditId");
  private static final byte[] KUBE_AUDIT = Members.key("kube-audit");

  private final String name;
  private final List<String> places;

  private AksDiagnostic(String name, List<String> places) {
    this.name = name;
    this.places = places;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean claims(Outline outline) {
    if (!outline.holdsEvents()
        && !outline.text().contains("kube-audit")
        && !outline.text().contains("StageReceivedTime")) {
      return false;
    }
    for (String in : places) {
      if (outline.has(in + "properties.log")
          || outline.has(in + "log_s")
          || outline.has(in + "AuditId")
          || outline.has(in + "properties.AuditId")
          || (outline.has(in + "category") && outline.has(in + "properties"))) {
        return true;
      }
    }
    return name.equals("aks-lines") && Csv.hasColumn(outline.text(), "log_s");
  }

  @Override
  public int whole(byte[] bytes, int from, int to, Unwrapped event) {
    return ENVELOPE.whole(bytes, from, to, event);
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    if (at < to && bytes[at] == '{') {
      record(bytes, at, to, event);
    } else {
      Csv.event(bytes, from, to, event);
    }
  }

  private static void record(byte[] b, int object, int to, Unwrapped event) {
    Members members = new Members(b, object, to);
    while (members.next()) {
      int value = members.value();
      if (members.is(CATEGORY) || members.is(TABLE_CATEGORY)) {
        if (!Members.begins(b, value, to, KUBE_AUDIT)) {
          event.leftOut();
          return;
        }
      } else if (members.is(LOG_S)) {
        Payload.value(b, value, to, event);
        return;
      } else if (members.is(AUDIT_ID)) {
        AksAuditTable.event(b, object, to, event);
        return;
      } else if (members.is(PROPERTIES) && properties(b, value, to, event)) {
        return;
      }
    }
    event.slice(b, object, to);
  }

  private static boolean properties(byte[] record, int at, int recordEnd, Unwrapped event) {
    byte[] b = record;
    int value = at;
    int to = recordEnd;
    if (b[value] == '"') {
      event.begin(to - value);
      if (event.unescape(b, value + 1, to) < 0) {
        event.broken("cut off in the middle", b, value, to);
        return true;
      }
      b = event.buffer();
      to = event.length();
      value = Members.space(b, 0, to);
    }
    int log = Members.value(b, value, to, LOG);
    if (log >= 0) {
      Payload.value(b, log, to, event);
      return true;
    }
    if (Members.value(b, value, to, AUDIT_ID) >= 0) {
      AksAuditTable.event(b, value, to, event);
      return true;
    }
    return false;
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "The category kube-audit-admin leaves out get and list: most refused requests are missing.",
        "Azure replaces large bodies by a text: what stood in them is lost.");
  }
}
