package io.tokentrail.report.html;

import io.tokentrail.model.Account;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Outlook;
import io.tokentrail.report.Words;
import java.util.List;

/**
 * The end of section 3: what stops working next if nothing changes.
 *
 * @param rows soonest first
 * @param more how many more csv/outlook.csv lists
 */
public record OutlookView(List<Row> rows, int more) {

  private static final int MOST = 10;

  /**
   * A date.
   *
   * @param due when; words where it depends on a decision
   * @param what what happens
   * @param who to whom
   * @param link where that is told; empty without
   * @param basis the rule and its facts
   * @param confidence two digits
   */
  public record Row(
      String due, String what, String who, String link, String basis, String confidence) {}

  static OutlookView of(Telling telling) {
    List<Outlook> sorted = telling.report.outlook().stream().sorted().toList();
    return new OutlookView(
        sorted.stream().limit(MOST).map(o -> row(o, telling)).toList(),
        Math.max(0, sorted.size() - MOST));
  }

  private static Row row(Outlook o, Telling telling) {
    String link = telling.anchors.link(o.findingId());
    if (link.isEmpty()) {
      link =
          o.object()
              .map(telling.anchors::link)
              .or(() -> o.account().map(telling.anchors::link))
              .orElse("");
    }
    return new Row(
        o.dueAt().map(at -> Words.date(at) + " " + Words.clock(at)).orElse("once it is turned off"),
        what(o.kind()),
        Show.text(who(o), 160),
        link,
        Show.text(o.basis(), 400),
        Words.confidence(o.confidence()));
  }

  private static String who(Outlook o) {
    String account = o.account().map(Account::toString).orElse("");
    return o.object()
        .map(ObjectRef::toString)
        .orElse(o.pod().isEmpty() ? account : account + ", pod " + o.pod());
  }

  private static String what(Outlook.Kind kind) {
    return switch (kind) {
      case TOKEN_EXPIRY -> "token expires";
      case EXTENSION_END -> "extended token ends";
      case EXTENSION_OFF -> "fails without the extension";
      case CLEANER_INVALIDATES -> "cleaner invalidates it";
      case CLEANER_DELETES -> "cleaner deletes it";
    };
  }
}
