package io.tokentrail.correlate;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The exposures of one account's pods. */
final class Exposures {

  private final Account account;
  private final List<Lifetime> lifetimes;
  private final Map<String, List<Lifetime>> tokensOf = new HashMap<>();
  private final Map<String, Interval> refused = new HashMap<>();
  private final PodLives lives;
  private final Coverage observable;
  private final Map<String, Exposure> byPod = new TreeMap<>();

  /**
   * @param account the account
   * @param failures its 401s
   * @param lifetimes its tokens
   * @param lives every pod
   * @param observable the time that the log can tell of
   */
  Exposures(
      Account account,
      List<Attributed> failures,
      List<Lifetime> lifetimes,
      PodLives lives,
      Coverage observable) {
    this.account = account;
    this.lifetimes = lifetimes;
    this.lives = lives;
    this.observable = observable;
    lifetimes.forEach(l -> tokensOf.computeIfAbsent(l.pod(), p -> new ArrayList<>()).add(l));
    for (Attributed one : failures) {
      Interval at = moment(one.failure().receivedAt());
      refused.merge(one.sender().pod(), at, Exposures::hull);
    }
  }

  private static Interval hull(Interval a, Interval b) {
    return new Interval(
        a.from().isBefore(b.from()) ? a.from() : b.from(),
        a.to().isAfter(b.to()) ? a.to() : b.to());
  }

  /** A pod's; the whole account's where no pod is known. */
  Exposure of(String pod) {
    return byPod.computeIfAbsent(pod, this::exposure);
  }

  /** The tokens that a pod's 401s may have shown: its own, and those that may be any pod's. */
  List<Lifetime> tokens(String pod) {
    return pod.isEmpty()
        ? lifetimes
        : Stream.concat(
                tokensOf.getOrDefault(pod, List.of()).stream(),
                tokensOf.getOrDefault("", List.of()).stream())
            .toList();
  }

  private Exposure exposure(String pod) {
    List<Lifetime> tokens = tokens(pod);
    List<Interval> windows = Windows.of(tokens);
    List<Interval> times = new ArrayList<>();
    if (pod.isEmpty()) {
      lives.all().stream()
          .filter(l -> l.account().filter(account::equals).isPresent())
          .forEach(l -> times.add(proved(l)));
      windows.forEach(times::add);
    } else {
      List<PodLife> own = lives.named(account.namespace(), pod);
      own.forEach(l -> times.add(proved(l)));
      boolean gone = own.stream().anyMatch(l -> l.goneAt().isPresent());
      if (!gone) {
        windows.forEach(times::add);
      }
    }
    tokensOf.getOrDefault(pod, List.of()).forEach(l -> times.add(moment(l.issuedAt())));
    refused.forEach(
        (who, when) -> {
          if (pod.isEmpty() || who.equals(pod)) {
            times.add(when);
          }
        });
    Instant from = times.stream().map(Interval::from).min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant to = times.stream().map(Interval::to).max(Instant::compareTo).orElse(Instant.EPOCH);
    return Exposure.of(new Coverage(observable.and(new Interval(from, to))), windows);
  }

  /** From its start, or the first trace of it, until it was gone, or the last trace. */
  private static Interval proved(PodLife life) {
    Instant from = life.createdAt().orElse(life.firstProof());
    Instant to = life.goneAt().orElse(life.lastProof());
    return new Interval(from, to.isBefore(from) ? from : to);
  }

  /** The smallest stretch that contains a moment. */
  private static Interval moment(Instant at) {
    return new Interval(at, at.plusMillis(1));
  }
}
