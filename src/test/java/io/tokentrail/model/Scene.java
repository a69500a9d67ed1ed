package io.tokentrail.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts as a test tells them: one API server's audit log from {@link #START} on, for six hours
 * unless said otherwise, and what else the story needs. Times are seconds after the start.
 */
public final class Scene {

  public static final Instant START = Instant.parse("2026-05-20T08:00:00Z");
  public static final String SOURCE = "audit/cp-1";
  public static final String SERVER = "kube-apiserver-cp-1";

  private final List<Failure> failures = new ArrayList<>();
  private final List<TokenRequest> requests = new ArrayList<>();
  private final List<LookUp> lookUps = new ArrayList<>();
  private final List<ObjectChange> changes = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<TokenSecret> secrets = new ArrayList<>();
  private final List<LogLine> lines = new ArrayList<>();
  private final List<Snapshot> earlier = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private long seconds = Duration.ofHours(6).toSeconds();
  private Optional<Boolean> extend = Optional.empty();
  private boolean snapshot = true;

  public static Instant at(double second) {
    return START.plusNanos(Math.round(second * 1e6) * 1000);
  }

  public static Account account(String text) {
    return new Account(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1));
  }

  public Scene lasting(long forSeconds) {
    seconds = forSeconds;
    return this;
  }

  public Scene withoutSnapshot() {
    snapshot = false;
    return this;
  }

  public Scene extending(boolean on) {
    extend = Optional.of(on);
    return this;
  }

  /** A 401 of this server's own, answered 2 ms after it came. */
  public Scene refused(double second, String ip, String agent, String namespace, String resource) {
    return refused(second, ip, agent, new Target("", resource, "", namespace, "", ""));
  }

  public Scene refused(double second, String ip, String agent, Target target) {
    failures.add(
        new Failure(
            "f" + failures.size(),
            at(second),
            at(second + 0.002),
            List.of(),
            new Client(ip, agent),
            "get",
            "/",
            target,
            "",
            SOURCE,
            new Place("audit/cp-1/audit.log", 1000L + failures.size())));
    return this;
  }

  /** The server's line for a 401, stamped by its own clock. */
  public Scene said(double second, Reason reason, String text, String account) {
    return line(second, new LogLine.Refused(reason, text, account, "", "", ""));
  }

  public Scene line(double second, LogLine.Meaning meaning) {
    lines.add(
        new LogLine(
            at(second),
            "kube-apiserver",
            SERVER,
            meaning,
            new Place("apiserver/cp-1.log", lines.size() + 1L)));
    return this;
  }

  public Scene lookedUp(double second, String resource, String namespace, String name) {
    lookUps.add(
        new LookUp(
            "l" + lookUps.size(),
            at(second),
            at(second + 0.0005),
            new Target("", resource, "", namespace, name, ""),
            SOURCE,
            new Place("audit/cp-1/audit.log", 2000L + lookUps.size())));
    return this;
  }

  /** Accepted requests of a service account, with the token's id where one is given. */
  public Scene served(
      String account, String ip, String agent, String pod, String id, double from, double to) {
    return use(account(account).username(), ip, agent, pod, id, 0, from, to, List.of());
  }

  /** The same, with what they asked for. */
  public Scene served(
      String account, String ip, String agent, double from, double to, Asked... asked) {
    return use(account(account).username(), ip, agent, "", "", 0, from, to, List.of(asked));
  }

  public Scene servedLegacy(String account, String ip, String agent, double from, double to) {
    return use(account(account).username(), ip, agent, "", "", 50, from, to, List.of());
  }

  /** So many requests of one kind for a resource of a namespace. */
  public static Asked asked(String verb, String namespace, String resource, long requests) {
    return new Asked(verb, new Target("", resource, "", namespace, "", ""), "", requests);
  }

  private Scene use(
      String user,
      String ip,
      String agent,
      String pod,
      String id,
      long legacy,
      double from,
      double to,
      List<Asked> asked) {
    uses.add(
        new Use(
            new Client(ip, agent),
            user,
            pod,
            pod.isEmpty() ? "" : "uid-" + pod,
            "",
            id,
            "",
            50,
            legacy,
            0,
            0,
            at(from),
            at(to),
            Instant.EPOCH,
            Instant.EPOCH,
            new Place("audit/cp-1/audit.log", 3000L + uses.size()),
            new Place("audit/cp-1/audit.log", 4000L + uses.size()),
            asked));
    return this;
  }

  /** Requests with an extended token whose warning threshold has passed, the last one at a time. */
  public Scene stale(String account, String pod, double warnAfter, double last) {
    Place place = new Place("audit/cp-1/audit.log", 5000L + uses.size());
    uses.add(
        new Use(
            new Client("10.244.9.9", "okhttp/4"),
            Account.USERNAME_PREFIX + account.replace('/', ':'),
            pod,
            "uid-" + pod,
            "",
            "",
            "",
            9,
            0,
            4,
            0,
            at(warnAfter),
            at(last),
            at(warnAfter),
            at(last),
            place,
            place,
            List.of()));
    return this;
  }

  /** A kubelet's TokenRequest at Metadata level. */
  public Scene granted(double second, String node, String account, String id) {
    return request(second, TokenRequest.NODE_PREFIX + node, account, id, false, 0, "");
  }

  /** A kubelet's TokenRequest whose body is in the log. */
  public Scene grantedTo(double second, String node, String account, String pod, long ttl) {
    return request(second, TokenRequest.NODE_PREFIX + node, account, "", true, ttl, pod);
  }

  public Scene grantedBy(double second, String requester, String account) {
    return request(second, requester, account, "", false, 0, "");
  }

  private Scene request(
      double second,
      String requester,
      String account,
      String id,
      boolean body,
      long ttl,
      String pod) {
    requests.add(
        new TokenRequest(
            "t" + requests.size(),
            at(second - 0.003),
            at(second),
            new Client("192.0.2.200", "kubelet/v1.34.4"),
            requester,
            account(account),
            201,
            "",
            id,
            body,
            List.of(),
            ttl,
            pod,
            pod.isEmpty() ? "" : "uid-" + pod,
            "",
            SOURCE,
            new Place("audit/cp-1/audit.log", 5000L + requests.size())));
    return this;
  }

  public Scene deleted(double second, String resource, String namespace, String name) {
    changes.add(
        new ObjectChange(
            "c" + changes.size(),
            at(second),
            "delete",
            "ann@example.net",
            new Client("203.0.113.9", "kubectl/v1.34.4"),
            new Target("", resource, "", namespace, name, ""),
            200,
            Map.of(),
            SOURCE,
            new Place("audit/cp-1/audit.log", 6000L + changes.size())));
    return this;
  }

  public Scene node(String name, String ip) {
    nodes.add(
        new Node(
            name,
            "uid-" + name,
            Optional.empty(),
            List.of(ip),
            "v1.34.4",
            List.of(),
            new Place("snapshot/nodes.json", nodes.size() + 1L)));
    return this;
  }

  /** A running pod with one token volume. */
  public Scene pod(
      String account, String name, String node, String ip, double created, long... ttls) {
    List<TokenSource> sources = new ArrayList<>();
    for (long ttl : ttls) {
      sources.add(
          new TokenSource("kube-api-access-" + sources.size(), "", ttl, "token", true, false));
    }
    return pod(account, name, node, ip, created, sources);
  }

  /** A pod with these token volumes. */
  public Scene pod(
      String account,
      String name,
      String node,
      String ip,
      double created,
      List<TokenSource> sources) {
    pods.add(
        new Pod(
            account(account).namespace(),
            name,
            "uid-" + name,
            node,
            List.of(ip),
            List.of(),
            "Running",
            Optional.of(at(created)),
            Optional.of(at(created)),
            Optional.empty(),
            "",
            new PodSpec(
                account(account).name(),
                Optional.empty(),
                false,
                sources,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                List.of("example.net/app"),
                false,
                false),
            new Place("snapshot/pods.json", pods.size() + 1L)));
    return this;
  }

  public Scene secret(String account, String name) {
    secrets.add(
        new TokenSecret(
            account(account).namespace(),
            name,
            "uid-" + name,
            account(account).name(),
            "uid-of-account",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            true,
            Optional.empty(),
            new Place("snapshot/secrets.json", secrets.size() + 1L)));
    return this;
  }

  /** A token in the input, pod-bound. */
  public Scene token(String account, String pod, double issued, long ttl) {
    tokens.add(
        new Token(
            Token.Kind.BOUND,
            "RS256",
            "key-1",
            "https://kubernetes.default.svc",
            account(account).username(),
            Optional.of(account(account)),
            "",
            List.of("https://kubernetes.default.svc"),
            at(issued).getEpochSecond(),
            at(issued).getEpochSecond() + ttl,
            at(issued).getEpochSecond(),
            0,
            "",
            pod,
            "uid-" + pod,
            "",
            "",
            "digest" + tokens.size(),
            Token.Signature.UNCHECKED,
            new Place("tokens/found.jwt", tokens.size() + 1L)));
    return this;
  }

  /**
   * What was told so far is also what a snapshot at that time shows; pods told later come after.
   */
  public Scene snapshotAt(double second) {
    earlier.add(shown(at(second)));
    pods.clear();
    return this;
  }

  private Snapshot shown(Instant at) {
    return new Snapshot(
        at,
        new TreeSet<>(List.of("pods", "nodes", "secrets", "serviceaccounts")),
        pods,
        List.of(),
        secrets,
        0,
        new TreeSet<>(),
        nodes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        "v1.34.4",
        new ServerFlags(
            List.of(), List.of(), extend, Optional.empty(), Optional.empty(), Optional.empty()),
        Reach.WHOLE);
  }

  public AuditFacts audit() {
    TreeMap<Long, Long> minutes = new TreeMap<>();
    for (long minute = 0; minute < seconds / 60; minute++) {
      minutes.put(START.getEpochSecond() / 60 + minute, 10L);
    }
    AuditFile file =
        new AuditFile(
            "audit/cp-1/audit.log",
            SOURCE,
            Map.of("ResponseStarted", 1L),
            Map.of("Metadata", 1L),
            Map.of("Metadata", 1L),
            minutes);
    return new AuditFacts(
        List.of(file),
        failures.stream().sorted().toList(),
        requests.stream().sorted().toList(),
        changes.stream().sorted().toList(),
        lookUps.stream().sorted().toList(),
        List.of(),
        uses.stream().sorted().toList());
  }

  public Facts facts() {
    List<Snapshot> snapshots = new ArrayList<>(earlier);
    if (snapshot) {
      snapshots.add(shown(START.plusSeconds(seconds)));
    }
    return new Facts(
        List.of(),
        List.of(),
        audit(),
        snapshots,
        List.of(),
        lines.stream().sorted().toList(),
        tokens,
        Keys.NONE,
        List.of(),
        List.of());
  }
}
