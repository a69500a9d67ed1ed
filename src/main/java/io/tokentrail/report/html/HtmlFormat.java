package io.tokentrail.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.tokentrail.model.Report;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.SharedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code report.html}. */
public final class HtmlFormat implements ReportFormat {

  static final String TEMPLATES = "io.tokentrail.report.html.templates";

  @Override
  public String name() {
    return "html";
  }

  /** The page's text. */
  public static String page(Report report) {
    return page(new SharedReport(report));
  }

  private static String page(SharedReport report) {
    StringOutput text = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlFormat.class.getClassLoader(), TEMPLATES)
        .render("page.jte", Page.of(report), new SafeOutput(text));
    return text.toString();
  }

  @Override
  public List<Path> write(SharedReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("report.html");
    Files.write(file, page(report).getBytes(StandardCharsets.UTF_8));
    return List.of(folder.relativize(file));
  }
}
