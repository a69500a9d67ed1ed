package io.tokentrail.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an audit log as one API server would: pods that get, list, watch, update and patch, token
 * rotations by their kubelets, 401s, bodies at times, escaped ampersands.
 *
 * <p>By hand: {@code mvn -q test-compile exec:java} is not needed; run the class with the test
 * class path: {@code AuditLogGenerator FILE BYTES [SEED] [CALLERS]}; a FILE that ends in {@code
 * .gz} is packed. Beside it {@code FILE.truth.tsv} says what each account did.
 */
public final class AuditLogGenerator {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final long START =
      Instant.parse("2026-05-04T00:00:00Z").getEpochSecond() * 1_000_000;
  private static final long ROTATION = 2_900_000_000L;

  private static final String[] RESOURCES = {
    "configmaps", "endpoints", "endpointslices", "services", "leases"
  };

  /**
   * What is true of a generated log.
   *
   * @param lines lines written
   * @param failures 401s
   * @param tokenRequests granted TokenRequests
   * @param callers requests, tokens and 401s of each account, in order
   */
  public record Truth(long lines, long failures, long tokenRequests, List<String> callers) {}

  /** A watch that is still open: its first line, and where the arrival stands in it. */
  private static final class Watch {
    private final long end;
    private final byte[] line;
    private final int received;

    Watch(long end, byte[] line, int received) {
      this.end = end;
      this.line = line;
      this.received = received;
    }

    long end() {
      return end;
    }

    byte[] line() {
      return line;
    }

    int received() {
      return received;
    }
  }

  private final SplittableRandom random;
  private final UUIDs ids;
  private final Caller[] callers;
  private final PriorityQueue<Watch> watches =
      new PriorityQueue<>((a, b) -> Long.compare(a.end(), b.end()));
  private final byte[] stamp = new byte[27];
  private long stamped = -1;
  private byte[] line = new byte[1 << 14];
  private int length;
  private long now = START;
  private long lines;
  private long failures;
  private long tokens;

  private AuditLogGenerator(long seed, int count) {
    random = new SplittableRandom(seed);
    ids = new UUIDs(random.split());
    callers = new Caller[count];
    for (int i = 0; i < count; i++) {
      callers[i] = new Caller(i, random.split());
      callers[i].nextRotation = START + random.nextLong(ROTATION);
    }
  }

  /** Writes about as many bytes of plain text as wanted. */
  public static Truth write(Path file, long bytes, long seed, int count) throws IOException {
    AuditLogGenerator generator = new AuditLogGenerator(seed, count);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            file.toString().endsWith(".gz")
                ? new GZIPOutputStream(raw, 1 << 16)
                : new BufferedOutputStream(raw, 1 << 20)) {
      generator.write(out, bytes);
    }
    return generator.truth();
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    int count = args.length > 3 ? Integer.parseInt(args[3]) : 500;
    Truth truth = write(file, Long.parseLong(args[1]), seed, count);
    Files.write(Path.of(args[0] + ".truth.tsv"), truth.callers());
    System.out.println(
        truth.lines()
            + " lines, "
            + truth.failures()
            + " 401s, "
            + truth.tokenRequests()
            + " tokens");
  }

  private Truth truth() {
    List<String> rows = new ArrayList<>();
    for (Caller c : callers) {
      rows.add(
          String.join(
              "\t",
              c.username,
              c.credential.name(),
              Long.toString(c.requests),
              Long.toString(c.tokens),
              Long.toString(c.failures)));
    }
    return new Truth(lines, failures, tokens, rows);
  }

  private void write(OutputStream out, long bytes) throws IOException {
    long written = 0;
    while (written < bytes) {
      now += 200 + random.nextLong(3_000);
      Watch ended = watches.peek();
      length = 0;
      if (ended != null && ended.end() <= now) {
        watches.poll();
        complete(ended);
      } else {
        next();
      }
      line[length++] = '\n';
      out.write(line, 0, length);
      written += length;
      lines++;
    }
  }

  private void next() {
    Caller caller = callers[random.nextInt(callers.length)];
    if (caller.rotates() && caller.nextRotation <= now) {
      tokenRequest(caller);
    } else if (caller.number % 50 == 7 && random.nextInt(4) == 0) {
      refused(caller);
    } else {
      request(caller);
    }
  }

  private void request(Caller caller) {
    caller.requests++;
    int shape = random.nextInt(12);
    String resource = RESOURCES[(caller.number + shape) % RESOURCES.length];
    String group = resource.equals("leases") ? "coordination.k8s.io" : "";
    String space = caller.namespace.isEmpty() ? "kube-node-lease" : caller.namespace;
    String path =
        (group.isEmpty() ? "/api/v1" : "/apis/" + group + "/v1")
            + "/namespaces/"
            + space
            + "/"
            + resource;
    boolean body = shape == 11;
    boolean watch = shape == 0;
    String verb =
        watch ? "watch" : shape < 3 ? "list" : shape < 8 ? "get" : shape < 10 ? "update" : "patch";
    String uri =
        watch
            ? path
                + "?allowWatchBookmarks=true\\u0026resourceVersion="
                + shape * 977
                + "\\u0026timeoutSeconds="
                + (300 + caller.number % 300)
                + "\\u0026watch=true"
            : shape < 3
                ? path + "?limit=500\\u0026resourceVersion=0"
                : path + "/" + (caller.name + "-state");
    head(
        body ? "RequestResponse" : "Metadata",
        watch ? "ResponseStarted" : "ResponseComplete",
        uri,
        verb);
    append(caller.user);
    append(caller.tail);
    String named = shape < 3 ? "" : ",\"name\":\"" + caller.name + "-state\"";
    append(
        "{\"resource\":\""
            + resource
            + "\",\"namespace\":\""
            + space
            + "\""
            + named
            + (group.isEmpty() ? "" : ",\"apiGroup\":\"" + group + "\"")
            + ",\"apiVersion\":\"v1\"},\"responseStatus\":{\"metadata\":{},\"code\":200}");
    if (body) {
      append(BODY);
    }
    long received = now - 400 - random.nextLong(20_000);
    append(",\"requestReceivedTimestamp\":\"");
    int receivedAt = length;
    stamp(received);
    append("\",\"stageTimestamp\":\"");
    stamp(now);
    append("\",\"annotations\":{");
    switch (caller.credential) {
      case LEGACY ->
          append(
              "\"authentication.k8s.io/legacy-token\":\""
                  + caller.username
                  + "\",\"authentication.k8s.io/legacy-token-manual-secret\":\""
                  + caller.name
                  + "-token\",");
      case STALE ->
          append(
              "\"authentication.k8s.io/stale-token\":\"subject: "
                  + caller.username
                  + ", seconds after warning threshold: "
                  + ((received - START) / 1_000_000 + 4_000)
                  + "\",");
      default -> {}
    }
    append(
        "\"authorization.k8s.io/decision\":\"allow\",\"authorization.k8s.io/reason\":\"RBAC: allowed by RoleBinding \\\""
            + caller.name
            + "/"
            + space
            + "\\\" of Role \\\"edit\\\" to ServiceAccount \\\""
            + caller.name
            + "/"
            + space
            + "\\\"\"}}");
    if (watch) {
      byte[] copy = new byte[length];
      System.arraycopy(line, 0, copy, 0, length);
      watches.add(new Watch(now + 300_000_000L + random.nextLong(300_000_000L), copy, receivedAt));
    }
  }

  private static final byte[] BODY =
      (",\"requestObject\":{\"metadata\":{\"annotations\":{\"note\":\"a \\\"quoted\\\" \\u003ctext\\u003e\"},\"labels\":{\"app\":\"x\"}},\"spec\":{\"replicas\":3,\"list\":[1,2,{\"deep\":[[],{}]}]}}"
              + ",\"responseObject\":{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\",\"managedFields\":["
              + "{\"manager\":\"app\",\"operation\":\"Update\",\"fieldsV1\":{\"f:data\":{\".\":{},\"f:a\":{},\"f:b\":{}}}},"
                  .repeat(12)
              + "null]},\"data\":{\"a\":\"1\"}}")
          .getBytes(UTF_8);

  /** The second line of a watch: the first one with another stage and time. */
  private void complete(Watch watch) {
    String started = "\"stage\":\"ResponseStarted\"";
    String text = new String(watch.line(), 0, 200, ISO_8859_1);
    int at = text.indexOf(started);
    append(watch.line(), 0, at);
    append("\"stage\":\"ResponseComplete\"");
    int rest = at + started.length();
    int stageTime = watch.received() + 27 + "\",\"stageTimestamp\":\"".length();
    append(watch.line(), rest, stageTime - rest);
    stamp(now);
    append(watch.line(), stageTime + 27, watch.line().length - stageTime - 27);
  }

  private void refused(Caller caller) {
    caller.failures++;
    failures++;
    String path = "/api/v1/namespaces/" + caller.namespace + "/configmaps";
    head("Metadata", "ResponseStarted", path + "?limit=500\\u0026resourceVersion=0", "list");
    append("{}");
    append(caller.tail);
    append(
        "{\"resource\":\"configmaps\",\"namespace\":\""
            + caller.namespace
            + "\",\"apiVersion\":\"v1\"},\"responseStatus\":{\"metadata\":{},\"status\":\"Failure\",\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401},\"requestReceivedTimestamp\":\"");
    stamp(now - 500);
    append("\",\"stageTimestamp\":\"");
    stamp(now);
    append("\"}");
  }

  private void tokenRequest(Caller caller) {
    caller.nextRotation = now + ROTATION;
    caller.tokens++;
    tokens++;
    head(
        "Metadata",
        "ResponseComplete",
        "/api/v1/namespaces/" + caller.namespace + "/serviceaccounts/" + caller.name + "/token",
        "create");
    append(
        "{\"username\":\"system:node:"
            + caller.node
            + "\",\"groups\":[\"system:nodes\",\"system:authenticated\"]},\"sourceIPs\":[\"192.0.2."
            + caller.number % 40
            + "\"],\"userAgent\":\"kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c\",\"objectRef\":{\"resource\":\"serviceaccounts\",\"namespace\":\""
            + caller.namespace
            + "\",\"name\":\""
            + caller.name
            + "\",\"apiVersion\":\"v1\",\"subresource\":\"token\"},\"responseStatus\":{\"metadata\":{},\"code\":201},\"requestReceivedTimestamp\":\"");
    stamp(now - 3_000);
    append("\",\"stageTimestamp\":\"");
    stamp(now);
    String jti = ids.text();
    append(
        "\",\"annotations\":{\"authentication.kubernetes.io/issued-credential-id\":\"JTI="
            + jti
            + "\",\"authorization.k8s.io/decision\":\"allow\",\"authorization.k8s.io/reason\":\"\"}}");
    caller.rotate(jti);
  }

  private void head(String level, String stage, String uri, String verb) {
    append(
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\""
            + level
            + "\",\"auditID\":\"");
    append(ids.next());
    append(
        "\",\"stage\":\""
            + stage
            + "\",\"requestURI\":\""
            + uri
            + "\",\"verb\":\""
            + verb
            + "\",\"user\":");
  }

  @SuppressWarnings("deprecation") // ASCII only: the fastest way from text to bytes
  private void append(String ascii) {
    room(ascii.length());
    ascii.getBytes(0, ascii.length(), line, length);
    length += ascii.length();
  }

  private void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  private void append(byte[] bytes, int from, int count) {
    room(count);
    System.arraycopy(bytes, from, line, length, count);
    length += count;
  }

  private void room(int count) {
    if (line.length - length < count + 64) {
      line = Arrays.copyOf(line, 2 * (length + count));
    }
  }

  private void stamp(long micros) {
    long second = micros / 1_000_000;
    if (second != stamped) {
      stamped = second;
      byte[] text = SECOND.format(Instant.ofEpochSecond(second)).getBytes(ISO_8859_1);
      System.arraycopy(text, 0, stamp, 0, text.length);
      stamp[19] = '.';
      stamp[26] = 'Z';
    }
    int fraction = (int) (micros % 1_000_000);
    for (int i = 25; i > 19; i--) {
      stamp[i] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    append(stamp);
  }
}
