package io.tokentrail.ingest.metric;

import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A dashboard's export: a time column, and one column a series, named by its head. */
final class DashboardCsv implements MetricFormat {

  @Override
  public boolean reads(String start) {
    String head = start.toLowerCase(Locale.ROOT).replace("\"", "");
    return head.startsWith("time") && head.contains(",");
  }

  @Override
  public void read(InputStream in, Tally tally, Samples into, Instant scrapedAt, ZoneId zone)
      throws IOException {
    List<String> columns = List.of();
    try (Lines lines = new Lines(in)) {
      while (lines.next()) {
        if (lines.blank()) {
          continue;
        }
        List<String> cells = cells(lines.text());
        if (columns.isEmpty()) {
          columns = cells;
          continue;
        }
        Optional<Instant> at = cells.isEmpty() ? Optional.empty() : time(cells.get(0), zone);
        if (at.isEmpty()) {
          tally.rejectLine(lines.number(), "no time in the first column", lines.text());
          continue;
        }
        tally.record();
        for (int i = 1; i < Math.min(cells.size(), columns.size()); i++) {
          double value = TextExposition.number(cells.get(i).strip());
          into.add(columns.get(i).strip(), new TreeMap<>(), at.get(), value, lines.number());
        }
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(line), CSVFormat.RFC4180)) {
      parser.forEach(row -> row.forEach(cells::add));
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
    return cells;
  }

  private static Optional<Instant> time(String cell, ZoneId zone) {
    String text = cell.strip();
    if (text.matches("\\d{10}(\\.\\d+)?|\\d{13}")) {
      double number = Double.parseDouble(text);
      double millis = text.length() == 13 && text.indexOf('.') < 0 ? number : number * 1000;
      return Optional.of(Instant.ofEpochMilli(Math.round(millis)));
    }
    String iso = text.replace(' ', 'T');
    Optional<Instant> zoned = Json.time(iso);
    if (zoned.isPresent()) {
      return zoned;
    }
    try {
      return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
