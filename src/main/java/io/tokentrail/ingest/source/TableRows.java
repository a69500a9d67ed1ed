package io.tokentrail.ingest.source;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a comma-separated table as JSON objects with a text a column. A table of audit events
 * without a header has its columns told by what stands in each row.
 */
final class TableRows extends Converted {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STAGE =
      Pattern.compile("RequestReceived|ResponseStarted|ResponseComplete|Panic");
  private static final Pattern VERB =
      Pattern.compile("get|list|watch|create|update|patch|delete|deletecollection|post|put|head");
  private static final Pattern CODE = Pattern.compile("[1-5]\\d\\d");
  private static final Pattern LEVEL = Pattern.compile("Metadata|Request|RequestResponse");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setLenientEof(true).setTrailingData(true).get();

  private final CSVParser in;
  private final Iterator<CSVRecord> rows;
  private String[] names;
  private boolean headless;

  TableRows(InputStream from) throws IOException {
    super(from);
    in =
        CSVParser.parse(
            new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8)), FORMAT);
    rows = in.iterator();
  }

  @Override
  boolean more() throws IOException {
    CSVRecord row = next();
    if (row == null) {
      return false;
    }
    String[] told = names == null || headless ? events(row) : null;
    headless |= told != null;
    if (told != null) {
      names = told;
    } else if (names == null) {
      names = row.stream().map(TableRows::plain).toArray(String[]::new);
      return true;
    }
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(piece)) {
      out.writeStartObject();
      for (int i = 0; i < row.size() && i < names.length; i++) {
        if (!names[i].isEmpty() && !row.get(i).isEmpty()) {
          out.writeStringField(names[i], row.get(i));
        }
      }
      out.writeEndObject();
    }
    piece.write('\n');
    return true;
  }

  private CSVRecord next() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether a table's first line is a row of audit events. */
  static boolean headless(String line) {
    try (CSVParser one = CSVParser.parse(line, FORMAT)) {
      return one.stream().findFirst().map(TableRows::events).isPresent();
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }

  private static String plain(String name) {
    return name.replace("\uFEFF", "").strip();
  }

  /** Names of columns by what stands in a row; null when it is no row of audit events. */
  private static String[] events(CSVRecord row) {
    List<String> cells = row.toList();
    String[] found = new String[cells.size()];
    java.util.Arrays.fill(found, "");
    int seen = 0;
    for (int i = 0; i < found.length; i++) {
      String cell = cells.get(i);
      if (UUID.matcher(cell).matches() && !named(found, "auditID")) {
        found[i] = "auditID";
        seen |= 1;
      } else if (STAGE.matcher(cell).matches()) {
        found[i] = "stage";
        seen |= 2;
      } else if (cell.startsWith("/")) {
        found[i] = "requestURI";
        seen |= 4;
      } else if (Json.time(cell).isPresent() && !named(found, "requestReceivedTimestamp")) {
        found[i] = "requestReceivedTimestamp";
        seen |= 8;
      } else if (VERB.matcher(cell).matches()) {
        found[i] = "verb";
        seen |= 16;
        if (i > 0 && found[i - 1].isEmpty()) {
          found[i - 1] = "user.username";
        }
        if (i + 1 < found.length) {
          found[i + 1] = "objectRef.resource";
        }
      } else if (CODE.matcher(cell).matches()) {
        found[i] = "responseStatus.code";
      } else if (LEVEL.matcher(cell).matches()) {
        found[i] = "level";
      }
    }
    return seen == 31 ? found : null;
  }

  private static boolean named(String[] found, String name) {
    return List.of(found).contains(name);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
