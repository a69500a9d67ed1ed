package io.tokentrail.report.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.report.Hostile;
import io.tokentrail.report.Poison;
import io.tokentrail.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables of facts: typed, told in the documentation, free of what may harm. */
class FactsTablesTest {

  private static final Path PAGE = Path.of("src/site/facts.md");
  private static final String START = "<!-- facts -->\n";
  private static final String END = "<!-- /facts -->";

  @Test
  void thePageTellsEveryTableAndColumn() throws IOException {
    StringBuilder told = new StringBuilder();
    for (FactsTable<?> table : FactsTables.ALL) {
      told.append("### `").append(table.name()).append(".parquet`\n\n").append(table.meaning());
      told.append("\n\n| column | type | what it is |\n| --- | --- | --- |\n");
      for (Column<?> column : table.columns()) {
        told.append("| `").append(column.name()).append("` | `").append(column.type().sql());
        told.append("` | ").append(column.meaning()).append(" |\n");
      }
      told.append('\n');
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(START) + START.length();
    int to = page.indexOf(END);
    assertTrue(from >= START.length() && to >= from, "the page marks where the tables stand");
    if (Boolean.getBoolean("tokentrail.regenerate")) {
      Files.writeString(PAGE, page.substring(0, from) + told + page.substring(to));
      return;
    }
    assertEquals(told.toString(), page.substring(from, to));
  }

  @Test
  void eachTableAndColumnHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (FactsTable<?> table : FactsTables.ALL) {
      assertTrue(names.add(table.name()), table.name());
      Set<String> columns = new HashSet<>();
      for (Column<?> column : table.columns()) {
        assertTrue(columns.add(column.name()), table.name() + "." + column.name());
        assertTrue(column.name().matches("[a-z][a-z0-9_]*"), column.name());
        assertTrue(column.meaning().endsWith("."), table.name() + "." + column.name());
      }
    }
  }

  @Test
  void everyValueIsOfItsColumnsType() {
    for (FactsTable<?> table : FactsTables.ALL) {
      for (Object[] row : table.rows(Poison.dealt(Reports.sample(), Hostile.TEXTS, 3))) {
        for (int i = 0; i < row.length; i++) {
          Column<?> column = table.columns().get(i);
          assertTrue(
              row[i] == null || type(column.type()).isInstance(row[i]),
              table.name() + "." + column.name());
        }
      }
    }
  }

  private static Class<?> type(Column.Type type) {
    return switch (type) {
      case TEXT -> String.class;
      case TEXTS -> List.class;
      case TIME -> Instant.class;
      case COUNT -> Long.class;
      case NUMBER -> Double.class;
      case FLAG -> Boolean.class;
    };
  }

  @Test
  void rowsAreSortedWithTheUnknownLastAndNoLimitCutsThem() {
    var cut = Reports.listing(Reports.sample(), 3);
    List<Object[]> rows = FactsTables.ALL.get(0).rows(cut);
    assertEquals(cut.caseFile().failures().size(), rows.size());
    for (int i = 1; i < rows.size(); i++) {
      assertFalse(((Instant) rows.get(i)[0]).isBefore((Instant) rows.get(i - 1)[0]));
    }
  }
}
