package io.tokentrail.report;

import io.tokentrail.model.Report;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a report is told in, by file; the terminal's summary too. */
public final class Rendering {

  private Rendering() {}

  public static SortedMap<String, String> of(Report report, Path folder) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    for (ReportFormat format : ReportFormats.ALL) {
      for (Path file : format.write(report, folder)) {
        all.put(file.toString(), Files.readString(folder.resolve(file), StandardCharsets.UTF_8));
      }
    }
    all.put("terminal", Summary.render(report, Screen.PIPE));
    return all;
  }
}
