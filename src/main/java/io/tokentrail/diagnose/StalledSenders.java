package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 401s by the account or node whose missed refreshes may explain them, each put there once. */
final class StalledSenders {

  /** Senders named with less than this may as well be another pod of the same node. */
  private static final double SURE = 0.7;

  /** The shortest token, of ten minutes, lives longer than this after it was read. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private StalledSenders() {}

  /** By the account that sent them; those of nobody are left out. */
  static Map<Account, List<Refusal>> byAccount(List<Refusal> refusals) {
    Map<Account, List<Refusal>> all = new HashMap<>();
    for (Refusal one : refusals) {
      one.account()
          .ifPresent(account -> all.computeIfAbsent(account, a -> new ArrayList<>()).add(one));
    }
    return all;
  }

  /**
   * Those not yet explained by the node whose missed refreshes may explain them: that of the
   * sender's dead token, and the one that they came from where the sender is doubtful, or where its
   * token is older than the log and the next one that was granted ended its 401s: it is served
   * again.
   */
  static Map<String, List<Refusal>> byNode(
      List<Refusal> refusals, Set<Attributed> explained, TokenState tokens, List<Use> uses) {
    Map<String, List<Refusal>> all = new HashMap<>();
    Map<String, NavigableSet<Instant>> times = expiredByPod(refusals);
    Map<String, List<Use>> byAccount = uses.stream().collect(Collectors.groupingBy(Use::username));
    for (Refusal one : refusals) {
      boolean expired = one.reason() == Reason.EXPIRED;
      if (explained.contains(one.attributed()) || (!expired && one.reason() != Reason.UNKNOWN)) {
        continue;
      }
      Optional<Lifetime> own = tokens.deadAt(one);
      if (own.filter(l -> expired || l.mortal()).isPresent()) {
        all.computeIfAbsent(own.get().node(), n -> new ArrayList<>()).add(one);
      }
      boolean doubtful = one.account().isEmpty() || one.attributed().sender().confidence() < SURE;
      boolean there = own.filter(l -> l.node().equals(one.node())).isPresent();
      if (doubtful && expired && !there && tokens.stalledOnNode(one).isPresent()) {
        all.computeIfAbsent(one.node(), n -> new ArrayList<>()).add(one);
      }
      if (!doubtful && expired && own.isEmpty() && !one.node().isEmpty()) {
        boolean healed =
            tokens
                .firstAfter(one)
                .filter(first -> quietFrom(first, times.get(pod(one))))
                .filter(first -> served(one, first, byAccount))
                .isPresent();
        if (healed) {
          all.computeIfAbsent(one.node(), n -> new ArrayList<>()).add(one);
        }
      }
    }
    return all;
  }

  private static boolean served(Refusal refused, Instant since, Map<String, List<Use>> uses) {
    String username = refused.account().map(Account::username).orElse("");
    return uses.getOrDefault(username, List.of()).stream()
        .filter(use -> use.podName().isEmpty() || use.podName().equals(refused.pod()))
        .anyMatch(use -> use.lastAt().isAfter(since));
  }

  private static Map<String, NavigableSet<Instant>> expiredByPod(List<Refusal> refusals) {
    Map<String, NavigableSet<Instant>> times = new HashMap<>();
    for (Refusal one : refusals) {
      if (one.reason() == Reason.EXPIRED) {
        times.computeIfAbsent(pod(one), p -> new TreeSet<>()).add(one.at());
      }
    }
    return times;
  }

  private static String pod(Refusal one) {
    return one.account().map(Account::toString).orElse("") + "/" + one.pod();
  }

  /**
   * A program that reads its file again has done so by then, and its new token has not died yet.
   */
  private static boolean quietFrom(Instant issued, NavigableSet<Instant> refused) {
    Instant read = issued.plus(TokenState.RELOAD);
    return refused.subSet(read, true, read.plus(QUIET), true).isEmpty();
  }
}
