package io.tokentrail.evidence;

import io.tokentrail.evidence.Controls.Outcome;
import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Control.Status;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.Use;
import io.tokentrail.model.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CIS 1.2.30: whether the API server stretches injected tokens to a year, and who would break if it
 * stopped. The flag decides where the control plane's pods show it; else what issued tokens look
 * like, if they are recent.
 */
final class ExtendedTokens {

  /**
   * What a token shows of the flag holds for its time of issue; a day later it may have changed.
   */
  static final Duration RECENT = Duration.ofDays(1);

  /** Accounts named in the observation. */
  private static final int MOST = 8;

  private ExtendedTokens() {}

  static Control check(Case c, List<Finding> findings) {
    return outcome(c)
        .as(
            "1.2.30",
            "Ensure that the --service-account-extend-token-expiration parameter is set to false",
            Controls.ids(
                findings, Set.of(CauseCode.STALE_TOKEN_USE, CauseCode.TOKEN_NOT_RELOADED)));
  }

  private static Outcome outcome(Case c) {
    Optional<Sign> sign = flag(c).or(() -> issued(c));
    String affected = affected(c);
    if (sign.isEmpty()) {
      return Outcome.missing(
          "The API server's flags (its static pod in a snapshot) are missing, and no token of"
              + " the input tells; "
              + affected);
    }
    Sign told = sign.get();
    List<Evidence> evidence = new ArrayList<>(told.evidence());
    stale(c)
        .forEach(u -> evidence.add(Evidence.at(u.lastPlace(), "used a token past its threshold")));
    Status status = !told.decides() ? Status.MANUAL : told.extending() ? Status.FAIL : Status.PASS;
    return new Outcome(status, told.words() + "; " + affected, evidence);
  }

  /** What the input says of the setting. */
  private record Sign(boolean extending, boolean decides, String words, List<Evidence> evidence) {}

  private static Optional<Sign> flag(Case c) {
    Optional<Sign> newest = Optional.empty();
    for (Snapshot snapshot : c.facts().snapshots()) {
      Optional<Boolean> set = snapshot.flags().extendExpiration();
      if (set.isPresent()) {
        String words = "The API server runs with the flag set to " + set.get();
        newest = Optional.of(new Sign(set.get(), true, words, server(snapshot)));
      } else if (!snapshot.flags().issuers().isEmpty()) {
        // the issuer is a flag that every API server has: its arguments were seen without this one
        String words = "The API server runs without the flag, whose default is true";
        newest = Optional.of(new Sign(true, true, words, server(snapshot)));
      }
    }
    return newest;
  }

  private static List<Evidence> server(Snapshot snapshot) {
    return snapshot.pods().stream()
        .filter(ExtendedTokens::isServer)
        .map(p -> Evidence.at(p.place(), "the API server's arguments"))
        .toList();
  }

  private static boolean isServer(Pod pod) {
    return pod.namespace().equals("kube-system") && pod.name().startsWith("kube-apiserver");
  }

  /** The newest token that shows the setting at its issue. */
  private static Optional<Sign> issued(Case c) {
    Instant newestAt = Instant.MIN;
    Sign newest = null;
    for (Token token : c.facts().tokens()) {
      Instant at = token.issuedAt().orElse(Instant.MIN);
      if (at.isAfter(newestAt) && (token.extended() || plain(token))) {
        newestAt = at;
        newest =
            sign(c, at, token.extended(), List.of(Evidence.at(token.place(), "a token's claims")));
      }
    }
    for (Use use : stale(c)) {
      // the threshold is the requested lifetime after issue; only tokens of 3607 s are extended
      Instant at = use.warnAfter().minusSeconds(Token.DEFAULT_TTL_SECONDS);
      if (at.isAfter(newestAt)) {
        newestAt = at;
        newest = sign(c, at, true, List.of());
      }
    }
    return Optional.ofNullable(newest);
  }

  /** A pod's default token that was not stretched. */
  private static boolean plain(Token token) {
    return token.kind() == Token.Kind.BOUND
        && !token.podName().isEmpty()
        && token.expiresAtSecond() - token.issuedAtSecond() == Token.DEFAULT_TTL_SECONDS;
  }

  private static Sign sign(Case c, Instant at, boolean extending, List<Evidence> evidence) {
    boolean decides = c.facts().newest().map(end -> !at.isBefore(end.minus(RECENT))).orElse(false);
    String words =
        "The newest token that tells was issued %s at %s"
            .formatted(extending ? "for a year" : "without extension", at);
    return new Sign(
        extending,
        decides,
        decides ? words : words + ", more than a day before the input ends: look at the flag",
        evidence);
  }

  private static List<Use> stale(Case c) {
    return c.facts().audit().uses().stream().filter(u -> u.staleRequests() > 0).toList();
  }

  private static String affected(Case c) {
    if (c.facts().audit().files().isEmpty()) {
      return "who would break is not known without an audit log.";
    }
    SortedMap<Account, Instant> accounts = new TreeMap<>();
    for (Use use : stale(c)) {
      Seen.account(use)
          .ifPresent(a -> accounts.merge(a, use.lastStaleAt(), (x, y) -> y.isAfter(x) ? y : x));
    }
    long requests = stale(c).stream().mapToLong(Use::staleRequests).sum();
    return accounts.isEmpty()
        ? "no account used a token past its warning threshold in the log."
        : "without extension %s would break, having made %s with tokens past their threshold: %s."
            .formatted(
                Controls.count(accounts.size(), "account"),
                Controls.count(requests, "request"),
                named(accounts));
  }

  /** Each account with its last use; beyond a few, outlook.csv has them all. */
  private static String named(SortedMap<Account, Instant> accounts) {
    String first =
        accounts.entrySet().stream()
            .limit(MOST)
            .map(e -> e.getKey() + " (last at " + Utc.second(e.getValue()) + ")")
            .collect(Collectors.joining(", "));
    return accounts.size() > MOST
        ? first + " and " + (accounts.size() - MOST) + " more, all in csv/outlook.csv"
        : first;
  }
}
