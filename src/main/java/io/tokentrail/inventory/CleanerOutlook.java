package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Facts;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.LegacyToken.Origin;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the legacy-token cleaner does next, by its own rules
 * (legacy_serviceaccount_token_cleaner.go, on since 1.29): an auto-generated token that is old
 * enough, unused for the period and mounted by no pod is labelled invalid; a period later it is
 * deleted, unless somebody tried it.
 */
public final class CleanerOutlook {

  /** A date that passed by more than this shows a cleaner that does not act. */
  private static final Duration OVERDUE = Duration.ofDays(3);

  private static final double SURE = 0.85;

  private CleanerOutlook() {}

  /** One row for each Secret that the cleaner will label or delete, as far as the input tells. */
  public static List<Outlook> of(Facts facts, List<LegacyToken> tokens) {
    Optional<Snapshot> snapshot = LegacyTokens.newestWith("secrets", facts);
    if (snapshot.isEmpty() || !Behaviour.LEGACY_CLEANER.of(facts).orElse(false)) {
      return List.of();
    }
    Instant now = facts.newest().orElse(snapshot.get().at());
    Duration period = snapshot.get().flags().cleanUpPeriod().orElse(ServerFlags.CLEAN_UP_PERIOD);
    List<Outlook> rows = new ArrayList<>();
    for (LegacyToken token : tokens) {
      boolean candidate =
          token.origin().filter(o -> o == Origin.AUTO).isPresent()
              && token.verdict() != LegacyToken.Verdict.ORPHANED
              && token.secret().deletionAt().isEmpty()
              && token.referencedBy().stream().noneMatch(r -> r.startsWith("Pod/"));
      if (candidate) {
        (token.secret().invalidSinceLabel().isEmpty()
                ? invalidation(token, snapshot.get(), period)
                : deletion(token, period))
            .filter(o -> o.dueAt().filter(d -> d.plus(OVERDUE).isAfter(now)).isPresent())
            .ifPresent(rows::add);
      }
    }
    Collections.sort(rows);
    return List.copyOf(rows);
  }

  private static Optional<Outlook> invalidation(
      LegacyToken token, Snapshot snapshot, Duration period) {
    TokenSecret secret = token.secret();
    Optional<LocalDate> used = LookBack.day(secret.lastUsedLabel());
    boolean unreadable = !secret.lastUsedLabel().isEmpty() && used.isEmpty();
    if (snapshot.trackingSince().isEmpty() || secret.createdAt().isEmpty() || unreadable) {
      return Optional.empty();
    }
    Instant due = after(snapshot.trackingSince().get(), period);
    due = later(due, secret.createdAt().get().plus(period));
    if (used.isPresent()) {
      due = later(due, after(used.get(), period));
    }
    if (token.lastUsedObserved().isPresent()) {
      due = later(due, after(LookBack.dayOf(token.lastUsedObserved().get()), period));
    }
    return Optional.of(
        row(
            token,
            Outlook.Kind.CLEANER_INVALIDATES,
            due,
            "auto-generated, mounted by no pod, last used "
                + used.map(LocalDate::toString).orElse("never since tracking began")
                + ", tracked since "
                + snapshot.trackingSince().get()
                + ", period "
                + period.toDays()
                + " days"));
  }

  private static Optional<Outlook> deletion(LegacyToken token, Duration period) {
    TokenSecret secret = token.secret();
    Optional<LocalDate> invalid = LookBack.day(secret.invalidSinceLabel());
    Optional<LocalDate> used = LookBack.day(secret.lastUsedLabel());
    boolean tried =
        token.lastUsedObserved().isPresent()
            || (used.isPresent() && invalid.isPresent() && !used.get().isBefore(invalid.get()));
    if (invalid.isEmpty() || tried) {
      return Optional.empty();
    }
    return Optional.of(
        row(
            token,
            Outlook.Kind.CLEANER_DELETES,
            after(invalid.get(), period),
            "labelled invalid since "
                + invalid.get()
                + " and not tried since, period "
                + period.toDays()
                + " days"));
  }

  private static Outlook row(LegacyToken token, Outlook.Kind kind, Instant due, String basis) {
    Optional<Account> account = LegacyTokens.accountOf(token.secret());
    return new Outlook(
        Optional.of(due),
        kind,
        account,
        "",
        "",
        Optional.of(token.secret().ref()),
        basis,
        SURE,
        "");
  }

  /** The first moment when a day label is older than the period: the day itself must have ended. */
  private static Instant after(LocalDate day, Duration period) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(period);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
