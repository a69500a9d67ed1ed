package io.tokentrail.detect;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Burst;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the bursts of each sender. */
public final class Bursts {

  /** A burst has ended after this long without a 401 of its sender. */
  public static final Duration QUIET = Duration.ofMinutes(5);

  private Bursts() {}

  /**
   * The bursts of each account, and of each address for 401s that no account sent. A proxied 401 is
   * no refusal of the sender's token and counts towards none.
   *
   * @param failures 401s with their senders
   * @param lifetimes token lifetimes
   * @param audit the audit log
   */
  public static List<Burst> of(
      List<Attributed> failures, List<Lifetime> lifetimes, AuditFacts audit) {
    SortedMap<String, List<Attributed>> bySender = new TreeMap<>();
    for (Attributed one : failures.stream().sorted().toList()) {
      if (!one.failure().proxied()) {
        String sender =
            one.sender()
                .account()
                .map(a -> "account " + a)
                .orElse("address " + one.failure().client().sourceIp());
        bySender.computeIfAbsent(sender, s -> new ArrayList<>()).add(one);
      }
    }
    Optional<Interval> span = audit.span();
    Phases phases = new Phases(lifetimes, audit);
    List<Burst> out = new ArrayList<>();
    bySender.forEach(
        (sender, own) -> {
          Usual usual =
              Usual.of(
                  PerMinute.counts(own.stream().map(a -> a.failure().receivedAt()).toList()), span);
          for (List<Attributed> part : split(own)) {
            out.add(burst(sender, part, usual, phases));
          }
        });
    return out.stream().sorted().toList();
  }

  /** Cuts where a sender was quiet. */
  private static List<List<Attributed>> split(List<Attributed> sorted) {
    List<List<Attributed>> out = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Attributed one : sorted) {
      Instant at = one.failure().receivedAt();
      if (out.isEmpty() || Duration.between(last, at).compareTo(QUIET) > 0) {
        out.add(new ArrayList<>());
      }
      out.get(out.size() - 1).add(one);
      last = at;
    }
    return out;
  }

  private static Burst burst(String sender, List<Attributed> part, Usual usual, Phases phases) {
    Attributed first = part.get(0);
    Optional<Account> account = first.sender().account();
    Instant start = first.failure().receivedAt();
    SortedMap<Long, Long> minutes =
        PerMinute.counts(part.stream().map(a -> a.failure().receivedAt()).toList());
    long peak = minutes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long peakMinute =
        minutes.entrySet().stream()
            .filter(m -> m.getValue() == peak)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    Baseline baseline = usual.at(peakMinute);
    return new Burst(
        id(sender, start),
        account,
        account.isPresent() ? "" : first.failure().client().sourceIp(),
        start,
        part.get(part.size() - 1).failure().receivedAt(),
        part,
        peak,
        baseline.perMinute(),
        baseline.score(peak),
        account.flatMap(a -> phases.of(a, part)));
  }

  private static String id(String sender, Instant start) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((sender + "\n" + start).getBytes(StandardCharsets.UTF_8));
      return "S-" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
