package io.tokentrail.evidence;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Review;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions that several controls ask of a case. */
final class Seen {

  private Seen() {}

  /**
   * Whether the audit log shows requests of service accounts at all: one whose policy leaves them
   * out cannot say that an account is silent.
   */
  static boolean requests(Case c) {
    return c.facts().audit().uses().stream().anyMatch(u -> account(u).isPresent());
  }

  static Optional<Account> account(Use use) {
    return Account.ofUsername(use.username());
  }

  /** Accounts whose tokens reached the API server: accepted, refused, or shown for review. */
  static Set<Account> active(Case c) {
    Set<Account> active = new TreeSet<>();
    c.facts().audit().uses().forEach(u -> account(u).ifPresent(active::add));
    c.facts().audit().reviews().stream()
        .map(Review::subject)
        .forEach(name -> Account.ofUsername(name).ifPresent(active::add));
    c.failures().stream()
        .map(Attributed::sender)
        .forEach(sender -> sender.account().ifPresent(active::add));
    return active;
  }

  /** The newest snapshot that lists pods. */
  static Optional<Snapshot> podSnapshot(Case c) {
    List<Snapshot> all =
        c.facts().snapshots().stream().filter(s -> s.kinds().contains("pods")).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Pods whose containers run and hold a token for the API server. */
  static List<Pod> mounting(Snapshot snapshot) {
    return snapshot.pods().stream().filter(p -> !p.finished()).filter(Seen::mounts).toList();
  }

  private static boolean mounts(Pod pod) {
    return pod.spec().tokenSources().stream()
        .filter(TokenSource::mounted)
        .anyMatch(t -> t.audience().isEmpty());
  }

  /** The log's span in words: {@code 70 minutes}, {@code 5 hours}, {@code 12 days}. */
  static String covered(Interval span) {
    Duration length = span.length();
    if (length.toHours() < 2) {
      return Controls.count(length.toMinutes(), "minute");
    }
    return length.toDays() < 2
        ? Controls.count(length.toHours(), "hour")
        : Controls.count(length.toDays(), "day");
  }
}
