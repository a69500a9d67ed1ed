package io.tokentrail.ingest.wrap;

/**
 * Rows of the tables AKSAudit and AKSAuditAdmin: the event's fields as columns with their own
 * names. Columns that hold JSON may come as objects or as texts.
 */
final class AksAuditTable {

  /** One column, and the field of the event that it is. */
  private record Column(String name, String field, boolean json) {}

  private static final Column[] COLUMNS = {
    new Column("Level", "level", false),
    new Column("AuditId", "auditID", false),
    new Column("Stage", "stage", false),
    new Column("RequestUri", "requestURI", false),
    new Column("Verb", "verb", false),
    new Column("User", "user", true),
    new Column("ImpersonatedUser", "impersonatedUser", true),
    new Column("SourceIps", "sourceIPs", true),
    new Column("UserAgent", "userAgent", false),
    new Column("ObjectRef", "objectRef", true),
    new Column("ResponseStatus", "responseStatus", true),
    new Column("RequestObject", "requestObject", true),
    new Column("ResponseObject", "responseObject", true),
    new Column("RequestReceivedTime", "requestReceivedTimestamp", false),
    new Column("StageReceivedTime", "stageTimestamp", false),
    new Column("Annotations", "annotations", true)
  };

  private AksAuditTable() {}

  static void event(byte[] b, int object, int to, Unwrapped event) {
    if (Members.end(b, object, to) < 0) {
      event.broken("cut off in the middle", b, object, to);
      return;
    }
    event.begin(to - object);
    event.write("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\"");
    Members members = new Members(b, object, to);
    while (members.next()) {
      for (Column column : COLUMNS) {
        if (members.is(column.name())) {
          write(b, members.value(), to, column, event);
        }
      }
    }
    event.write("}");
    event.written();
  }

  private static void write(byte[] b, int value, int to, Column column, Unwrapped event) {
    int end = Members.end(b, value, to);
    boolean text = b[value] == '"';
    boolean nested = b[value] == '{' || b[value] == '[';
    if (end < 0 || !(column.json() ? nested || (text && holdsJson(b, value, end)) : text)) {
      return;
    }
    event.write(",\"");
    event.write(column.field());
    event.write("\":");
    if (column.json() && text) {
      event.unescape(b, value + 1, end);
    } else {
      event.write(b, value, end);
    }
  }

  /** Other texts stand for what was too large. */
  private static boolean holdsJson(byte[] b, int value, int end) {
    return end - value > 3
        && ((b[value + 1] == '{' && b[end - 2] == '}')
            || (b[value + 1] == '[' && b[end - 2] == ']'));
  }
}
