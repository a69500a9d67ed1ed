package io.tokentrail.report.html;

import io.tokentrail.model.AccountRow;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Finding;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.report.Headline;
import io.tokentrail.report.Links;
import io.tokentrail.report.Listing;
import io.tokentrail.report.SharedReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every section of one page draws on, and how much of it the page shows. */
final class Telling {

  /** Findings told in full. */
  static final int MOST_ARTICLES = 10;

  /** Findings listed after those. */
  static final int MOST_LISTED = 200;

  static final int MOST_TOKENS = 100;
  static final int MOST_ACCOUNTS = 200;

  final SharedReport shared;
  final Report report;
  final Headline headline;
  final Links links;
  final Listing listing;
  final TimeAxis axis;
  final List<Finding> articles;
  final List<Finding> listed;
  final List<LegacyToken> tokens;
  final List<AccountRow> accounts;
  final Anchors anchors;
  private final Map<String, String> requests = new HashMap<>();

  Telling(Report report) {
    this(new SharedReport(report));
  }

  Telling(SharedReport shared) {
    this.shared = shared;
    this.report = shared.report();
    this.headline = new Headline(report);
    this.links = shared.links();
    this.listing = new Listing(report);
    this.axis = TimeAxis.of(headline.span(), report.gaps().values());
    List<Finding> sorted = report.findings().stream().sorted().toList();
    this.articles =
        sorted.stream()
            .filter(f -> full(f.diagnosis().severity()) || !f.diagnosis().explains().isEmpty())
            .limit(MOST_ARTICLES)
            .toList();
    this.listed = sorted.stream().filter(f -> !articles.contains(f)).limit(MOST_LISTED).toList();
    this.tokens =
        report.caseFile().inventory().legacyTokens().stream()
            .sorted(
                Comparator.comparingInt((LegacyToken t) -> order(t.safety())).thenComparing(t -> t))
            .limit(MOST_TOKENS)
            .toList();
    this.accounts =
        report.caseFile().inventory().accounts().stream()
            .filter(this::seen)
            .sorted(Comparator.comparing((AccountRow a) -> -a.failures()).thenComparing(a -> a))
            .limit(MOST_ACCOUNTS)
            .toList();
    this.anchors =
        new Anchors(Stream.concat(articles.stream(), listed.stream()).toList(), tokens, accounts);
    for (Finding finding : articles) {
      for (Attributed a : FindingView.shown(finding, listing)) {
        requests.putIfAbsent(a.failure().auditId(), anchors.request(a.failure()));
      }
    }
  }

  /** Whether there is more to tell of an account than that it is there. */
  private boolean seen(AccountRow a) {
    return a.failures() + a.tokenRequests() + a.boundRequests() + a.legacyRequests() > 0
        || a.pods().orElse(0) > 0
        || !a.legacySecrets().isEmpty()
        || !links.findingsOf(a.account()).isEmpty();
  }

  private static boolean full(Severity severity) {
    return severity.compareTo(Severity.MEDIUM) <= 0;
  }

  /** What can be acted on first, then what must not be touched, then what is open. */
  private static int order(LegacyToken.Safety safety) {
    return switch (safety) {
      case YES -> 0;
      case NO -> 1;
      case UNKNOWN -> 2;
    };
  }

  /** The row of the request with this id; empty where the page shows none. */
  String requestLink(String auditId) {
    return requests.getOrDefault(auditId, "");
  }

  long failures() {
    return report.caseFile().failures().size();
  }
}
