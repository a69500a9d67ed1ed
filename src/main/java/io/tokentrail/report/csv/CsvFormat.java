package io.tokentrail.report.csv;

import io.tokentrail.model.Report;
import io.tokentrail.report.Links;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.SharedReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    return tables(report, new Links(report));
  }

  private static List<Table> tables(Report report, Links links) {
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

  private static Digest print(Table table, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    try (BufferedWriter text =
            new BufferedWriter(
                new OutputStreamWriter(
                    new DigestOutputStream(out, digest), StandardCharsets.UTF_8));
        CSVPrinter printer = new CSVPrinter(text, RFC_4180)) {
      printer.printRecord(table.columns());
      printer.printRecords(table.rows());
    }
    return new Digest(table.name(), table.rows().size(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A table as it is written.
   *
   * @param name the file's name without {@code .csv}
   * @param rows its rows without the header
   * @param sha256 digest of the file
   */
  public record Digest(String name, int rows, String sha256) {}

  /** All tables' files. */
  private record Digests(List<Digest> all) {}

  /** What each table's file is, or will be, so that other formats can name it. */
  public static List<Digest> digests(SharedReport report) {
    return report.once(Digests.class, r -> digests(tables(r, report.links()))).all();
  }

  private static Digests digests(List<Table> tables) {
    List<Digest> all = new ArrayList<>();
    for (Table table : tables) {
      try {
        all.add(print(table, OutputStream.nullOutputStream()));
      } catch (IOException e) {
        throw new IllegalStateException("memory does not fail", e);
      }
    }
    return new Digests(all);
  }

  @Override
  public List<Path> write(SharedReport report, Path folder) throws IOException {
    Path csv = Files.createDirectories(folder.resolve("csv"));
    List<Path> written = new ArrayList<>();
    List<Digest> digests = new ArrayList<>();
    for (Table table : tables(report.report(), report.links())) {
      Path file = csv.resolve(table.name() + ".csv");
      try (OutputStream out = Files.newOutputStream(file)) {
        digests.add(print(table, out));
      }
      written.add(folder.relativize(file));
      Path schema = csv.resolve(table.name() + SCHEMA);
      try (InputStream in = CsvFormat.class.getResourceAsStream(table.name() + SCHEMA)) {
        Files.write(schema, in.readAllBytes());
      }
      written.add(folder.relativize(schema));
    }
    report.keep(Digests.class, new Digests(digests));
    return written;
  }
}
