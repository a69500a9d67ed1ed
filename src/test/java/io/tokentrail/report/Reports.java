package io.tokentrail.report;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountRow;
import io.tokentrail.model.AgeProfile;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Control;
import io.tokentrail.model.Correlation;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Keys;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Mark;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Report;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Signal;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Target;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A night at a made-up payment provider: the kubelet of worker-07 stops renewing tokens at 00:52,
 * one exporter never reads its token again, one operator shows a token made for another audience.
 */
public final class Reports {

  public static final Instant START = Instant.parse("2026-05-03T15:00:00Z");
  public static final Instant END = Instant.parse("2026-05-04T03:00:00Z");

  private static final Account LEDGER = new Account("payments", "ledger-api");
  private static final Account FRAUD = new Account("payments", "fraud-scorer");
  private static final Account EXPORT = new Account("shop", "order-export");
  private static final Account SYNC = new Account("platform", "secret-sync");
  private static final Sender PROBE =
      new Sender(Optional.empty(), "", "", Method.NONE, 0, List.of(), List.of());

  private final List<Attributed> stalled = new ArrayList<>();
  private final List<Attributed> kept = new ArrayList<>();
  private final List<Attributed> misaddressed = new ArrayList<>();
  private final List<Attributed> probes = new ArrayList<>();
  private final List<Attributed> unexplained = new ArrayList<>();
  private int serial;

  private Reports() {}

  /** The night, always the same. */
  public static Report sample() {
    return new Reports().night();
  }

  /** Two million quiet events: everything looked at, nothing found. */
  public static Report quiet() {
    Map<CauseCode, Verdict> verdicts = new EnumMap<>(CauseCode.class);
    for (CauseCode cause : CauseCode.values()) {
      verdicts.put(cause, new Verdict.Clear("2 104 771 events"));
    }
    Facts facts =
        new Facts(
            List.of(),
            List.of(),
            new AuditFacts(
                List.of(stream("audit/audit.log", "cp-1", START, END)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Keys.NONE,
            List.of(),
            List.of());
    return new Report(
        new Report.Run("0.1.0", "", "test-eu2", END, true, "", Optional.empty()),
        new TreeMap<>(Map.of("look-back", "90 d")),
        new Case(
            facts,
            List.of(),
            List.of(),
            List.of(),
            new Inventory(List.of(), List.of()),
            Duration.ofDays(90)),
        List.of(),
        verdicts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(1.0),
        new TreeMap<>(),
        100_000,
        Exemptions.NONE,
        Optional.empty());
  }

  /** The same report with at most so many 401s listed. */
  public static Report listing(Report r, int most) {
    return new Report(
        r.run(),
        r.parameters(),
        r.caseFile(),
        r.findings(),
        r.verdicts(),
        r.correlations(),
        r.outlook(),
        r.signals(),
        r.marks(),
        r.controls(),
        r.coverage(),
        r.gaps(),
        most,
        Exemptions.NONE,
        Optional.empty());
  }

  /** The same report with other findings. */
  public static Report finding(Report r, List<Finding> findings) {
    return new Report(
        r.run(),
        r.parameters(),
        r.caseFile(),
        findings,
        r.verdicts(),
        r.correlations(),
        r.outlook(),
        r.signals(),
        r.marks(),
        r.controls(),
        r.coverage(),
        r.gaps(),
        r.maxFailureRows(),
        Exemptions.NONE,
        Optional.empty());
  }

  private Report night() {
    burst(stalled, "2026-05-04T01:09:06Z", 20, 220, FRAUD, "fraud-scorer-7d-2kkzn", "worker-07");
    burst(stalled, "2026-05-04T01:27:21Z", 15, 250, LEDGER, "ledger-api-5f-qx8fd", "worker-07");
    burst(kept, "2026-05-03T15:24:00Z", 30, 20, EXPORT, "order-export-0", "worker-03");
    burst(kept, "2026-05-03T18:12:00Z", 30, 20, EXPORT, "order-export-0", "worker-03");
    burst(kept, "2026-05-04T02:40:00Z", 30, 20, EXPORT, "order-export-0", "worker-03");
    burst(misaddressed, "2026-05-03T23:12:00Z", 70, 190, SYNC, "secret-sync-84-kkp2x", "worker-02");
    for (int i = 0; i < 140; i++) {
      probes.add(
          failure(
              START.plusSeconds(300L * i), "192.0.2.10", "kube-probe/1.33", PROBE, Reason.UNKNOWN));
    }
    for (int i = 0; i < 9; i++) {
      unexplained.add(
          failure(
              START.plusSeconds(4000L * i + 77),
              "198.51.100.7",
              "Go-http-client/2.0",
              PROBE,
              Reason.UNRECOGNISED));
    }
    List<Attributed> all = new ArrayList<>();
    List.of(stalled, kept, misaddressed, probes, unexplained).forEach(all::addAll);
    List<Attributed> failures = all.stream().sorted().toList();
    List<Finding> findings = findings();
    return new Report(
        new Report.Run(
            "0.1.0", "4f1d0c7", "pay-prod-eu1", END.plusSeconds(382), true, "", Optional.empty()),
        new TreeMap<>(
            Map.of("look-back", "90 d", "burst gap", "300 s", "false discovery rate", "0.05")),
        new Case(
            facts(failures), failures, lifetimes(), bursts(), inventory(), Duration.ofDays(90)),
        findings,
        verdicts(findings),
        correlations(),
        outlook(),
        List.of(
            new Signal(
                "authentication_attempts",
                "result=error",
                START,
                END,
                0.8,
                54,
                Instant.parse("2026-05-04T02:10:00Z"),
                OptionalDouble.of(67.5),
                "over 10 times its usual value",
                "F-bddb3475")),
        marks(),
        controls(),
        Optional.of(0.973),
        new TreeMap<>(
            Map.of(
                "cp-2",
                List.of(interval("2026-05-03T22:14:00Z", "2026-05-03T22:31:00Z")),
                "cp-3",
                List.of(interval("2026-05-03T15:00:00Z", "2026-05-03T15:41:00Z")))),
        100_000,
        Exemptions.NONE,
        Optional.empty());
  }

  private static List<Mark> marks() {
    return List.of(
        new Mark(
            Instant.parse("2026-05-03T23:11:40Z"),
            Mark.Kind.ROLLOUT,
            new ObjectRef("Deployment", "platform", "secret-sync"),
            Optional.of(SYNC),
            "",
            "patched by ops@example.com",
            new Evidence("audit/cp-1/audit.log:502113", "")),
        new Mark(
            Instant.parse("2026-05-04T00:44:12Z"),
            Mark.Kind.CONDITION,
            new ObjectRef("Node", "", "worker-07"),
            Optional.empty(),
            "worker-07",
            "DiskPressure",
            new Evidence("snapshot/nodes.json:7", "")),
        new Mark(
            Instant.parse("2026-05-04T02:44:30Z"),
            Mark.Kind.DELETION,
            new ObjectRef("Pod", "payments", "ledger-api-5f-qx8fd"),
            Optional.of(LEDGER),
            "worker-07",
            "deleted by ops@example.com",
            new Evidence("audit/cp-1/audit.log:871120", "")));
  }

  private void burst(
      List<Attributed> into,
      String from,
      int everySeconds,
      int count,
      Account who,
      String pod,
      String node) {
    Sender sender =
        new Sender(
            Optional.of(who),
            pod,
            node,
            Method.SAME_CLIENT,
            0.97,
            List.of(new Sender.Alternative(new Account(who.namespace(), "default"), 0.02)),
            List.of(
                Evidence.at(new Place("audit/cp-1/audit.log", 4711), "the same client, accepted")));
    for (int i = 0; i < count; i++) {
      into.add(
          failure(
              Instant.parse(from).plusSeconds((long) everySeconds * i),
              "10.42.7." + (10 + who.name().length()),
              who.name() + "/1.4 (linux/amd64)",
              sender,
              Reason.EXPIRED));
    }
  }

  private Attributed failure(Instant at, String ip, String agent, Sender sender, Reason reason) {
    serial++;
    String id = String.format(java.util.Locale.ROOT, "%08x-0000-4000-8000-000000000000", serial);
    return new Attributed(
        new Failure(
            id,
            at,
            at.plusMillis(2),
            List.of(),
            new Client(ip, agent),
            "list",
            "/api/v1/namespaces/payments/configmaps?limit=500",
            new Target("", "configmaps", "", "payments", "", ""),
            "",
            "cp-1",
            new Place("audit/cp-1/audit.log", 1000L + serial)),
        sender,
        reason,
        reason == Reason.EXPIRED ? "service account token has expired" : "",
        List.of());
  }

  private List<Finding> findings() {
    return List.of(
            finding(
                "F-bddb3475",
                CauseCode.ROTATION_STALL,
                Subject.ofNode("worker-07"),
                Severity.CRITICAL,
                0.97,
                stalled,
                "Token rotation stopped on node worker-07 at 00:52 UTC. Two pods there kept their old"
                    + " tokens and get 401 since these expired, the first at 01:09.",
                List.of(
                    "Restart the kubelet: ssh worker-07 sudo systemctl restart kubelet",
                    "No 401 of these pods after 3 minutes shows that it worked.")),
            finding(
                "F-51f0e744",
                CauseCode.TOKEN_NOT_RELOADED,
                Subject.of(EXPORT),
                Severity.HIGH,
                0.94,
                kept,
                "order-export keeps its first token although the kubelet renews the file.",
                List.of("kubectl -n shop rollout restart statefulset/order-export")),
            finding(
                "F-41c40cfe",
                CauseCode.AUDIENCE_MISMATCH,
                Subject.of(SYNC),
                Severity.HIGH,
                0.98,
                misaddressed,
                "secret-sync shows the API server a token made for vault.",
                List.of("kubectl -n platform rollout undo deployment/secret-sync")),
            finding(
                "F-ad4b1d0d",
                CauseCode.STALE_LEGACY_TOKEN,
                Subject.of(new ObjectRef("Secret", "monitoring", "prom-token-d9r7t")),
                Severity.LOW,
                0.9,
                List.of(),
                "The never-expiring token in monitoring/prom-token-d9r7t is neither used nor referenced.",
                List.of(
                    "kubectl -n monitoring label secret prom-token-d9r7t"
                        + " kubernetes.io/legacy-token-invalid-since=2026-05-04")),
            finding(
                "F-0badcafe",
                CauseCode.UNEXPLAINED,
                Subject.ofOther("198.51.100.7"),
                Severity.LOW,
                0.5,
                unexplained,
                "9 refused requests from 198.51.100.7 fit no cause; the API server's log would decide.",
                List.of("Give the API server's log.")),
            finding(
                "F-350ff36e",
                CauseCode.NO_CREDENTIALS,
                Subject.ofOther("192.0.2.10"),
                Severity.INFO,
                0.99,
                probes,
                "A probe from 192.0.2.10 sends no credentials, every five minutes.",
                List.of("Nothing to do, or let the probe ask /livez.")))
        .stream()
        .sorted()
        .toList();
  }

  private static Finding finding(
      String id,
      CauseCode cause,
      Subject subject,
      Severity severity,
      double confidence,
      List<Attributed> explains,
      String summary,
      List<String> remedy) {
    Instant first = explains.isEmpty() ? START : explains.get(0).failure().receivedAt();
    Instant last =
        explains.isEmpty() ? END : explains.get(explains.size() - 1).failure().receivedAt();
    return new Finding(
        id,
        new Diagnosis(
            cause,
            subject,
            severity,
            confidence,
            first,
            last,
            explains,
            summary,
            List.of(
                Evidence.at(
                    new Place("audit/cp-1/audit.log", 611204), "last token request, 00:51:48"),
                Evidence.audit("0000002a-0000-4000-8000-000000000000", "first refused request"),
                new Evidence("object=Node/worker-07", "")),
            remedy),
        cause.failure()
            ? List.of(new Finding.Alternative(CauseCode.CLOCK_SKEW, 0.02, "one node only"))
            : List.of());
  }

  private static Map<CauseCode, Verdict> verdicts(List<Finding> findings) {
    Map<CauseCode, Verdict> verdicts = new EnumMap<>(CauseCode.class);
    for (CauseCode cause : CauseCode.values()) {
      List<Diagnosis> found =
          findings.stream().map(Finding::diagnosis).filter(d -> d.cause() == cause).toList();
      verdicts.put(
          cause,
          !found.isEmpty()
              ? new Verdict.Found(found)
              : switch (cause) {
                case SIGNING_KEY_CHANGED -> new Verdict.NotChecked("keys (JWKS)");
                case LEGACY_TOKEN_GROWTH -> new Verdict.NotChecked("a second snapshot");
                case TOKEN_FILE_TOO_OPEN -> new Verdict.NotChecked("token-files");
                default -> new Verdict.Clear("2 014 token lifetimes of 105 pods");
              });
    }
    return verdicts;
  }

  private List<Burst> bursts() {
    return List.of(
            oneBurst("S-00000001", FRAUD, stalled, Burst.Phase.EXPIRY),
            oneBurst("S-00000002", LEDGER, stalled, Burst.Phase.EXPIRY),
            oneBurst("S-00000003", EXPORT, kept, Burst.Phase.EXPIRY),
            oneBurst("S-00000004", SYNC, misaddressed, Burst.Phase.FRESH))
        .stream()
        .sorted()
        .toList();
  }

  private static Burst oneBurst(String id, Account who, List<Attributed> of, Burst.Phase phase) {
    List<Attributed> own =
        of.stream().filter(a -> a.sender().account().equals(Optional.of(who))).toList();
    return new Burst(
        id,
        Optional.of(who),
        "",
        own.get(0).failure().receivedAt(),
        own.get(own.size() - 1).failure().receivedAt(),
        own,
        4,
        0.02,
        31.25,
        Optional.of(phase));
  }

  private static List<Lifetime> lifetimes() {
    List<Lifetime> lives = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      Instant issued = START.plusSeconds(160 + 2900L * i);
      lives.add(
          life(EXPORT, "order-export-0", "worker-03", issued, issued.plusSeconds(2900), true));
      if (issued.isBefore(Instant.parse("2026-05-04T00:20:00Z"))) {
        boolean next = issued.plusSeconds(2900).isBefore(Instant.parse("2026-05-04T00:20:00Z"));
        lives.add(
            life(
                LEDGER,
                "ledger-api-5f-qx8fd",
                "worker-07",
                issued,
                issued.plusSeconds(2900),
                next));
      }
    }
    return lives.stream().sorted().toList();
  }

  private static Lifetime life(
      Account who, String pod, String node, Instant issued, Instant next, boolean renewed) {
    Instant due = issued.plusMillis(2_885_600);
    return new Lifetime(
        who,
        pod,
        node,
        "",
        Optional.of(Duration.ofSeconds(3607)),
        Lifetime.Source.OBSERVED,
        issued,
        Optional.of(due),
        Optional.of(issued.plusSeconds(3607)),
        renewed ? Optional.of(next) : Optional.empty(),
        Optional.of(renewed ? Lifetime.Status.ON_TIME : Lifetime.Status.MISSED),
        "b5c1e3d0-" + issued.getEpochSecond(),
        Optional.of(false),
        List.of(Evidence.audit("token-" + issued.getEpochSecond(), "granted")));
  }

  private static List<Correlation> correlations() {
    return List.of(
        new Correlation(
            LEDGER,
            250,
            7,
            13,
            6,
            1.3,
            OptionalDouble.of(4.6),
            OptionalDouble.of(0.00062),
            OptionalDouble.of(0.00124),
            Correlation.Verdict.CORRELATED,
            OptionalDouble.of(0.487),
            OptionalDouble.of(0.974),
            OptionalDouble.of(0.004),
            Optional.of(ages())),
        new Correlation(
            EXPORT,
            60,
            12,
            14,
            4,
            3.2,
            OptionalDouble.of(1.25),
            OptionalDouble.of(0.31),
            OptionalDouble.of(0.31),
            Correlation.Verdict.NOT_CORRELATED,
            OptionalDouble.of(0.138),
            OptionalDouble.of(0.609),
            OptionalDouble.of(0.28),
            Optional.empty()),
        new Correlation(
            SYNC,
            190,
            1,
            0,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Correlation.Verdict.INSUFFICIENT_DATA,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty()));
  }

  /** Six of seven incidents began as a token died. */
  private static AgeProfile ages() {
    List<AgeProfile.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < 25; bin++) {
      bins.add(
          new AgeProfile.Bin(bin / 20.0, bin == 20 ? 6 : bin == 4 ? 1 : 0, 0, bin < 17 ? 2 : 1));
    }
    return new AgeProfile(bins);
  }

  private static Inventory inventory() {
    return new Inventory(
        List.of(
            row(FRAUD, 220, OptionalLong.of(2)),
            row(LEDGER, 250, OptionalLong.of(3)),
            row(SYNC, 190, OptionalLong.of(1)),
            row(EXPORT, 60, OptionalLong.of(1))),
        List.of(
            legacy(
                "monitoring",
                "prom-token-d9r7t",
                "prometheus",
                LegacyToken.Verdict.STALE,
                LegacyToken.Safety.YES,
                "Neither used nor referenced for 90 days; log, snapshot and label agree."),
            legacy(
                "legacy-batch",
                "default-token-m4z9q",
                "default",
                LegacyToken.Verdict.IN_USE,
                LegacyToken.Safety.NO,
                "In use by CronJob legacy-batch/nightly."),
            legacy(
                "data",
                "etl-token-q2x4s",
                "etl",
                LegacyToken.Verdict.UNKNOWN,
                LegacyToken.Safety.UNKNOWN,
                "Pods and workloads of namespace data are not in the snapshot.")));
  }

  private static AccountRow row(Account who, long failures, OptionalLong pods) {
    return new AccountRow(
        who,
        "5d0c3a4e-0000-4000-8000-000000000000",
        Optional.of(true),
        Optional.empty(),
        pods,
        14,
        9120,
        0,
        0,
        failures,
        Optional.of(START),
        Optional.of(END),
        List.of("https://kubernetes.default.svc"),
        OptionalLong.of(3607),
        OptionalLong.of(3607),
        List.of());
  }

  private static LegacyToken legacy(
      String namespace,
      String name,
      String account,
      LegacyToken.Verdict verdict,
      LegacyToken.Safety safety,
      String why) {
    return new LegacyToken(
        new TokenSecret(
            namespace,
            name,
            "uid-" + name,
            account,
            "",
            Optional.of(Instant.parse("2021-09-14T08:00:00Z")),
            Optional.empty(),
            safety == LegacyToken.Safety.NO ? "2026-05-03" : "",
            "",
            true,
            Optional.empty(),
            new Place("snapshot/cluster.json", 17)),
        Optional.of(LegacyToken.Origin.AUTO),
        Optional.empty(),
        safety == LegacyToken.Safety.NO ? List.of("CronJob/legacy-batch/nightly") : List.of(),
        verdict,
        safety,
        why,
        List.of(new Evidence("object=Secret/" + namespace + "/" + name, "")));
  }

  private static List<Outlook> outlook() {
    return List.of(
        new Outlook(
            Optional.of(Instant.parse("2026-05-04T03:36:00Z")),
            Outlook.Kind.TOKEN_EXPIRY,
            Optional.of(EXPORT),
            "order-export-0",
            "worker-03",
            Optional.empty(),
            "its holder does not read it again; it expires then",
            0.9,
            "F-51f0e744"),
        new Outlook(
            Optional.empty(),
            Outlook.Kind.EXTENSION_OFF,
            Optional.of(LEDGER),
            "",
            "",
            Optional.empty(),
            "12 requests with an extended token past its threshold",
            0.8,
            ""));
  }

  private static List<Control> controls() {
    return List.of(
        new Control(
            "CIS Kubernetes 1.12",
            "1.2.1",
            "--anonymous-auth false",
            Control.Status.PASS,
            "Set to false on three API servers.",
            List.of(),
            List.of()),
        new Control(
            "CIS Kubernetes 1.12",
            "5.1.6",
            "Tokens only mounted where necessary",
            Control.Status.NOT_ASSESSED,
            "Needs 90 days of audit log; 12 h were given.",
            List.of(),
            List.of()),
        new Control(
            "NIST 800-53 r5",
            "IA-5",
            "Authenticator Management",
            Control.Status.FAIL,
            "Refreshes missed on worker-07.",
            List.of("F-bddb3475"),
            List.of(Evidence.at(new Place("audit/cp-1/audit.log", 611204), ""))));
  }

  private static Facts facts(List<Attributed> failures) {
    List<InputFile> inputs =
        List.of(
            input("audit/cp-1/audit.log", InputFile.Kind.AUDIT, 1_108_331_904, 1_610_521, 1, ""),
            input("audit/cp-2/audit.log", InputFile.Kind.AUDIT, 897_440_118, 1_515_183, 2, ""),
            input("audit/cp-3/audit.log", InputFile.Kind.AUDIT, 1_151_672_335, 1_558_154, 0, ""),
            input(
                "log/worker-07/kubelet.json.gz",
                InputFile.Kind.COMPONENT_LOG,
                1_377_240,
                14_090,
                0,
                ""),
            input("notes.txt", InputFile.Kind.UNRECOGNISED, 412, 0, 0, ""),
            input("secret/locked.log", InputFile.Kind.UNRECOGNISED, 0, 0, 0, "permission denied"),
            input("snapshot/cluster.json", InputFile.Kind.SNAPSHOT, 9_820_771, 2_914, 0, ""));
    return new Facts(
        inputs,
        List.of(
            new Reject(
                "audit/cp-1/audit.log", 868_404, true, "cut off", "{\"kind\":\"Event\",\"apiVers"),
            new Reject("audit/cp-2/audit.log", 2, true, "NUL bytes", ""),
            new Reject("audit/cp-2/audit.log", 10, true, "NUL bytes", "")),
        new AuditFacts(
            List.of(
                stream("audit/cp-1/audit.log", "cp-1", START, END),
                stream("audit/cp-2/audit.log", "cp-2", START, END),
                stream("audit/cp-3/audit.log", "cp-3", START.plusSeconds(2460), END)),
            failures.stream().map(Attributed::failure).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        List.of(
            new LogFile(
                "log/worker-07/kubelet.json.gz",
                "kubelet",
                "worker-07",
                Optional.of(START),
                Optional.of(END))),
        List.of(),
        List.of(),
        Keys.NONE,
        List.of(),
        List.of());
  }

  private static InputFile input(
      String path, InputFile.Kind kind, long bytes, long records, long rejected, String problem) {
    boolean read = kind != InputFile.Kind.UNRECOGNISED;
    return new InputFile(
        path,
        kind,
        "",
        path.endsWith(".gz") ? "gzip" : "",
        bytes,
        read ? "72410b81632a".repeat(5) + "abcd" : "",
        records,
        rejected,
        read ? Optional.of(START) : Optional.empty(),
        read ? Optional.of(END) : Optional.empty(),
        path.contains("cp-3") ? 2118 : 0,
        problem);
  }

  private static AuditFile stream(String path, String source, Instant from, Instant to) {
    TreeMap<Long, Long> minutes = new TreeMap<>();
    for (long m = from.getEpochSecond() / 60; m < to.getEpochSecond() / 60; m++) {
      if (!(source.equals("cp-2") && m >= 29630174L && m < 29630191L)) {
        minutes.put(m, 2100L + m % 7);
      }
    }
    long events = minutes.values().stream().mapToLong(Long::longValue).sum();
    return new AuditFile(
        path,
        source,
        Map.of("ResponseComplete", events - 800, "ResponseStarted", 800L),
        Map.of("Metadata", events),
        Map.of("Metadata", 671L),
        minutes);
  }

  private static Interval interval(String from, String to) {
    return new Interval(Instant.parse(from), Instant.parse(to));
  }
}
