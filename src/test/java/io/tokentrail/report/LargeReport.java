package io.tokentrail.report;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountRow;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Report;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The made-up night, many times over. */
public final class LargeReport {

  private LargeReport() {}

  /** So many accounts, findings and Secrets; each account of the first half is refused at times. */
  public static Report of(int accounts, int findings) {
    Report one = Reports.sample();
    List<AccountRow> rows = new ArrayList<>();
    List<Attributed> failures = new ArrayList<>();
    List<LegacyToken> tokens = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      Account account = account(i);
      rows.add(row(one.caseFile().inventory().accounts().get(0), account));
      tokens.add(token(one.caseFile().inventory().legacyTokens().get(0), account));
      for (int k = 0; k < 4 && i < accounts / 2; k++) {
        failures.add(failure(one.caseFile().failures().get(k), account, i, k));
      }
    }
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < findings; i++) {
      Finding like = one.findings().get(i % one.findings().size());
      int from = i * 4;
      all.add(
          finding(
              like,
              i,
              account(i % accounts),
              from + 4 <= failures.size() ? failures.subList(from, from + 4) : List.of()));
    }
    return new Report(
        one.run(),
        one.parameters(),
        new Case(
            one.caseFile().facts(),
            failures.stream().sorted().toList(),
            one.caseFile().lifetimes(),
            List.of(),
            new Inventory(rows, tokens),
            one.caseFile().lookBack()),
        all,
        one.verdicts(),
        one.correlations(),
        one.outlook(),
        one.signals(),
        one.marks(),
        one.controls(),
        one.coverage(),
        one.gaps(),
        one.maxFailureRows(),
        Exemptions.NONE,
        Optional.empty());
  }

  private static Account account(int i) {
    return new Account("team-" + i % 97, "some-rather-long-workload-name-" + i);
  }

  private static AccountRow row(AccountRow r, Account account) {
    return new AccountRow(
        account,
        r.uid(),
        r.inSnapshot(),
        r.automount(),
        r.pods(),
        r.tokenRequests(),
        r.boundRequests(),
        r.staleRequests(),
        r.legacyRequests(),
        r.failures(),
        r.firstSeen(),
        r.lastSeen(),
        r.audiences(),
        r.minTtlSeconds(),
        r.maxTtlSeconds(),
        r.legacySecrets());
  }

  private static LegacyToken token(LegacyToken t, Account account) {
    TokenSecret s = t.secret();
    return new LegacyToken(
        new TokenSecret(
            account.namespace(),
            account.name() + "-token",
            s.uid(),
            account.name(),
            s.serviceAccountUid(),
            s.createdAt(),
            s.deletionAt(),
            s.lastUsedLabel(),
            s.invalidSinceLabel(),
            s.hasToken(),
            s.token(),
            s.place()),
        t.origin(),
        t.lastUsedObserved(),
        t.referencedBy(),
        t.verdict(),
        t.safety(),
        t.reason(),
        t.evidence());
  }

  private static Attributed failure(Attributed a, Account account, int i, int k) {
    Failure f = a.failure();
    Instant at = Reports.START.plusSeconds((i * 7L + k * 9_001L) % 43_000);
    return new Attributed(
        new Failure(
            String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", i, k),
            at,
            at,
            f.attempted(),
            f.client(),
            f.verb(),
            f.requestUri(),
            f.target(),
            f.user(),
            f.source(),
            f.place()),
        new Sender(
            Optional.of(account),
            account.name() + "-7d9c5b6f4d-qx8fd",
            a.sender().node(),
            a.sender().method(),
            a.sender().confidence(),
            List.of(),
            a.sender().evidence()),
        a.reason(),
        a.reasonText(),
        a.reasonEvidence());
  }

  private static Finding finding(Finding like, int i, Account account, List<Attributed> explains) {
    Diagnosis d = like.diagnosis();
    boolean hygiene = explains.isEmpty();
    Subject subject =
        hygiene
            ? Subject.of(new ObjectRef("Secret", account.namespace(), account.name() + "-token"))
            : Subject.of(account);
    return new Finding(
        String.format(Locale.ROOT, "F-%08x", i),
        new Diagnosis(
            hygiene ? CauseCode.STALE_LEGACY_TOKEN : d.cause(),
            subject,
            hygiene ? Severity.LOW : d.severity(),
            d.confidence(),
            d.firstSeen(),
            d.lastSeen(),
            explains,
            d.summary(),
            d.evidence(),
            d.remedy()),
        like.alternatives());
  }
}
