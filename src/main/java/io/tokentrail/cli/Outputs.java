package io.tokentrail.cli;

import io.tokentrail.evidence.Folder;
import io.tokentrail.model.Report;
import io.tokentrail.pipeline.EvidenceFolder;
import io.tokentrail.pipeline.FactsFolder;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.ReportFormats;
import io.tokentrail.report.SharedReport;
import io.tokentrail.report.terminal.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a report: written, and told with their sizes. */
final class Outputs {

  private Outputs() {}

  /** Writes every format below a folder that is shown under another name. */
  static List<Written> write(Report report, Path dir, String shown) throws IOException {
    List<Written> all = new ArrayList<>();
    SharedReport shared = new SharedReport(report);
    for (ReportFormat format : ReportFormats.ALL) {
      all.add(told(format, format.write(shared, dir), dir, shown));
    }
    return all;
  }

  /** Writes the facts, and tells of them. */
  static Written facts(Report report, Path dir, String shown) throws IOException {
    List<Path> files = FactsFolder.write(report, dir);
    return new Written(
        shown + "/" + FactsFolder.NAME + "/",
        Narrator.size(sizes(files, dir)),
        files.size() + " tables");
  }

  private static long sizes(List<Path> files, Path dir) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(dir.resolve(file));
    }
    return bytes;
  }

  /** Writes the evidence of what stands in the folder, and tells of it. */
  static Written evidence(Report report, Path dir, String shown, EvidenceFolder.Order order)
      throws IOException {
    long bytes = sizes(EvidenceFolder.write(report, dir, order), dir);
    return new Written(
        shown + "/" + Folder.EVIDENCE + "/",
        Narrator.size(bytes),
        order.key().isPresent() ? "signed" : "not signed");
  }

  /** One line for a format's files. */
  static Written told(ReportFormat format, List<Path> files, Path dir, String shown)
      throws IOException {
    long bytes = sizes(files, dir);
    boolean many = files.size() > 2;
    return new Written(
        shown + "/" + (many ? files.get(0).getName(0) + "/" : files.get(0)),
        Narrator.size(bytes),
        many
            ? files.stream().filter(f -> f.toString().endsWith(".csv")).count() + " tables"
            : format.name().equals("html") ? "open this" : "");
  }
}
