package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tokens that were asked for with a lifetime of more than a day. Extended API tokens do not count:
 * their pod asked for 3607 s, and the API server made a year of it (token.go).
 */
final class LongLivedToken implements Cause {

  /** The API refuses to issue more than 2^32 s (validation.go); a longer lifetime is no fact. */
  private static final Duration LONGEST = Duration.ofSeconds(1L << 32);

  /**
   * One token, or one wish for tokens.
   *
   * @param ttl how long it lives
   * @param since when it was issued
   * @param until when it ends; empty where tokens are issued again and again
   * @param bound whether it ends with its pod
   */
  private record Sighting(
      Duration ttl, Instant since, Optional<Instant> until, boolean bound, Evidence evidence) {}

  @Override
  public CauseCode code() {
    return CauseCode.LONG_LIVED_TOKEN;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    Map<Account, List<Sighting>> longs = new TreeMap<>();
    long looked = requested(subject, longs) + carried(subject, longs) + mounted(subject, longs);
    if (looked == 0) {
      return new Verdict.NotChecked(
          "lifetimes of tokens: TokenRequest bodies in the audit log, token files, or a snapshot"
              + " with pods");
    }
    List<Diagnosis> found = new ArrayList<>();
    longs.forEach((account, mine) -> found.add(diagnose(account, mine, subject)));
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(looked, "token") + " whose requested lifetime is known")
        : new Verdict.Found(found);
  }

  private static long requested(Case subject, Map<Account, List<Sighting>> longs) {
    long looked = 0;
    for (TokenRequest request : subject.facts().audit().tokenRequests()) {
      Optional<Duration> ttl = request.granted() ? request.ttl() : Optional.empty();
      if (ttl.isPresent()) {
        looked++;
        Instant from = request.answeredAt();
        Duration lives = shortened(granted(request).orElse(ttl.get()), subject);
        if (over(lives, subject) && over(ttl.get(), subject)) {
          add(
              longs,
              request.account(),
              new Sighting(
                  lives,
                  from,
                  Optional.of(from.plus(lives)),
                  !request.podName().isEmpty(),
                  Evidence.audit(request.auditId(), "a token of " + words(lives) + " was issued")));
        }
      }
    }
    return looked;
  }

  /** What the answer gave, which a limit of the API server can make less than was asked for. */
  private static Optional<Duration> granted(TokenRequest request) {
    try {
      return request.expiration().isEmpty()
          ? Optional.empty()
          : Optional.of(
              Duration.between(request.receivedAt(), Instant.parse(request.expiration())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static long carried(Case subject, Map<Account, List<Sighting>> longs) {
    long looked = 0;
    for (Token token : subject.facts().tokens()) {
      boolean tells =
          token.kind() == Token.Kind.BOUND
              && token.signature() != Token.Signature.INVALID
              && token.account().isPresent()
              && token.issuedAt().isPresent()
              && token.expiresAt().isPresent();
      if (tells) {
        looked++;
        Duration ttl = Duration.between(token.issuedAt().get(), token.expiresAt().get());
        if (over(ttl, subject) && !token.extended()) {
          add(
              longs,
              token.account().get(),
              new Sighting(
                  ttl,
                  token.issuedAt().get(),
                  token.expiresAt(),
                  !token.podName().isEmpty(),
                  Evidence.at(token.place(), "a token of " + words(ttl) + " was found")));
        }
      }
    }
    return looked;
  }

  private static long mounted(Case subject, Map<Account, List<Sighting>> longs) {
    long looked = 0;
    for (Snapshot snapshot : subject.facts().latestSnapshot().stream().toList()) {
      for (Pod pod : snapshot.pods()) {
        for (TokenSource source : pod.spec().tokenSources()) {
          looked++;
          Duration ttl = shortened(source.ttl(), subject);
          if (source.mounted() && !pod.finished() && over(ttl, subject)) {
            add(
                longs,
                pod.account(),
                new Sighting(
                    ttl,
                    pod.startedAt().or(pod::createdAt).orElse(snapshot.at()),
                    Optional.empty(),
                    true,
                    Evidence.at(pod.place(), "a volume asks for tokens of " + words(ttl))));
          }
        }
      }
    }
    return looked;
  }

  /** {@code --service-account-max-token-expiration} cuts what was asked for without an error. */
  private static Duration shortened(Duration ttl, Case subject) {
    return subject
        .facts()
        .latestSnapshot()
        .flatMap(s -> s.flags().maxExpiration())
        .filter(max -> max.compareTo(ttl) < 0)
        .orElse(ttl);
  }

  private static boolean over(Duration ttl, Case subject) {
    return ttl.compareTo(subject.thresholds().longLived()) > 0 && ttl.compareTo(LONGEST) <= 0;
  }

  private static void add(Map<Account, List<Sighting>> longs, Account account, Sighting one) {
    longs.computeIfAbsent(account, a -> new ArrayList<>()).add(one);
  }

  private static Diagnosis diagnose(Account account, List<Sighting> mine, Case subject) {
    Instant end = Claim.end(subject);
    List<Sighting> longestFirst =
        mine.stream()
            .sorted(
                Comparator.comparing(Sighting::ttl)
                    .reversed()
                    .thenComparing(Sighting::since)
                    .thenComparing(Sighting::evidence))
            .toList();
    Sighting worst = longestFirst.get(0);
    boolean live = mine.stream().anyMatch(s -> s.until().map(u -> u.isAfter(end)).orElse(true));
    boolean loose = mine.stream().anyMatch(s -> !s.bound());
    Claim claim =
        new Claim(CauseCode.LONG_LIVED_TOKEN, Subject.of(account))
            .severity(live && loose ? Severity.MEDIUM : Severity.LOW)
            .confidence(0.95)
            .ended(end)
            .says(
                "A token of "
                    + account
                    + " lives "
                    + words(worst.ttl())
                    + worst.until().map(u -> ", until " + Wording.utc(u)).orElse("")
                    + (worst.bound()
                        ? "; it ends with its pod."
                        : "; it is bound to no pod, so whoever has a copy can use it until then."));
    mine.forEach(s -> claim.began(s.since().isBefore(end) ? s.since() : end));
    longestFirst.stream().limit(4).forEach(s -> claim.shows(s.evidence()));
    return claim
        .step(
            "kubectl create token -n "
                + Wording.namespace(account)
                + " "
                + Wording.account(account)
                + " --duration=1h  # ask for less, or set expirationSeconds in the projected volume")
        .step(
            "find who keeps the token before ending it; deleting and creating the service account"
                + " again ends all of its tokens at once, those of its running pods as well")
        .step(
            "set --service-account-max-token-expiration=24h on the API servers: it cuts what everybody"
                + " asks for, without an error; it worked when new tokens live a day at most")
        .in(subject);
  }

  private static String words(Duration ttl) {
    return ttl.toDays() >= 2
        ? Wording.count(ttl.toDays(), "day")
        : Wording.count(ttl.toHours(), "hour");
  }
}
