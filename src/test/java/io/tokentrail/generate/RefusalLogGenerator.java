package io.tokentrail.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * Writes what is left when everything fails at once: an audit log of 401s by many senders over six
 * hours, every sixth request served, and the API server's log with a line for nine in ten. A third
 * of the senders share their nodes' addresses and one agent, so that many accounts fit each of
 * their 401s; kubelets ask for tokens now and then; some tokens' accounts are gone.
 *
 * <p>By hand, with the test class path: {@code RefusalLogGenerator FOLDER FAILURES SENDERS}.
 */
public final class RefusalLogGenerator {

  private static final Instant START = Instant.parse("2026-05-04T00:00:00Z");
  private static final long SPAN_MICROS = 6 * 3_600_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter KLOG =
      DateTimeFormatter.ofPattern("'E'MMdd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private static final String[] AGENTS = {
    "Go-http-client/2.0", "okhttp/4.12.0", "python-requests/2.31.0"
  };
  private static final String[] RESOURCES = {"configmaps", "pods", "services"};
  private static final int NODES = 50;
  private static final int NAMESPACES = 200;

  /** Every so many requests: one that is served, a TokenRequest, one of an account that is gone. */
  private static final int SERVED = 6;

  private static final int TOKENS = 37;
  private static final int GONE = 41;

  private final SplittableRandom random = new SplittableRandom(7);
  private final BufferedWriter audit;
  private final BufferedWriter log;
  private final int senders;
  private int events;

  private RefusalLogGenerator(BufferedWriter audit, BufferedWriter log, int senders) {
    this.audit = audit;
    this.log = log;
    this.senders = senders;
  }

  /** Writes them: {@code FOLDER FAILURES SENDERS}. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /**
   * Writes both logs below a folder.
   *
   * @param failures how many 401s
   * @param senders how many accounts
   */
  public static void write(Path folder, int failures, int senders) throws IOException {
    Path audit = folder.resolve("audit/cp-1/audit.log");
    Path log = folder.resolve("apiserver/kube-apiserver-cp-1.log");
    Files.createDirectories(audit.getParent());
    Files.createDirectories(log.getParent());
    try (BufferedWriter a = Files.newBufferedWriter(audit);
        BufferedWriter l = Files.newBufferedWriter(log)) {
      new RefusalLogGenerator(a, l, senders).write(failures);
    }
  }

  private void write(int failures) throws IOException {
    long step = SPAN_MICROS / Math.max(1, failures);
    for (int i = 0; i < failures; i++) {
      int sender = random.nextInt(senders);
      Instant at = after(START, i * step + random.nextLong(Math.max(1, step)));
      refused(sender, at, i % GONE == 0);
      if (i % SERVED == 0) {
        served(sender, after(at, 10));
      }
      if (i % TOKENS == 0) {
        granted(sender, after(at, 20));
      }
    }
  }

  private void refused(int sender, Instant at, boolean gone) throws IOException {
    Instant answered = after(at, 500 + random.nextLong(2_000));
    if (gone) {
      Instant lookedUp = after(at, 100);
      event(
          lookedUp,
          lookedUp,
          "ResponseComplete",
          "get",
          "/api/v1/namespaces/" + namespace(sender) + "/serviceaccounts/app" + sender,
          "\"user\":{\"username\":\"system:apiserver\"},\"sourceIPs\":[\"::1\"],\"userAgent\":\"kube-apiserver/v1.34.4\"",
          "\"resource\":\"serviceaccounts\",\"namespace\":\""
              + namespace(sender)
              + "\",\"name\":\"app"
              + sender
              + "\"",
          404,
          "");
    }
    String resource = RESOURCES[(sender + random.nextInt(2)) % RESOURCES.length];
    event(
        at,
        answered,
        "ResponseStarted",
        "list",
        "/api/v1/namespaces/" + namespace(sender) + "/" + resource + "?limit=500",
        "\"user\":{}," + client(sender),
        "\"resource\":\"" + resource + "\",\"namespace\":\"" + namespace(sender) + "\"",
        401,
        "");
    if (random.nextInt(10) > 0) {
      log.write(
          KLOG.format(after(answered, -100))
              + "       1 authentication.go:75] \"Unable to authenticate the request\" err=\"[invalid bearer token, "
              + (gone
                  ? "service account " + namespace(sender) + "/app" + sender + " has been deleted"
                  : "service account token has expired")
              + "]\"\n");
    }
  }

  private void served(int sender, Instant at) throws IOException {
    String resource = RESOURCES[sender % RESOURCES.length];
    event(
        at,
        after(at, 900),
        "ResponseComplete",
        "list",
        "/api/v1/namespaces/" + namespace(sender) + "/" + resource + "?limit=500",
        "\"user\":{\"username\":\"system:serviceaccount:"
            + namespace(sender)
            + ":app"
            + sender
            + "\",\"uid\":\"u"
            + sender
            + "\",\"extra\":{\"authentication.kubernetes.io/credential-id\":[\"JTI=j"
            + sender
            + "-"
            + at.getEpochSecond() / 3_000
            + "\"],\"authentication.kubernetes.io/pod-name\":[\"app"
            + sender
            + "-x\"],\"authentication.kubernetes.io/pod-uid\":[\"p"
            + sender
            + "\"]}},"
            + client(sender),
        "\"resource\":\"" + resource + "\",\"namespace\":\"" + namespace(sender) + "\"",
        200,
        "");
  }

  private void granted(int sender, Instant at) throws IOException {
    int node = sender % NODES;
    event(
        at,
        after(at, 900),
        "ResponseComplete",
        "create",
        "/api/v1/namespaces/" + namespace(sender) + "/serviceaccounts/app" + sender + "/token",
        "\"user\":{\"username\":\"system:node:node-"
            + node
            + "\",\"groups\":[\"system:nodes\"]},\"sourceIPs\":[\"10.0.0."
            + node
            + "\"],\"userAgent\":\"kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c\"",
        "\"resource\":\"serviceaccounts\",\"namespace\":\""
            + namespace(sender)
            + "\",\"name\":\"app"
            + sender
            + "\",\"subresource\":\"token\"",
        201,
        "\"authentication.kubernetes.io/issued-credential-id\":\"JTI=j"
            + sender
            + "-"
            + at.getEpochSecond() / 3_000
            + "\"");
  }

  private void event(
      Instant received,
      Instant stamped,
      String stage,
      String verb,
      String uri,
      String who,
      String object,
      int code,
      String annotations)
      throws IOException {
    audit.write(
        "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\",\"auditID\":\""
            + String.format("%08x", events++)
            + "-1111-4222-8333-444455556666\",\"stage\":\""
            + stage
            + "\",\"requestURI\":\""
            + uri
            + "\",\"verb\":\""
            + verb
            + "\","
            + who
            + ",\"objectRef\":{"
            + object
            + ",\"apiVersion\":\"v1\"},\"responseStatus\":{\"metadata\":{},\"code\":"
            + code
            + "},\"requestReceivedTimestamp\":\""
            + TIME.format(received)
            + "\",\"stageTimestamp\":\""
            + TIME.format(stamped)
            + "\",\"annotations\":{"
            + annotations
            + "}}\n");
  }

  private static String namespace(int sender) {
    return "ns" + sender % NAMESPACES;
  }

  private static String client(int sender) {
    int kind = sender % AGENTS.length;
    String ip =
        kind == 0
            ? "10.0.0." + sender % NODES
            : "10." + (1 + sender / 62_500) + "." + sender / 250 % 250 + "." + sender % 250;
    return "\"sourceIPs\":[\"" + ip + "\"],\"userAgent\":\"" + AGENTS[kind] + "\"";
  }

  private static Instant after(Instant at, long micros) {
    return at.plusNanos(micros * 1_000);
  }
}
