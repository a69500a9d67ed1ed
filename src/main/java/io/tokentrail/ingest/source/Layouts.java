package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells layouts that are neither lines nor JSON documents by what they hold once converted. */
final class Layouts {

  /** A line that a YAML document may begin with. */
  private static final Pattern YAML = Pattern.compile("(?:- )?['\"]?[\\w@./-]+['\"]?:(?: .*)?");

  /** A header of a table: names, between commas. */
  private static final Pattern HEADER =
      Pattern.compile("\"?[\\w@][\\w@ .:/()-]*\"?(?:,\"?[\\w@ .:/()-]*\"?)+");

  /** A program warns of old flags, with commas, before klog begins. */
  private static final Pattern KLOG_LINE =
      Pattern.compile("(?m)^[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ [\\w./-]+:\\d+\\]");

  private static final Pattern JSON_LOG =
      Pattern.compile(
          "\\{(?:\\s*\"(?:apiVersion|kind)\": ?\"\\w+\",)*\\s*\"data\": ?\\{\\s*\"[\\w.-]+\": ?\""
              + "\\{[^\\n]*\\\\\"auditID\\\\\"");

  private static final Pattern YAML_LOG =
      Pattern.compile(
          "(?:---\\s*\\n)?(?:(?:apiVersion|kind): \\w+\\s*\\n)*data:\\s*\\n +[\\w.-]+: [|>][-+0-9]*\\s*\\n"
              + " +\\{[^\\n]*\"auditID\"");

  private static final Pattern KEYS = Pattern.compile("(?m)^\\s*\"(?:keys|jwks_uri)\": ?");

  private static final int ROWS_LOOKED_AT = 50;

  private Layouts() {}

  /** What a text is whose layout has to be undone first. */
  static Recognition of(String text) {
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      return records(text, Layout.ROWS);
    }
    String line =
        text.lines()
            .filter(l -> !l.isBlank() && l.charAt(0) != '#' && !YamlDocuments.separates(l))
            .findFirst()
            .orElse("");
    if (YAML.matcher(line).matches()) {
      return kept(Recognition.json(Sketch.yaml(text)).in(Layout.YAML));
    }
    String header = Recognition.firstLine(text);
    if ((HEADER.matcher(header).matches() && !warnsAboveKlog(text)) || TableRows.headless(header)) {
      return records(text, Layout.TABLE);
    }
    return Recognition.NOTHING;
  }

  /** Whether lines of audit events were broken at a terminal's edge. */
  static boolean folded(String text) {
    List<String> lines = text.lines().limit(200).toList();
    int width = Unfolded.width(lines);
    if (width == 0) {
      return false;
    }
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() == width && line.startsWith("{\"")) {
        String next = lines.get(i + 1);
        return Sketch.of(line).end() < 0 && !next.isEmpty() && next.charAt(0) != '{';
      }
    }
    return false;
  }

  /** What stands within a text that is something else: keys printed in a document or terminal. */
  static Recognition within(String text) {
    return KEYS.matcher(text).find() && !Json.within(text).isEmpty()
        ? found(Kind.KEYS, Layout.LINES)
        : Recognition.NOTHING;
  }

  /** Not a table, of which a quoted cell may hold lines of klog. */
  private static boolean warnsAboveKlog(String text) {
    Matcher klog = KLOG_LINE.matcher(text);
    return klog.find() && text.lastIndexOf('"', klog.start()) < 0;
  }

  /** Whether a single ConfigMap holds an audit log, which somebody put there to pass it on. */
  static boolean inConfigMap(String text) {
    return JSON_LOG.matcher(text).lookingAt() || YAML_LOG.matcher(text).lookingAt();
  }

  /** Audit events somewhere in a document that no shipper is known to write. */
  static boolean nested(String text) {
    boolean document = text.charAt(0) == '{' || text.charAt(0) == '[';
    return document && mayHold(text) && NestedEvents.any(text, false);
  }

  /** The same, of a document or of one that comes after it. */
  static boolean nestedAnywhere(String text) {
    return text.charAt(0) == '{' && mayHold(text) && NestedEvents.any(text, true);
  }

  private static boolean mayHold(String text) {
    return Sketch.plain(text).holdsEvents()
        || text.contains("\"" + NestedEvents.PACKED)
        || text.contains("\"" + NestedEvents.PLAIN)
        || (text.contains("\"protoPayload\"") && text.contains("k8s.io"));
  }

  private static Recognition records(String text, Layout layout) {
    String converted;
    try (InputStream in =
        layout.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      converted = new String(Head.bytes(in), StandardCharsets.UTF_8).strip();
    } catch (IOException | RuntimeException e) {
      return Recognition.NOTHING;
    }
    Recognition found = Recognition.NOTHING;
    for (String row : converted.lines().limit(ROWS_LOOKED_AT).toList()) {
      Recognition one = kept(Recognition.json(Sketch.of(row)).in(layout));
      if (!one.wrapper().isEmpty() || (one.isSomething() && !found.isSomething())) {
        found = one;
      }
    }
    return found;
  }

  /** Only records of logs are read this way. */
  private static Recognition kept(Recognition is) {
    boolean log = is.kind() == Kind.AUDIT || is.kind() == Kind.COMPONENT_LOG;
    return log ? is : Recognition.NOTHING;
  }

  private static Recognition found(Kind kind, Layout layout) {
    return new Recognition(kind, "", layout);
  }
}
