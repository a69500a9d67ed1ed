package io.tokentrail.report.html;

import io.tokentrail.model.AccountRow;
import io.tokentrail.report.Words;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Section 7: service accounts, those with 401s first.
 *
 * @param title the heading
 * @param rows an account each
 * @param more what csv/service_accounts.csv lists besides; empty when that is nothing
 */
public record AccountsView(String title, List<Row> rows, String more) {

  /**
   * An account.
   *
   * @param id its anchor
   * @param name the account
   * @param failures its 401s
   * @param tokens granted token requests
   * @param bound requests with tokens of the TokenRequest API
   * @param stale requests with tokens past their renewal
   * @param legacy requests with Secret-based tokens
   * @param pods pods that run as it
   * @param lifetime requested lifetimes
   * @param seen its first and last trace
   * @param findings findings shown
   */
  public record Row(
      String id,
      String name,
      String failures,
      String tokens,
      String bound,
      String stale,
      String legacy,
      String pods,
      String lifetime,
      String seen,
      List<String> findings) {}

  static AccountsView of(Telling telling) {
    int all = telling.report.caseFile().inventory().accounts().size();
    long failing =
        telling.report.caseFile().inventory().accounts().stream()
            .filter(a -> a.failures() > 0)
            .count();
    return new AccountsView(
        all == 0
            ? "Service accounts: none seen"
            : "Service accounts: " + failing + " of " + Words.count(all) + " have 401s",
        telling.accounts.stream().map(a -> row(a, telling)).toList(),
        more(all - telling.accounts.size(), telling.accounts.size()));
  }

  private static String more(int more, int shown) {
    if (more == 0) {
      return "";
    }
    String accounts = Words.count(more, "more account");
    return shown < Telling.MOST_ACCOUNTS
        ? accounts + " without a request, a pod or a finding"
        : accounts;
  }

  private static Row row(AccountRow a, Telling telling) {
    String lifetime = lifetime(a.minTtlSeconds());
    if (!a.minTtlSeconds().equals(a.maxTtlSeconds())) {
      lifetime += " – " + lifetime(a.maxTtlSeconds());
    }
    String seen =
        a.firstSeen()
            .filter(Words::plausible)
            .flatMap(from -> a.lastSeen().map(to -> seen(from, to)))
            .orElse("");
    return new Row(
        telling.anchors.id(a.account()),
        Show.text(a.account().toString(), 200),
        zero(a.failures()),
        zero(a.tokenRequests()),
        zero(a.boundRequests()),
        zero(a.staleRequests()),
        zero(a.legacyRequests()),
        a.pods().isPresent() ? Show.count(a.pods().getAsLong()) : "",
        lifetime,
        seen,
        telling.links.findingsOf(a.account()).stream()
            .filter(id -> !telling.anchors.link(id).isEmpty())
            .limit(5)
            .toList());
  }

  private static String seen(Instant from, Instant to) {
    String day = Words.day(to).equals(Words.day(from)) ? "" : Words.day(to) + " ";
    return Words.day(from) + " " + Words.clock(from) + " – " + day + Words.clock(to);
  }

  private static String lifetime(OptionalLong seconds) {
    return seconds.isPresent() ? Show.count(seconds.getAsLong()) + "\u00a0s" : "";
  }

  private static String zero(long count) {
    return count == 0 ? "·" : Show.count(count);
  }
}
