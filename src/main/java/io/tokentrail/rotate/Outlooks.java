package io.tokentrail.rotate;

import io.tokentrail.model.Account;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Release;
import io.tokentrail.model.Token;
import io.tokentrail.model.Use;
import io.tokentrail.model.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which tokens stop working next if nothing changes. */
public final class Outlooks {

  /** A token that was used this close to the input's end is still in use. */
  private static final Duration STILL = Duration.ofMinutes(15);

  private final Facts facts;
  private final List<Lifetime> lifetimes;
  private final Instant end;
  private final List<Outlook> out = new ArrayList<>();

  private Outlooks(Facts facts, List<Lifetime> lifetimes) {
    this.facts = facts;
    this.lifetimes = lifetimes;
    this.end = facts.audit().span().map(Interval::to).orElse(Instant.EPOCH);
  }

  /**
   * Rows of {@code token_expiry}, {@code extension_end} and {@code extension_off}.
   *
   * @param facts what was read
   * @param lifetimes token lifetimes
   */
  public static List<Outlook> of(Facts facts, List<Lifetime> lifetimes) {
    Outlooks outlooks = new Outlooks(facts, lifetimes);
    outlooks.overdue();
    outlooks.notReread();
    outlooks.extended();
    return outlooks.out.stream().sorted().distinct().toList();
  }

  /** Tokens that should have been refreshed by now. */
  private void overdue() {
    for (Lifetime lifetime : lifetimes) {
      boolean open = lifetime.status().filter(s -> s == Lifetime.Status.OPEN).isPresent();
      boolean late =
          lifetime.refreshDue().filter(d -> d.plus(Rotation.SYNC_SLACK).isBefore(end)).isPresent();
      boolean dies = !lifetime.extended().orElse(false);
      if (open && late && dies && !lifetime.node().isEmpty()) {
        add(
            lifetime.expiresAt(),
            Outlook.Kind.TOKEN_EXPIRY,
            lifetime.account(),
            lifetime.pod(),
            lifetime.node(),
            "refresh was due at " + lifetime.refreshDue().orElseThrow() + " and is not in the log",
            0.8);
      }
    }
  }

  /** Tokens that are used on although the next one was there to read. */
  private void notReread() {
    Map<String, Lifetime> byId = new HashMap<>();
    for (Lifetime lifetime : lifetimes) {
      if (!lifetime.credentialId().isEmpty()) {
        byId.put(lifetime.credentialId(), lifetime);
      }
    }
    for (Use use : facts.audit().uses()) {
      Lifetime lifetime = byId.get(use.credentialId());
      if (lifetime != null && outlivesItsSuccessor(lifetime, use)) {
        add(
            lifetime.expiresAt(),
            Outlook.Kind.TOKEN_EXPIRY,
            lifetime.account(),
            use.podName(),
            lifetime.node(),
            "still used at "
                + use.lastAt()
                + " though refreshed at "
                + lifetime.refreshedAt().orElseThrow(),
            0.9);
      }
    }
  }

  private boolean outlivesItsSuccessor(Lifetime lifetime, Use use) {
    boolean dies = !lifetime.extended().orElse(false);
    boolean still = !use.lastAt().plus(STILL).isBefore(end);
    boolean past =
        lifetime
            .refreshedAt()
            .filter(r -> r.plus(Duration.ofMinutes(3)).isBefore(use.lastAt()))
            .isPresent();
    return dies && still && past && lifetime.expiresAt().filter(e -> e.isAfter(end)).isPresent();
  }

  /** Users of extended tokens past their warning threshold. */
  private void extended() {
    SortedMap<String, Use> first = new TreeMap<>();
    Map<String, Instant> last = new HashMap<>();
    for (Use use : facts.audit().uses()) {
      if (use.staleRequests() > 0 && Account.ofUsername(use.username()).isPresent()) {
        String holder = use.username() + "\n" + use.podName();
        last.merge(holder, use.lastStaleAt(), (a, b) -> b.isAfter(a) ? b : a);
        first.merge(holder, use, (a, b) -> b.warnAfter().isBefore(a.warnAfter()) ? b : a);
      }
    }
    Duration limit =
        Release.ofServer(facts)
            .flatMap(r -> r.platform().extendedLimit())
            .orElse(Duration.ofSeconds(Token.EXTENDED_TTL_SECONDS));
    for (Use use : first.values()) {
      Account account = Account.ofUsername(use.username()).orElseThrow();
      add(
          Optional.empty(),
          Outlook.Kind.EXTENSION_OFF,
          account,
          use.podName(),
          use.nodeName(),
          "used an extended token past its warning threshold of "
              + Utc.second(use.warnAfter())
              + ", last at "
              + Utc.second(last.get(use.username() + "\n" + use.podName())),
          0.95);
      boolean still = !use.lastStaleAt().plus(STILL).isBefore(end);
      if (still && use.warnAfter().isAfter(Instant.EPOCH)) {
        Instant issued = use.warnAfter().minusSeconds(Token.DEFAULT_TTL_SECONDS);
        add(
            Optional.of(issued.plus(limit)),
            Outlook.Kind.EXTENSION_END,
            account,
            use.podName(),
            use.nodeName(),
            "issued at " + Utc.second(issued) + " and extended to " + limit.toDays() + " days",
            0.9);
      }
    }
  }

  private void add(
      Optional<Instant> dueAt,
      Outlook.Kind kind,
      Account account,
      String pod,
      String node,
      String basis,
      double confidence) {
    out.add(
        new Outlook(
            dueAt, kind, Optional.of(account), pod, node, Optional.empty(), basis, confidence, ""));
  }
}
