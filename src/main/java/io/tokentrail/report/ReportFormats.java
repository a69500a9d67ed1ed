package io.tokentrail.report;

import io.tokentrail.report.csv.CsvFormat;
import io.tokentrail.report.html.HtmlFormat;
import io.tokentrail.report.json.JsonFormat;
import java.util.List;

/** Every format that {@code analyze} and {@code report} write, in the order of writing. */
public final class ReportFormats {

  /** The list; a new format takes one line here. */
  public static final List<ReportFormat> ALL =
      List.of(new CsvFormat(), new JsonFormat(), new HtmlFormat());

  private ReportFormats() {}
}
