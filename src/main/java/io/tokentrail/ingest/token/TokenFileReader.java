package io.tokentrail.ingest.token;

import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.Place;
import io.tokentrail.model.TokenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads tables of token files: what {@code stat -L} printed inside the pods. */
public final class TokenFileReader {

  private final Tally tally;
  private CSVFormat format = CSVFormat.RFC4180;
  private final Map<String, Integer> columns = new HashMap<>();

  private TokenFileReader(Tally tally) {
    this.tally = tally;
  }

  /** The rows of a table; repeated headers are skipped, as tables get concatenated. */
  public static List<TokenFile> read(InputStream unpacked, Tally tally) throws IOException {
    TokenFileReader reader = new TokenFileReader(tally);
    List<TokenFile> all = new ArrayList<>();
    try (Lines lines = new Lines(unpacked)) {
      while (lines.next()) {
        if (!lines.blank()) {
          reader.line(lines.text(), lines.number()).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private Optional<TokenFile> line(String text, long number) {
    try {
      if (isHeader(text)) {
        header(text);
        return Optional.empty();
      }
      TokenFile row = row(cells(text), new Place(tally.file().path(), number));
      tally.record();
      tally.time(row.capturedAt());
      return Optional.of(row);
    } catch (IllegalArgumentException e) {
      tally.rejectLine(number, String.valueOf(e.getMessage()), text);
      return Optional.empty();
    }
  }

  /** A path may well have a column's name in it; a header has it as a cell. */
  private static boolean isHeader(String text) {
    String cells = "," + text.toLowerCase(Locale.ROOT).replaceAll("[\\t]", ",") + ",";
    return cells.replaceAll("[\" ]", "").contains(",mtime,");
  }

  private void header(String text) {
    format = text.indexOf('\t') >= 0 ? CSVFormat.TDF : CSVFormat.RFC4180;
    columns.clear();
    List<String> names = cells(text);
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
  }

  private List<String> cells(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<String> cells = new ArrayList<>();
      parser.forEach(row -> row.forEach(cells::add));
      return cells;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("no table row", e);
    }
  }

  private TokenFile row(List<String> cells, Place place) {
    Instant modified = time(cell(cells, "mtime"), "mtime");
    String captured = cell(cells, "captured_at");
    return new TokenFile(
        cell(cells, "namespace"),
        cell(cells, "pod"),
        cell(cells, "container"),
        cell(cells, "path"),
        mode(cell(cells, "mode")),
        modified,
        time(captured, "captured_at"),
        place);
  }

  private String cell(List<String> cells, String name) {
    Integer at = columns.get(name);
    if (at == null || at >= cells.size()) {
      throw new IllegalArgumentException("no " + name);
    }
    return cells.get(at).strip();
  }

  private static int mode(String octal) {
    if (!octal.matches("0?o?[0-7]{3,6}")) {
      throw new IllegalArgumentException("mode is not octal");
    }
    return Integer.parseInt(octal.replace("o", ""), 8) & 07777;
  }

  private static Instant time(String text, String name) {
    if (text.matches("-?\\d{1,11}(\\.\\d+)?")) {
      return Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
    }
    return Json.time(text.replace(' ', 'T'))
        .orElseThrow(() -> new IllegalArgumentException(name + " is no time"));
  }
}
