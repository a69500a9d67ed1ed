package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Method;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The server's line for this 401 names an account, a Secret or a UID (claims.go, legacy.go: {@code
 * service account UID (LIVE) does not match claim (TOKEN)} and the like).
 */
final class ServerWords implements Rung {

  private static final double WEIGHT = 7;

  private final Traces traces;

  ServerWords(Traces traces) {
    this.traces = traces;
  }

  /** The accounts that the server's line of a 401 names or leads to. */
  SortedSet<Account> named(Stated stated) {
    return stated.line().map(this::named).orElseGet(TreeSet::new);
  }

  private SortedSet<Account> named(LogLine.Refused line) {
    SortedSet<Account> accounts = new TreeSet<>();
    int slash = line.account().indexOf('/');
    if (slash > 0 && slash < line.account().length() - 1) {
      accounts.add(
          new Account(line.account().substring(0, slash), line.account().substring(slash + 1)));
    } else if (slash < 0 && !line.account().isEmpty()) {
      accounts.addAll(traces.named(line.account()));
    }
    int split = line.secret().indexOf('/');
    if (accounts.isEmpty() && split > 0) {
      accounts.addAll(
          traces.ownersOfSecret(
              line.secret().substring(0, split), line.secret().substring(split + 1)));
    }
    if (accounts.isEmpty()) {
      accounts.addAll(traces.ownersOfUid(line.liveUid()));
      accounts.addAll(traces.ownersOfUid(line.claimUid()));
    }
    return accounts;
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    SortedSet<Account> accounts = named(question.stated());
    if (accounts.isEmpty()) {
      return;
    }
    double weight = WEIGHT - 1.5 * Math.log(Math.max(1, accounts.size()));
    Evidence evidence =
        question.stated().evidence().stream()
            .findFirst()
            .map(e -> new Evidence(e.reference(), "the server's words name the account"))
            .orElse(Evidence.at(question.failure().place(), "the server's words"));
    accounts.forEach(a -> candidates.add(a, weight, Method.CREDENTIAL, () -> evidence));
  }
}
