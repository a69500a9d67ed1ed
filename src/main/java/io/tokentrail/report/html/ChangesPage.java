package io.tokentrail.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.tokentrail.model.Changes;
import io.tokentrail.report.Words;

/**
 * A page of its own for what changed between two reports.
 *
 * @param assets style, script and policy
 * @param title the browser's title
 * @param changes the one section
 */
public record ChangesPage(Assets assets, String title, ChangesView changes) {

  /** The page's text. */
  public static String text(Changes changes) {
    StringOutput text = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlFormat.class.getClassLoader(), HtmlFormat.TEMPLATES)
        .render("changes.jte", of(changes), new SafeOutput(text));
    return text.toString();
  }

  private static ChangesPage of(Changes changes) {
    String cluster = changes.after().cluster();
    return new ChangesPage(
        Assets.load(),
        "Changes"
            + (cluster.isEmpty() ? "" : " · " + Show.text(cluster, 80))
            + changes.after().span().map(s -> " · to " + Words.date(s.to())).orElse("")
            + " · Tokentrail",
        ChangesView.of(changes));
  }
}
