package io.tokentrail.report.html;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Severity;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Listing;
import io.tokentrail.report.Step;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One finding.
 *
 * @param id its id and anchor
 * @param number its number on the page, 0 for those listed in a table
 * @param title what happened, to whom
 * @param code the cause's code
 * @param severity its word
 * @param glyph its sign
 * @param alarming whether it is written in the colour of refusals
 * @param subject what it is about
 * @param subjectLink its row; empty where the page does not show it
 * @param confidence two digits
 * @param times from when to when
 * @param failures how many 401s it explains, and which share
 * @param summary one or two sentences
 * @param words the API server's own words for the first 401 that it gives a reason for; may be
 *     empty
 * @param evidence what it rests on
 * @param moreEvidence how many more references report.json lists
 * @param steps what to do
 * @param alternatives what it could be instead
 * @param senders accounts whose 401s it explains
 * @param requests the first request of each sender
 * @param accepted until when, by whom and why it is accepted; empty when it is not
 */
public record FindingView(
    String id,
    int number,
    String title,
    String code,
    String severity,
    String glyph,
    boolean alarming,
    String subject,
    String subjectLink,
    String confidence,
    String times,
    String failures,
    String summary,
    String words,
    List<Proof> evidence,
    int moreEvidence,
    List<Step> steps,
    List<String> alternatives,
    List<AccountLink> senders,
    List<Request> requests,
    String accepted) {

  private static final int MOST_EVIDENCE = 12;
  private static final int MOST_SENDERS = 8;
  private static final int MOST_REQUESTS = 5;

  /**
   * A sender.
   *
   * @param name the account
   * @param link its row; empty where the page does not show it
   * @param count its 401s
   */
  public record AccountLink(String name, String link, String count) {}

  /**
   * A refused request.
   *
   * @param time when
   * @param auditId the event's id
   * @param sender who sent it
   * @param how the method and its confidence
   * @param client address and agent
   * @param request verb and URI
   * @param reason the server's own words
   * @param place file and line
   * @param id its anchor
   */
  public record Request(
      String time,
      String auditId,
      String sender,
      String how,
      String client,
      String request,
      String reason,
      String place,
      String id) {}

  static FindingView of(Finding finding, int number, Telling telling) {
    Diagnosis d = finding.diagnosis();
    double all = Math.max(1, telling.failures());
    String subject = VerdictView.subject(finding);
    return new FindingView(
        finding.id(),
        number,
        CauseWords.title(d.cause()) + ": " + subject,
        d.cause().name(),
        d.severity().code(),
        Show.glyph(d.severity()),
        d.severity().compareTo(Severity.HIGH) <= 0,
        subject,
        d.subject()
            .object()
            .map(telling.anchors::link)
            .filter(l -> !l.isEmpty())
            .or(() -> d.subject().account().map(telling.anchors::link))
            .orElse(""),
        CauseWords.confidence(d),
        telling.headline.times(finding),
        d.explains().isEmpty()
            ? ""
            : Show.count(d.explains().size())
                + " ("
                + Show.percent(d.explains().size() / all)
                + ")",
        Show.text(d.summary(), 1000),
        words(d.explains()),
        Proof.of(d.evidence().stream().limit(MOST_EVIDENCE).toList(), telling),
        Math.max(0, d.evidence().size() - MOST_EVIDENCE),
        d.remedy().stream().map(FindingView::step).toList(),
        finding.alternatives().stream()
            .map(
                a ->
                    a.cause().name()
                        + ", "
                        + Words.confidence(a.confidence())
                        + (a.why().isEmpty() ? "" : ". " + Show.capital(Show.text(a.why(), 300))))
            .toList(),
        senders(d.explains(), telling),
        number == 0
            ? List.of()
            : shown(finding, telling.listing).stream().map(a -> request(a, telling)).toList(),
        ExceptionsView.accepted(finding, telling.report));
  }

  private static String words(List<Attributed> explained) {
    return explained.stream()
        .sorted()
        .map(Attributed::reasonText)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> Show.text(text, 300))
        .orElse("");
  }

  private static Step step(String text) {
    Step step = Step.of(Show.text(text, 1000));
    return new Step(Show.capital(step.words()), step.command(), Show.capital(step.note()));
  }

  private static List<AccountLink> senders(List<Attributed> failures, Telling telling) {
    Map<Account, Integer> counts = new LinkedHashMap<>();
    failures.stream()
        .sorted()
        .flatMap(a -> a.sender().account().stream())
        .forEach(a -> counts.merge(a, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Account, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_SENDERS)
        .map(
            e ->
                new AccountLink(
                    Show.text(e.getKey().toString(), 160),
                    telling.anchors.link(e.getKey()),
                    Show.count(e.getValue())))
        .toList();
  }

  /** The requests that are shown: of each sender the first, of all the last. */
  static List<Attributed> shown(Finding finding, Listing listing) {
    Map<String, Attributed> first = new LinkedHashMap<>();
    List<Attributed> listed =
        finding.diagnosis().explains().stream().filter(listing::has).sorted().toList();
    listed.forEach(a -> first.putIfAbsent(key(a), a));
    List<Attributed> shown = new ArrayList<>(first.values().stream().limit(MOST_REQUESTS).toList());
    if (!listed.isEmpty() && !shown.contains(listed.get(listed.size() - 1))) {
      shown.add(listed.get(listed.size() - 1));
    }
    return shown;
  }

  private static String key(Attributed a) {
    return a.sender().account().map(Account::toString).orElse("") + " " + a.sender().pod();
  }

  private static Request request(Attributed a, Telling telling) {
    String who = a.sender().account().map(Account::toString).orElse("");
    String pod = a.sender().pod();
    return new Request(
        Words.day(a.failure().receivedAt()) + " " + Words.second(a.failure().receivedAt()),
        Show.text(a.failure().auditId(), 80),
        Show.text(pod.isEmpty() ? who : who + ", " + pod, 200),
        who.isEmpty()
            ? a.sender().method().code()
            : a.sender().method().code() + " " + Words.confidence(a.sender().confidence()),
        Show.text(a.failure().client().sourceIp() + " " + a.failure().client().userAgent(), 160),
        Show.text(a.failure().verb() + " " + a.failure().requestUri(), 200),
        Show.text(a.reasonText().isEmpty() ? a.reason().code() : a.reasonText(), 200),
        Show.text(a.failure().place().toString(), 200),
        telling.anchors.id(a.failure()));
  }
}
