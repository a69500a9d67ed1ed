package io.tokentrail.report;

import io.tokentrail.model.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way to tell a report. The same report gives the same bytes, whatever the machine. */
public interface ReportFormat {

  /** Its name on the command line and in messages: {@code csv json html}. */
  String name();

  /**
   * Writes its files below a folder that exists and is empty of them.
   *
   * @param report what to tell, in other formats too
   * @param folder where
   * @return what it wrote, relative to the folder, in a fixed order
   * @throws IOException when a file cannot be written
   */
  List<Path> write(SharedReport report, Path folder) throws IOException;

  /** The same for a report that is told in this format alone. */
  default List<Path> write(Report report, Path folder) throws IOException {
    return write(new SharedReport(report), folder);
  }
}
