package io.tokentrail.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.tokentrail.report.Visible;

/**
 * The only way from a view onto the page: spells out what cannot be seen, cuts what is endless,
 * then escapes by place (text, attribute).
 */
final class SafeOutput implements HtmlTemplateOutput {

  /** Longest single value; drawings of 720 columns stay below it. */
  static final int LONGEST = 20_000;

  private final OwaspHtmlTemplateOutput escaped;

  SafeOutput(TemplateOutput out) {
    this.escaped = new OwaspHtmlTemplateOutput(out);
  }

  @Override
  public void setContext(String tagName, String attributeName) {
    escaped.setContext(tagName, attributeName);
  }

  @Override
  public void writeUserContent(String value) {
    if (value != null) {
      escaped.writeUserContent(Visible.clip(Visible.of(value), LONGEST));
    }
  }

  @Override
  public void writeContent(String value) {
    escaped.writeContent(value);
  }

  @Override
  public void writeContent(String value, int beginIndex, int endIndex) {
    escaped.writeContent(value, beginIndex, endIndex);
  }
}
