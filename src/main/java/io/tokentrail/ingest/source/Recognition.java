package io.tokentrail.ingest.source;

import io.tokentrail.ingest.wrap.HttpHead;
import io.tokentrail.ingest.wrap.LogWrapper;
import io.tokentrail.ingest.wrap.LogWrappers;
import io.tokentrail.model.InputFile.Kind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a file is by its content, never by its name.
 *
 * @param kind what it is
 * @param wrapper the shipper whose envelope holds the records; empty when bare
 * @param layout how its records are laid out
 */
record Recognition(Kind kind, String wrapper, Layout layout) {

  static final Recognition NOTHING = new Recognition(Kind.UNRECOGNISED, "", Layout.LINES);

  /** Lines of its form may begin with a bracket that is none of JSON's. */
  private static final String PREFIXED = "prefixed";

  private static final int LINES_LOOKED_AT = 2000;

  /** So many lines of one kind settle it. */
  private static final int VOTES_ENOUGH = 20;

  /** {@code Lmmdd hh:mm:ss.uuuuuu pid file:line]}, also behind a shipper's prefix. */
  private static final Pattern KLOG =
      Pattern.compile(
          "[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}\\s+\\d+ [\\w./-]+\\.(?:go|s):\\d+\\]");

  private static final Pattern JWT =
      Pattern.compile("\"?(?:[Bb]earer )?eyJ[\\w-]+\\.[\\w-]{2,}\\.[\\w-]*={0,2}\"?");

  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-zA-Z_:][\\w:]*(?:\\{.*\\})?\\s+(?:[-+]?[0-9.]+(?:[eE][-+]?\\d+)?|NaN|[-+]?Inf)"
              + "(?:\\s+-?\\d[\\d.]*)?(?:\\s+#.*)?");

  private static final Pattern SAMPLE_COMMENT = Pattern.compile("# (?:HELP|TYPE|UNIT) [\\w:]+.*");

  private static final Pattern YAML_VERSION = Pattern.compile("(?m)^(?:- )?apiVersion:\\s*\\S");

  private static final Pattern YAML_KIND = Pattern.compile("(?m)^(?:- |  )?kind:\\s*\\S");

  /** A list whose own kind comes at its end. */
  private static final Pattern YAML_LIST =
      Pattern.compile("(?:---\\s*\\n)?apiVersion: \\S+\\s*\\nitems:\\s*\\n");

  private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^[{\\[]");

  private static final Pattern AUDIT_VERSION =
      Pattern.compile("apiVersion: [\"']?audit\\.k8s\\.io/");

  private static final Pattern API_VERSION = Pattern.compile("(?:[a-z0-9.-]+/)?v\\d\\w*");

  /** Audit events over several lines each, with other text around them. */
  private static final Pattern PRINTED =
      Pattern.compile("(?m)^\\s*\"apiVersion\": \"audit\\.k8s\\.io/v1");

  private static final Pattern TIME_CELL =
      Pattern.compile(
          "\"?(?:\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*|\\d{10}(?:\\d{3})?(?:\\.\\d+)?)\"?");

  static Recognition of(Head head) {
    String text = head.text().strip();
    if (text.isEmpty()) {
      return NOTHING;
    }
    if (HttpHead.begins(text)) {
      return behindHeading(text, head.whole());
    }
    Recognition whole = document(text, head.whole());
    if (whole.kind == Kind.COMPONENT_LOG && Sketch.plain(text).holdsEvents()) {
      Recognition lines = lines(text);
      if (lines.kind != Kind.AUDIT && Layouts.nested(text)) {
        return new Recognition(Kind.AUDIT, "", Layout.NESTED);
      }
      return lines.kind == Kind.AUDIT ? lines : whole.parted(text);
    }
    if (whole.isSomething()) {
      return whole.parted(text);
    }
    if (Layouts.nested(text)) {
      return new Recognition(Kind.AUDIT, "", Layout.NESTED);
    }
    Recognition lines = lines(text);
    if (lines.kind == Kind.AUDIT && Layouts.folded(text)) {
      return new Recognition(Kind.AUDIT, lines.wrapper, Layout.FOLDED);
    }
    if (!lines.isSomething() && PRINTED.matcher(text).find()) {
      return new Recognition(Kind.AUDIT, "", Layout.DOCUMENTS);
    }
    if (lines.isSomething()) {
      return lines.parted(text);
    }
    Recognition printed = behindHeading(text, head.whole());
    if (!printed.isSomething() && Layouts.nestedAnywhere(text)) {
      return new Recognition(Kind.AUDIT, "", Layout.NESTED);
    }
    return printed.isSomething() ? printed : Layouts.within(text);
  }

  /** Audit events in a document below an HTTP head, or the command that a shell ran for it. */
  private static Recognition behindHeading(String text, boolean complete) {
    Matcher start = DOCUMENT_START.matcher(text);
    if (!Sketch.plain(text).holdsEvents() || !start.find()) {
      return NOTHING;
    }
    Recognition found = document(text.substring(start.start()), complete);
    boolean read = found.layout == Layout.LINES || found.layout == Layout.DOCUMENTS;
    return found.kind == Kind.AUDIT && read ? found.in(Layout.DOCUMENTS) : NOTHING;
  }

  /** A log that a container runtime wrote, which cuts lines. */
  private Recognition parted(String text) {
    boolean log = kind == Kind.AUDIT || kind == Kind.COMPONENT_LOG;
    return log && layout == Layout.LINES && PartialLines.fits(firstLine(text))
        ? in(Layout.PARTS)
        : this;
  }

  /** Whether lines of klog stand in it: a shipper may put all of a control plane into one file. */
  static boolean holdsComponentLog(Head head) {
    return KLOG.matcher(head.text()).find();
  }

  boolean isSomething() {
    return kind != Kind.UNRECOGNISED;
  }

  /** The same records, laid out otherwise. */
  Recognition in(Layout other) {
    return new Recognition(kind, wrapper, other);
  }

  private static Recognition document(String text, boolean complete) {
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      Sketch sketch = Sketch.of(text);
      if (ColumnRows.fits(sketch)) {
        return Layouts.of(text);
      }
      Recognition json = json(sketch);
      if (json.kind == Kind.AUDIT && Layouts.folded(text)) {
        return json.in(Layout.FOLDED);
      }
      boolean map = sketch.at("kind").equals("ConfigMap") && sketch.holdsText("data");
      if (json.kind == Kind.SNAPSHOT && (map || Layouts.inConfigMap(text))) {
        return new Recognition(Kind.AUDIT, "", Layout.NESTED);
      }
      if (json.wrapper.equals(PREFIXED)) {
        return json;
      }
      boolean records = json.kind == Kind.AUDIT || json.kind == Kind.COMPONENT_LOG;
      return records && ofDocuments(sketch) ? json.in(Layout.DOCUMENTS) : json;
    }
    Optional<LogWrapper> table =
        firstLine(text).indexOf('{') < 0
            ? LogWrappers.claiming(Sketch.plain(text))
            : Optional.empty();
    if (table.isPresent()) {
      return new Recognition(Kind.AUDIT, table.get().name(), Layout.LINES);
    }
    boolean manifest =
        YAML_VERSION.matcher(text).find()
            && (YAML_KIND.matcher(text).find() || YAML_LIST.matcher(text).lookingAt());
    if (manifest && Layouts.inConfigMap(text)) {
      return new Recognition(Kind.AUDIT, "", Layout.NESTED);
    }
    if (manifest && !AUDIT_VERSION.matcher(text).find()) {
      return bare(Kind.SNAPSHOT);
    }
    if (text.contains("-----BEGIN ")
        && (text.contains(" PUBLIC KEY-----")
            || text.contains("-----BEGIN PUBLIC KEY")
            || text.startsWith("-----BEGIN CERTIFICATE"))) {
      return bare(Kind.KEYS);
    }
    boolean stamp = text.indexOf('\n') < 0 && Json.time(text).isPresent();
    if (complete && (stamp || Json.gathered(text).isPresent())) {
      return bare(Kind.SNAPSHOT);
    }
    String header = firstLine(text);
    if (tokenFiles(header)) {
      return bare(Kind.TOKEN_FILES);
    }
    Recognition laidOut = Layouts.of(text);
    if (laidOut.isSomething()) {
      return laidOut;
    }
    return dashboard(header, text) ? bare(Kind.METRICS) : NOTHING;
  }

  static boolean tokenFiles(String header) {
    String plain = header.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
    String cells = "," + plain.replace('\t', ',') + ",";
    return cells.contains(",namespace,") && cells.contains(",pod,") && cells.contains(",mtime,");
  }

  /** A dashboard's export: a time column, and a time in the first cell below it. */
  private static boolean dashboard(String header, String text) {
    String plain = header.toLowerCase(Locale.ROOT).replace("\"", "");
    int end = header.length();
    if (!plain.startsWith("time") || header.indexOf(',') < 0 || end + 1 >= text.length()) {
      return false;
    }
    String row = firstLine(text.substring(end + 1).stripLeading());
    int comma = row.indexOf(',');
    return comma > 0 && TIME_CELL.matcher(row.substring(0, comma)).matches();
  }

  /** What a JSON value is; of an array, its first element. */
  static Recognition json(Sketch sketch) {
    Recognition plain = object(sketch, "");
    if (!plain.isSomething() && sketch.has("[]")) {
      plain = object(sketch, "[].");
    }
    return plain.isSomething() ? plain : shipped(sketch);
  }

  private static Recognition shipped(Sketch sketch) {
    Optional<LogWrapper> shipper = LogWrappers.claiming(sketch);
    if (shipper.isPresent()) {
      return new Recognition(Kind.AUDIT, shipper.get().name(), Layout.LINES);
    }
    return !sketch.empty() && KLOG.matcher(sketch.text()).find()
        ? bare(Kind.COMPONENT_LOG)
        : NOTHING;
  }

  /** Whether the first value is not a record in a line of its own. */
  private static boolean ofDocuments(Sketch sketch) {
    String text = sketch.text();
    if (text.charAt(0) == '['
        || sketch.has("hits.hits[]")
        || sketch.has("data.result[]")
        || LogWrappers.CONTAINERS.stream().anyMatch(name -> sketch.has(name + "[]"))) {
      return true;
    }
    int line = text.indexOf('\n');
    if (sketch.end() >= 0) {
      int end = line < 0 ? text.length() : line;
      return sketch.end() > end || !text.substring((int) sketch.end(), end).isBlank();
    }
    long whole = text.lines().filter(l -> l.startsWith("{") && l.endsWith("}")).count();
    return line >= 0 && 2 * whole < text.lines().count();
  }

  /** What a JSON object with these fields is; the prefix is {@code "[]."} within an array. */
  private static Recognition object(Sketch s, String in) {
    String version = s.at(in + "apiVersion");
    String kind = s.at(in + "kind");
    if ((version.startsWith("audit.k8s.io/")
            && !kind.equals("Policy")
            && !s.at(in + "user").startsWith("{"))
        || s.at(in + "items[].apiVersion").startsWith("audit.k8s.io/")
        || (s.has(in + "auditID") && s.has(in + "stage") && LogWrappers.claiming(s).isEmpty())
        || s.has(in + "items[].auditID")) {
      return bare(Kind.AUDIT);
    }
    if (kind.equals("TokenRequest") || kind.equals("ExecCredential")) {
      return bare(Kind.TOKEN);
    }
    if (s.has(in + "keys[].kty")
        || s.has(in + "jwks_uri")
        || (s.has(in + "issuer") && s.has(in + "response_types_supported"))) {
      return bare(Kind.KEYS);
    }
    if ((s.has(in + "data.resultType") && !s.at("data.resultType").equals("streams"))
        || (s.has(in + "metric") && values(s, in))) {
      return bare(Kind.METRICS);
    }
    if ((s.has(in + "ts") && s.has(in + "caller") && s.has(in + "msg"))
        || (s.has(in + "__REALTIME_TIMESTAMP")
            && s.has(in + "MESSAGE")
            && !s.at(in + "MESSAGE").contains("\"auditID\""))
        || s.has(in + "jsonPayload.MESSAGE")
        || KLOG.matcher(s.at(in + "log")).lookingAt()) {
      return bare(Kind.COMPONENT_LOG);
    }
    if (kind.equals("Status") || kind.equals("Policy")) {
      return NOTHING;
    }
    boolean manifest =
        API_VERSION.matcher(version).matches()
            && !version.startsWith("audit.k8s.io/")
            && (!kind.isEmpty()
                || s.has(in + "items")
                || s.has(in + "metadata")
                || s.has(in + "data"));
    if (manifest
        || (kind.endsWith("List") && s.has(in + "items"))
        || s.has(in + "serverVersion.gitVersion")
        || s.has(in + "serviceAccounts.namespaces")
        || s.has(in + "clientVersion.gitVersion")
        || s.has(in + "gitVersion")
        || (!s.holdsEvents() && !KindOfShape.of(path -> s.has(in + path)).isEmpty())) {
      return bare(Kind.SNAPSHOT);
    }
    return NOTHING;
  }

  private static boolean values(Sketch s, String in) {
    return s.has(in + "values") || s.has(in + "value");
  }

  /** No document as a whole: the kind that most of its lines have. */
  static Recognition lines(String text) {
    Map<Kind, Integer> votes = new EnumMap<>(Kind.class);
    String wrapper = "";
    int seen = 0;
    // one event suffices: an API server may write its own log around its audit log
    boolean events = Sketch.plain(text).holdsEvents();
    for (String raw : (Iterable<String>) text.lines().limit(LINES_LOOKED_AT)::iterator) {
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      Recognition one = line(line);
      seen += line.charAt(0) == '#' ? 0 : 1;
      if (one.kind != Kind.UNRECOGNISED) {
        int same = votes.merge(one.kind, 1, Integer::sum);
        wrapper = one.kind == Kind.AUDIT && wrapper.isEmpty() ? one.wrapper : wrapper;
        if (same == VOTES_ENOUGH && !(events && one.kind == Kind.COMPONENT_LOG)) {
          break;
        }
      }
    }
    if (votes.containsKey(Kind.AUDIT) && votes.containsKey(Kind.COMPONENT_LOG)) {
      return new Recognition(Kind.AUDIT, wrapper, Layout.LINES);
    }
    Kind best = Kind.UNRECOGNISED;
    for (Map.Entry<Kind, Integer> vote : votes.entrySet()) {
      if (best == Kind.UNRECOGNISED || vote.getValue() > votes.get(best)) {
        best = vote.getKey();
      }
    }
    if (best == Kind.METRICS && votes.get(best) * 2 < seen) {
      return NOTHING;
    }
    return new Recognition(best, best == Kind.AUDIT ? wrapper : "", Layout.LINES);
  }

  private static Recognition line(String line) {
    char first = line.charAt(0);
    if (first == '{') {
      Recognition json = json(Sketch.of(line));
      return json.kind == Kind.AUDIT || json.kind == Kind.COMPONENT_LOG ? json : NOTHING;
    }
    Recognition prefixed = line.indexOf('{') < 0 ? NOTHING : shipped(Sketch.plain(line));
    if (prefixed.kind == Kind.AUDIT) {
      return prefixed;
    }
    if (KLOG.matcher(line.length() > 400 ? line.substring(0, 400) : line).find()) {
      return bare(Kind.COMPONENT_LOG);
    }
    if (JWT.matcher(line).matches()) {
      return bare(Kind.TOKEN);
    }
    if (SAMPLE_COMMENT.matcher(line).matches() || SAMPLE.matcher(line).matches()) {
      return bare(Kind.METRICS);
    }
    return NOTHING;
  }

  private static Recognition bare(Kind kind) {
    return new Recognition(kind, "", Layout.LINES);
  }

  static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).stripTrailing();
  }
}
