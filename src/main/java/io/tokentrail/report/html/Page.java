package io.tokentrail.report.html;

import io.tokentrail.model.Report;
import io.tokentrail.report.SharedReport;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole page, section by section.
 *
 * @param assets style, script and policy
 * @param title the browser's title
 * @param facts the line at the top: cluster, version, span
 * @param footer the last line
 * @param verdict section 1
 * @param coverage section 2
 * @param time section 3: the picture
 * @param outlook section 3: what stops working next
 * @param findings section 4
 * @param rotation section 5
 * @param legacy section 6
 * @param accounts section 7
 * @param controls section 8
 * @param method section 9
 * @param exceptions section 4: the user's exceptions
 * @param since what changed since an older report; empty without one
 */
public record Page(
    Assets assets,
    String title,
    List<String> facts,
    String footer,
    VerdictView verdict,
    CoverageView coverage,
    Timeline time,
    MarksView marks,
    SignalsView signals,
    OutlookView outlook,
    FindingsView findings,
    RotationView rotation,
    LegacyView legacy,
    AccountsView accounts,
    ControlsView controls,
    MethodView method,
    ExceptionsView exceptions,
    List<ChangesView> since) {

  static Page of(SharedReport shared) {
    Report report = shared.report();
    Telling telling = new Telling(shared);
    String cluster = report.run().cluster();
    List<String> facts = new ArrayList<>();
    if (!cluster.isEmpty()) {
      facts.add("Cluster " + Show.text(cluster, 80));
    }
    report
        .caseFile()
        .facts()
        .latestSnapshot()
        .ifPresent(
            s -> {
              if (!s.serverVersion().isEmpty()) {
                facts.add("Kubernetes " + Show.text(s.serverVersion(), 40));
              }
            });
    if (report.caseFile().facts().audit().span().isPresent()) {
      facts.add(Words.span(telling.headline.span(), true));
    }
    report
        .caseFile()
        .facts()
        .latestSnapshot()
        .ifPresent(s -> facts.add("Snapshot " + Words.day(s.at()) + " " + Words.clock(s.at())));
    String name = cluster.isEmpty() ? "" : " · " + Show.text(cluster, 80);
    return new Page(
        Assets.load(),
        telling.headline.sentence() + name + " · Tokentrail",
        List.copyOf(facts),
        "Tokentrail "
            + report.run().tool()
            + name
            + " · made "
            + Words.date(report.run().at())
            + " "
            + Words.second(report.run().at())
            + " UTC · this file calls no network · end of report",
        VerdictView.of(telling),
        CoverageView.of(telling),
        Timeline.of(telling),
        MarksView.of(telling),
        SignalsView.of(telling),
        OutlookView.of(telling),
        FindingsView.of(telling),
        RotationView.of(telling),
        LegacyView.of(telling),
        AccountsView.of(telling),
        ControlsView.of(telling),
        MethodView.of(telling),
        ExceptionsView.of(report),
        report.since().map(ChangesView::of).stream().toList());
  }
}
