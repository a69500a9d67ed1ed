package io.tokentrail.pipeline;

import io.tokentrail.detect.Bursts;
import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Client;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Keys;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Place;
import io.tokentrail.model.Pod;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.Reach;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Sender;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Target;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A week of a made-up cluster, by a seed: accounts whose pods have one-hour tokens that a healthy
 * kubelet refreshes at 80 %, and bursts of about 40 refused requests, of which a known share begins
 * inside rotation windows on purpose and the rest whenever it likes.
 */
final class SimulatedWeek {

  static final Instant MONDAY = Instant.parse("2026-05-18T00:00:00Z");
  private static final long TTL = 3600;
  private static final Place PLACE = new Place("audit/audit.log", 1);

  /** When pods are replaced by new ones, which begin with new tokens. */
  enum Restarts {
    NEVER,
    /** Each pod by itself, three times a week. */
    EACH,
    /** All pods of the account at once, three times a week. */
    TOGETHER,
    /** All pods, ten minutes after an incident began: somebody hoped that it helps. */
    AFTER_INCIDENTS
  }

  /** When bursts without a link begin. */
  enum Load {
    EVEN,
    /** In the eight hours of a working day. */
    WORKING_HOURS
  }

  /**
   * What kind of week.
   *
   * @param accounts how many accounts
   * @param pods pods of each
   * @param bursts bursts of each pod in the mean; exactly so many where the account has one pod
   * @param linked share of the bursts that begin inside a window of their pod
   * @param shared whether bursts without a link strike most pods of an account within a minute
   * @param restarts when pods are replaced
   * @param load when bursts without a link begin
   * @param gaps whether the log lacks two stretches of five hours
   */
  record Kind(
      int accounts,
      int pods,
      int bursts,
      double linked,
      boolean shared,
      Restarts restarts,
      Load load,
      boolean gaps) {}

  private record Life(Account account, String name, Instant from, Instant to) {}

  private final Kind kind;
  private final Instant start;
  private final Instant end;
  private final SplittableRandom random;
  private final List<Life> lives = new ArrayList<>();
  private final List<Lifetime> lifetimes = new ArrayList<>();
  private final List<Attributed> failures = new ArrayList<>();
  private final List<TokenRequest> requests = new ArrayList<>();
  private final Map<String, List<Interval>> windows = new TreeMap<>();
  private final List<Interval> gaps = new ArrayList<>();
  private AuditFacts audit;

  SimulatedWeek(Kind kind, long seed) {
    this(kind, seed, MONDAY);
  }

  SimulatedWeek(Kind kind, long seed, Instant start) {
    this.kind = kind;
    this.start = start;
    this.end = start.plus(Duration.ofDays(7));
    this.random = new SplittableRandom(seed);
    if (kind.gaps()) {
      gaps.add(new Interval(start.plusSeconds(100_000), start.plusSeconds(118_000)));
      gaps.add(new Interval(start.plusSeconds(400_000), start.plusSeconds(418_000)));
    }
    for (int i = 0; i < kind.accounts(); i++) {
      account(new Account("shop", "app-" + i));
    }
    failures.sort(null);
    requests.sort(null);
    lifetimes.sort(null);
  }

  List<Attributed> failures() {
    return failures;
  }

  List<Lifetime> lifetimes() {
    return lifetimes;
  }

  List<Burst> bursts() {
    return Bursts.of(failures, lifetimes, audit());
  }

  private void account(Account account) {
    List<Instant> incidents = incidents();
    List<Instant> together =
        switch (kind.restarts()) {
          case NEVER, EACH -> List.of();
          case TOGETHER -> sorted(3);
          case AFTER_INCIDENTS -> incidents.stream().map(i -> i.plusSeconds(600)).toList();
        };
    for (int pod = 0; pod < kind.pods(); pod++) {
      List<Instant> ends = kind.restarts() == Restarts.EACH ? sorted(3) : together;
      Instant from = start.minusSeconds(random.nextLong(200_000));
      for (int life = 0; life <= ends.size(); life++) {
        Instant to = life < ends.size() ? ends.get(life) : end;
        Life one = new Life(account, "%s-%d-%d".formatted(account.name(), pod, life), from, to);
        lives.add(one);
        tokens(one);
        from = to.plusSeconds(5 + random.nextLong(20));
      }
    }
    if (kind.shared()) {
      for (Instant incident : incidents) {
        for (int pod = 0; pod < kind.pods(); pod++) {
          if (random.nextDouble() < 0.8) {
            burst(account, pod, incident.plusMillis(random.nextLong(60_000)));
          }
        }
      }
      return;
    }
    for (int pod = 0; pod < kind.pods(); pod++) {
      int bursts = kind.pods() == 1 ? kind.bursts() : poisson(kind.bursts());
      for (int i = 0; i < bursts; i++) {
        boolean linked = random.nextDouble() < kind.linked();
        burst(account, pod, linked ? linked(account, pod) : sometime());
      }
    }
  }

  private List<Instant> incidents() {
    List<Instant> out = new ArrayList<>();
    int many = kind.shared() ? Math.max(5, poisson(kind.bursts())) : 0;
    for (int i = 0; i < many; i++) {
      out.add(sometime());
    }
    return out.stream().sorted().toList();
  }

  private List<Instant> sorted(int many) {
    List<Instant> out = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      out.add(anytime());
    }
    return out.stream().sorted().toList();
  }

  private Instant anytime() {
    return start.plusMillis(random.nextLong(Duration.between(start, end).toMillis()));
  }

  private Instant sometime() {
    Instant time = anytime();
    if (kind.load() == Load.WORKING_HOURS) {
      long day = Duration.between(start, time).toDays();
      return start
          .plus(Duration.ofDays(day))
          .plusMillis(9 * 3_600_000 + random.nextLong(28_800_000));
    }
    return time;
  }

  private int poisson(double mean) {
    int n = -1;
    for (double sum = 0; sum < mean; n++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return Math.max(0, n);
  }

  /** The tokens of a pod that are granted within the log; kubelet looks at each pod sync. */
  private void tokens(Life life) {
    Instant issued = life.from();
    while (issued.isBefore(life.to())) {
      Instant due = issued.plusSeconds(TTL * 8 / 10);
      Instant next = due.minusSeconds(random.nextLong(10)).plusMillis(random.nextLong(90_000));
      boolean refreshed = next.isBefore(life.to());
      if (!issued.isBefore(start)) {
        token(life, issued, due, refreshed ? Optional.of(next) : Optional.empty());
      }
      issued = next;
    }
  }

  private void token(Life life, Instant issued, Instant due, Optional<Instant> next) {
    Instant expiry = issued.plusSeconds(TTL);
    boolean ends = life.to().isBefore(end);
    Lifetime.Status status =
        next.isPresent()
            ? Lifetime.Status.ON_TIME
            : ends ? Lifetime.Status.ENDED : Lifetime.Status.OPEN;
    lifetimes.add(
        new Lifetime(
            life.account(),
            life.name(),
            "worker-a",
            "",
            Optional.of(Duration.ofSeconds(TTL)),
            Lifetime.Source.OBSERVED,
            issued,
            Optional.of(due),
            Optional.of(expiry),
            next,
            Optional.of(status),
            "",
            Optional.of(false),
            List.of()));
    requests.add(
        new TokenRequest(
            "t" + requests.size(),
            issued,
            issued,
            new Client("192.0.2.10", "kubelet/v1.34.4"),
            "system:node:worker-a",
            life.account(),
            201,
            "",
            "",
            true,
            List.of(),
            TTL,
            life.name(),
            "uid-" + life.name(),
            "",
            "audit",
            PLACE));
    if (next.isPresent()) {
      List<Interval> own = windows.computeIfAbsent(life.name(), n -> new ArrayList<>());
      own.add(
          new Interval(due.isBefore(next.get()) ? due : next.get(), next.get().plusSeconds(70)));
      own.add(new Interval(expiry, expiry.plusSeconds(200)));
    }
  }

  /** A moment inside a window of one of the pod's lives. */
  private Instant linked(Account account, int pod) {
    List<Interval> own =
        lives.stream()
            .filter(l -> isOf(l, account, pod))
            .flatMap(l -> windows.getOrDefault(l.name(), List.of()).stream())
            .filter(w -> w.to().isBefore(end))
            .toList();
    Interval window = own.get(random.nextInt(own.size()));
    return window.from().plusMillis(random.nextLong(window.length().toMillis()));
  }

  private static boolean isOf(Life life, Account account, int pod) {
    return life.account().equals(account)
        && life.name().startsWith(account.name() + "-" + pod + "-");
  }

  /** About 40 refused requests within some minutes, of the pod that lives then. */
  private void burst(Account account, int pod, Instant onset) {
    Optional<Life> life =
        lives.stream()
            .filter(l -> isOf(l, account, pod))
            .filter(l -> !l.from().isAfter(onset) && l.to().isAfter(onset))
            .findFirst();
    if (life.isEmpty() || !onset.isBefore(end.minusSeconds(60))) {
      return;
    }
    int events = Math.max(1, poisson(40));
    Instant at = onset;
    for (int i = 0; i < events && at.isBefore(life.get().to()); i++) {
      Instant time = at;
      if (gaps.stream().noneMatch(g -> g.contains(time))) {
        refused(life.get(), time);
      }
      at = at.plusMillis((long) (-3000 * Math.log(1 - random.nextDouble())));
    }
  }

  private void refused(Life life, Instant at) {
    Failure failure =
        new Failure(
            "f" + failures.size(),
            at,
            at,
            List.of(),
            new Client("10.244.1.5", "app/1"),
            "list",
            "/api/v1/pods",
            new Target("", "pods", "", "shop", "", ""),
            "",
            "audit",
            PLACE);
    Sender sender =
        new Sender(
            Optional.of(life.account()),
            life.name(),
            "worker-a",
            Method.POD_IP,
            0.9,
            List.of(),
            List.of());
    failures.add(new Attributed(failure, sender, Reason.UNKNOWN, "", List.of()));
  }

  private AuditFacts audit() {
    if (audit == null) {
      audit = log();
    }
    return audit;
  }

  private AuditFacts log() {
    TreeMap<Long, Long> minutes = new TreeMap<>();
    for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
      Instant minute = at;
      if (gaps.stream().noneMatch(g -> g.contains(minute))) {
        minutes.put(at.getEpochSecond() / 60, 10L);
      }
    }
    AuditFile file =
        new AuditFile(
            "audit/audit.log",
            "audit",
            Map.of("ResponseStarted", 1L),
            Map.of("Metadata", 1L),
            Map.of("Metadata", 1L),
            minutes);
    List<ObjectChange> changes = new ArrayList<>();
    for (Life life : lives) {
      if (life.to().isBefore(end)) {
        changes.add(
            new ObjectChange(
                "c" + changes.size(),
                life.to(),
                "delete",
                "system:serviceaccount:kube-system:replicaset-controller",
                new Client("192.0.2.1", "kube-controller-manager/v1.34.4"),
                new Target("", "pods", "", "shop", life.name(), "uid-" + life.name()),
                200,
                Map.of(),
                "audit",
                PLACE));
      }
    }
    return new AuditFacts(
        List.of(file),
        failures.stream().map(Attributed::failure).toList(),
        requests,
        changes.stream().sorted().toList(),
        List.of(),
        List.of(),
        List.of());
  }

  Facts facts() {
    List<Pod> running = new ArrayList<>();
    for (Life life : lives) {
      if (!life.to().isBefore(end)) {
        running.add(
            new Pod(
                "shop",
                life.name(),
                "uid-" + life.name(),
                "worker-a",
                List.of("10.244.1.5"),
                List.of(),
                "Running",
                Optional.of(life.from()),
                Optional.of(life.from()),
                Optional.empty(),
                "",
                new PodSpec(
                    life.account().name(),
                    Optional.empty(),
                    false,
                    List.of(new TokenSource("token", "", TTL, "token", true, false)),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    List.of(),
                    false,
                    false),
                PLACE));
      }
    }
    Snapshot snapshot =
        new Snapshot(
            end,
            new TreeSet<>(List.of("pods")),
            running,
            List.of(),
            List.of(),
            0,
            new TreeSet<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            "v1.34.4",
            new ServerFlags(
                List.of(),
                List.of(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Reach.WHOLE);
    return new Facts(
        List.of(),
        List.of(),
        audit(),
        List.of(snapshot),
        List.of(),
        List.of(),
        List.of(),
        Keys.NONE,
        List.of(),
        List.of());
  }
}
