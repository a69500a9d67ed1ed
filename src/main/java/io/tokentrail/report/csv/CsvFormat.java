package io.tokentrail.report.csv;

import io.tokentrail.model.Report;
import io.tokentrail.report.Links;
import io.tokentrail.report.ReportFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The tables of {@code csv/}: twelve, and one more each where exceptions or an older report were
 * given.
 */
public final class CsvFormat implements ReportFormat {

  static final CSVFormat RFC_4180 =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setQuoteMode(QuoteMode.MINIMAL).get();

  /** What each column holds, as a Frictionless Table Schema. */
  private static final String SCHEMA = ".schema.json";

  @Override
  public String name() {
    return "csv";
  }

  /** Every table, in the order of the contract. */
  public static List<Table> tables(Report report) {
    Links links = new Links(report);
    List<Table> tables = new ArrayList<>();
    report.since().ifPresent(s -> tables.add(ChangesTable.of(s)));
    if (report.exemptions().given()) {
      tables.add(ExceptionsTable.of(report));
    }
    tables.addAll(0, always(report, links));
    return List.copyOf(tables);
  }

  private static List<Table> always(Report report, Links links) {
    return List.of(
        FindingsTable.of(report),
        FailuresTable.of(report, links),
        SpikesTable.of(report, links),
        CorrelationsTable.of(report),
        RotationWindowsTable.of(report),
        ServiceAccountsTable.of(report, links),
        LegacyTokensTable.of(report),
        OutlookTable.of(report),
        SignalsTable.of(report),
        InputsTable.of(report),
        RejectedTable.of(report),
        ControlsTable.of(report));
  }

  @Override
  public List<Path> write(Report report, Path folder) throws IOException {
    Path csv = Files.createDirectories(folder.resolve("csv"));
    List<Path> written = new ArrayList<>();
    for (Table table : tables(report)) {
      Path file = csv.resolve(table.name() + ".csv");
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(out, RFC_4180)) {
        printer.printRecord(table.columns());
        printer.printRecords(table.rows());
      }
      written.add(folder.relativize(file));
      Path schema = csv.resolve(table.name() + SCHEMA);
      try (InputStream in = CsvFormat.class.getResourceAsStream(table.name() + SCHEMA)) {
        Files.write(schema, in.readAllBytes());
      }
      written.add(folder.relativize(schema));
    }
    return written;
  }
}
