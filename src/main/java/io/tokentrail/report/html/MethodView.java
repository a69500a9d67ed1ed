package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Method;
import io.tokentrail.model.Report;
import io.tokentrail.report.Words;
import io.tokentrail.report.csv.CsvFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Section 9: how it was done, so that it can be doubted and repeated.
 *
 * @param methods how senders were found
 * @param parameters options and thresholds in force
 * @param run the run itself: the only part that differs between two runs on the same input
 * @param cut a sentence where 401s were cut from csv/failures.csv; empty else
 * @param tables the tables beside the page
 * @param evidence whether the run also left evidence beside the page
 */
public record MethodView(
    List<HowMany> methods,
    List<Pair> parameters,
    List<Pair> run,
    String cut,
    List<TableFile> tables,
    boolean evidence) {

  /**
   * A way to find senders.
   *
   * @param code its code in csv/failures.csv
   * @param how in words
   * @param count how many 401s
   * @param confidence mean confidence of the accounts that it named; empty when it named none
   */
  public record HowMany(String code, String how, String count, String confidence) {}

  /**
   * A name and its value.
   *
   * @param name the name
   * @param value the value
   */
  public record Pair(String name, String value) {}

  /**
   * A table beside the page.
   *
   * @param name its name without {@code .csv}
   * @param rows its rows
   * @param digest its SHA-256
   */
  public record TableFile(String name, String rows, String digest) {}

  static MethodView of(Telling telling) {
    Report report = telling.report;
    List<HowMany> methods = new ArrayList<>();
    for (Method method : Method.values()) {
      List<Attributed> own =
          report.caseFile().failures().stream().filter(a -> a.sender().method() == method).toList();
      if (!own.isEmpty()) {
        OptionalDouble mean =
            own.stream()
                .filter(a -> a.sender().account().isPresent())
                .mapToDouble(a -> a.sender().confidence())
                .average();
        methods.add(
            new HowMany(
                method.code(),
                how(method),
                Show.count(own.size()),
                mean.isPresent() ? Words.confidence(mean.getAsDouble()) : ""));
      }
    }
    List<Pair> parameters = new ArrayList<>();
    for (Map.Entry<String, String> entry : report.parameters().entrySet()) {
      parameters.add(new Pair(Show.text(entry.getKey(), 80), Show.text(entry.getValue(), 300)));
    }
    int all = report.caseFile().failures().size();
    String cut =
        all > report.maxFailureRows()
            ? "csv/failures.csv and report.json list the earliest "
                + Words.count(report.maxFailureRows())
                + " of "
                + Words.count(all)
                + " refused requests (--max-failure-rows); everything on this page counts all."
            : "";
    return new MethodView(
        List.copyOf(methods),
        List.copyOf(parameters),
        run(report.run()),
        cut,
        CsvFormat.digests(telling.shared).stream()
            .map(d -> new TableFile(d.name(), Show.count(d.rows()), d.sha256()))
            .toList(),
        "true".equals(report.parameters().get("evidence")));
  }

  private static List<Pair> run(Report.Run run) {
    List<Pair> rows = new ArrayList<>();
    rows.add(new Pair("Tokentrail", run.tool()));
    if (!run.commit().isEmpty()) {
      rows.add(new Pair("Commit", Show.text(run.commit(), 60)));
    }
    rows.add(
        new Pair(
            "Time",
            Words.date(run.at())
                + " "
                + Words.second(run.at())
                + " UTC"
                + (run.fixed() ? ", as given" : "")));
    if (!run.host().isEmpty()) {
      rows.add(new Pair("Host", Show.text(run.host(), 100)));
    }
    run.took().ifPresent(t -> rows.add(new Pair("Took", Words.length(t))));
    return List.copyOf(rows);
  }

  private static String how(Method method) {
    return switch (method) {
      case NAMED -> "the event itself names the caller: a backend behind the API server refused it";
      case CREDENTIAL -> "a credential id, the server's log or the agent string names the account";
      case LOOKUP -> "the authenticator's own look-up of a missing object stands just before it";
      case POD_IP -> "the address was that of a pod alive at the time";
      case SAME_CLIENT ->
          "the same address and agent were accepted as this account before or after";
      case FINGERPRINT -> "its mix of requests is this account's";
      case TOKEN_REVIEW -> "a TokenReview named the token's owner";
      case NONE -> "no credentials, or nobody stands out";
    };
  }
}
