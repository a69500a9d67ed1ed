package io.tokentrail.report.csv;

import io.tokentrail.model.InputFile;
import io.tokentrail.model.Report;

/** inputs.csv: every file offered. What could not be read or recognised has no counts. */
final class InputsTable {

  private InputsTable() {}

  static Table of(Report report) {
    return Table.<InputFile>named("inputs")
        .column("path", f -> Cell.text(f.path()))
        .column("kind", f -> f.problem().isEmpty() ? f.kind().code() : known(f))
        .column("wrapper", f -> Cell.text(f.wrapper()))
        .column("compression", f -> Cell.text(f.compression()))
        .column("bytes", f -> Cell.count(f.bytes()))
        .column("sha256", f -> Cell.text(f.sha256()))
        .column("records", f -> counted(f) ? Cell.count(f.records()) : "")
        .column("rejected", f -> counted(f) ? Cell.count(f.rejected()) : "")
        .column("first_time", f -> Cell.time(f.firstAt()))
        .column("last_time", f -> Cell.time(f.lastAt()))
        .column("duplicates", f -> counted(f) ? Cell.count(f.duplicates()) : "")
        .byText("path")
        .of(report.caseFile().facts().inputs().stream());
  }

  private static boolean counted(InputFile file) {
    return file.problem().isEmpty() && file.kind() != InputFile.Kind.UNRECOGNISED;
  }

  /** An unreadable file's kind is known only where it was said or seen before it broke. */
  private static String known(InputFile file) {
    return file.kind() == InputFile.Kind.UNRECOGNISED ? "" : file.kind().code();
  }
}
