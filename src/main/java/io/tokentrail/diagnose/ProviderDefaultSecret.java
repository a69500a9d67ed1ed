package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.AccountRead;
import io.tokentrail.model.Behaviour;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Client;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Target;
import io.tokentrail.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tooling that makes a ServiceAccount and waits for the token Secret that clusters made by
 * themselves up to 1.23: it reads the account again and again, looks through the namespace's
 * Secrets, and gives up.
 */
final class ProviderDefaultSecret implements Cause {

  /** Reads of the account that make a wait; a controller reads it once or twice. */
  private static final int WAIT = 4;

  /** With a look through the Secrets between them, fewer reads will do. */
  private static final int WAIT_WITH_SECRETS = 2;

  /** Tools ask every few seconds; what comes less often is a controller's resync. */
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** How long before the wait the account was made, or was tried to be. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private record Waiter(Account account, String user, Client client) implements Comparable<Waiter> {
    @Override
    public int compareTo(Waiter other) {
      int byAccount = account.compareTo(other.account);
      int byUser = byAccount != 0 ? byAccount : user.compareTo(other.user);
      return byUser != 0 ? byUser : client.compareTo(other.client);
    }
  }

  @Override
  public CauseCode code() {
    return CauseCode.PROVIDER_DEFAULT_SECRET;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    if (subject.facts().audit().uses().isEmpty()) {
      return new Verdict.NotChecked(
          "an audit log with answered requests: a tool that waits is seen by what it reads");
    }
    if (!Behaviour.NO_AUTO_SECRETS.of(subject.facts()).orElse(true)) {
      return new Verdict.Clear("a cluster that still makes these Secrets (before 1.24)");
    }
    Map<Waiter, List<AccountRead>> reads = new TreeMap<>();
    for (AccountRead read : subject.facts().audit().reads()) {
      if (read.target().resource().equals("serviceaccounts")) {
        Account account = new Account(read.target().namespace(), read.target().name());
        reads
            .computeIfAbsent(
                new Waiter(account, read.user(), read.client()), w -> new ArrayList<>())
            .add(read);
      }
    }
    List<Diagnosis> found = new ArrayList<>();
    reads.forEach((waiter, mine) -> wait(waiter, mine, subject).ifPresent(found::add));
    return found.isEmpty()
        ? new Verdict.Clear(
            Wording.count(subject.facts().audit().reads().size(), "read")
                + " of service accounts and their Secrets"
                + (knowsBirths(subject) ? "" : "; when accounts were made is not in the input"))
        : new Verdict.Found(found);
  }

  private static Optional<Diagnosis> wait(Waiter waiter, List<AccountRead> reads, Case subject) {
    List<AccountRead> lookedFor = lookedFor(waiter, reads, subject);
    List<AccountRead> polls = waits(reads, lookedFor.isEmpty() ? WAIT : WAIT_WITH_SECRETS);
    if (polls.isEmpty()) {
      return Optional.empty();
    }
    Instant from = polls.get(0).at();
    Instant to = polls.get(polls.size() - 1).at();
    Optional<ObjectChange> made = made(waiter, from, to, subject);
    Optional<Instant> born = born(waiter.account, subject);
    boolean fresh =
        made.isPresent()
            || born.map(t -> !t.isBefore(from.minus(FRESH)))
                .orElse(polls.size() >= WAIT && lookedFor.size() > 1);
    if (!fresh || appeared(waiter.account, from, to, subject)) {
      return Optional.empty();
    }
    return Optional.of(diagnose(waiter, polls, lookedFor, made, subject));
  }

  /** The reads that stand in rows of at least so many with no long pause between them. */
  private static List<AccountRead> waits(List<AccountRead> reads, int least) {
    List<AccountRead> waits = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= reads.size(); i++) {
      boolean ends =
          i == reads.size()
              || Duration.between(reads.get(i - 1).at(), reads.get(i).at()).compareTo(BETWEEN) > 0;
      if (ends) {
        if (i - start >= least) {
          waits.addAll(reads.subList(start, i));
        }
        start = i;
      }
    }
    return waits;
  }

  private static List<AccountRead> lookedFor(Waiter waiter, List<AccountRead> reads, Case subject) {
    Instant from = reads.get(0).at().minus(FRESH);
    Instant to = reads.get(reads.size() - 1).at().plus(FRESH);
    return subject.facts().audit().reads().stream()
        .filter(r -> r.target().resource().equals("secrets"))
        .filter(r -> r.target().namespace().equals(waiter.account.namespace()))
        .filter(r -> r.user().equals(waiter.user) && r.client().equals(waiter.client))
        .filter(r -> ofAccount(r.target(), waiter.account))
        .filter(r -> !r.at().isBefore(from) && !r.at().isAfter(to))
        .toList();
  }

  /** All of a namespace's Secrets, or one that is named after the account. */
  private static boolean ofAccount(Target target, Account account) {
    return target.name().isEmpty() || target.name().startsWith(account.name() + "-token");
  }

  private static Optional<ObjectChange> made(
      Waiter waiter, Instant from, Instant to, Case subject) {
    return subject.facts().audit().changes().stream()
        .filter(c -> c.verb().equals("create") || c.verb().equals("patch"))
        .filter(c -> c.target().resource().equals("serviceaccounts"))
        .filter(c -> c.target().namespace().equals(waiter.account.namespace()))
        .filter(c -> c.target().name().equals(waiter.account.name()))
        .filter(c -> c.user().equals(waiter.user))
        .filter(c -> c.succeeded() || c.code() == 409)
        .filter(c -> !c.at().isBefore(from.minus(FRESH)) && !c.at().isAfter(to))
        .findFirst();
  }

  private static boolean knowsBirths(Case subject) {
    return subject.facts().snapshots().stream().anyMatch(s -> !s.accounts().isEmpty())
        || subject.facts().audit().changes().stream()
            .anyMatch(
                c -> c.verb().equals("create") && c.target().resource().equals("serviceaccounts"));
  }

  private static Optional<Instant> born(Account account, Case subject) {
    return subject.facts().snapshots().stream()
        .flatMap(s -> s.accounts().stream())
        .filter(a -> a.account().equals(account))
        .flatMap(a -> a.createdAt().stream())
        .findFirst();
  }

  /** Whether a token Secret of the account came into being while the tool waited. */
  private static boolean appeared(Account account, Instant from, Instant to, Case subject) {
    boolean made =
        subject.facts().audit().changes().stream()
            .filter(c -> c.verb().equals("create") && c.succeeded())
            .filter(c -> c.target().resource().equals("secrets"))
            .filter(c -> c.target().namespace().equals(account.namespace()))
            .filter(c -> c.target().name().startsWith(account.name() + "-token"))
            .anyMatch(c -> !c.at().isBefore(from.minus(FRESH)) && !c.at().isAfter(to));
    return made
        || subject.facts().snapshots().stream()
            .flatMap(s -> s.tokenSecrets().stream())
            .filter(s -> s.namespace().equals(account.namespace()))
            .filter(s -> s.serviceAccount().equals(account.name()))
            .flatMap(s -> s.createdAt().stream())
            .anyMatch(t -> !t.isAfter(to));
  }

  private static Diagnosis diagnose(
      Waiter waiter,
      List<AccountRead> polls,
      List<AccountRead> lookedFor,
      Optional<ObjectChange> made,
      Case subject) {
    Account account = waiter.account;
    AccountRead first = polls.get(0);
    AccountRead last = polls.get(polls.size() - 1);
    Claim claim =
        new Claim(CauseCode.PROVIDER_DEFAULT_SECRET, Subject.of(account))
            .severity(Severity.MEDIUM)
            .confidence(
                made.isPresent() && !lookedFor.isEmpty() ? 0.95 : made.isPresent() ? 0.85 : 0.75)
            .began(made.map(ObjectChange::at).orElse(first.at()))
            .ended(last.at())
            .says(
                Wording.quote(waiter.client.userAgent())
                    + " waits for a token Secret of "
                    + account
                    + " that is never made: it read the account "
                    + Wording.count(polls.size(), "time")
                    + " until "
                    + Wording.utc(last.at())
                    + (lookedFor.isEmpty() ? "" : " and looked through the Secrets")
                    + ". Since 1.24 no Secret is made for a new account.");
    claim
        .not(
            CauseCode.LEGACY_SECRET_MISSING,
            "no Secret of this account was deleted: none was ever made")
        .not(
            CauseCode.CONTROL_PLANE_DEGRADED,
            "what the tool asks for is answered at once; there is nothing to wait for");
    made.ifPresent(
        c -> claim.shows(Evidence.audit(c.auditId(), "it made the account, answered " + c.code())));
    claim
        .shows(Evidence.audit(first.auditId(), "its first look at the account"))
        .shows(Evidence.audit(last.auditId(), "its last look at the account"));
    lookedFor.stream()
        .limit(2)
        .forEach(r -> claim.shows(Evidence.audit(r.auditId(), "it looks for the Secret")));
    withoutSecrets(account, subject)
        .ifPresent(a -> claim.shows(Evidence.at(a.place(), "the account names no Secret")));
    String namespace = Wording.namespace(account);
    String name = Wording.account(account);
    return claim
        .step(
            "kubectl get serviceaccount -n "
                + namespace
                + " "
                + name
                + " -o jsonpath='{.secrets}'  # empty: there is nothing to wait for")
        .step(
            "kubectl create token -n "
                + namespace
                + " "
                + name
                + " --duration=1h  # what the tool should ask for instead; upgrade it, or let it"
                + " make a Secret of type kubernetes.io/service-account-token for the account")
        .step(
            "run the tool again: it worked when its reads of the account end within a few seconds")
        .in(subject);
  }

  private static Optional<AccountObject> withoutSecrets(Account account, Case subject) {
    return subject.facts().latestSnapshot().map(Snapshot::accounts).orElse(List.of()).stream()
        .filter(a -> a.account().equals(account) && a.secrets().isEmpty())
        .findFirst();
  }
}
