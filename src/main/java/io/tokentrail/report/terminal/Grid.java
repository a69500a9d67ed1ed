package io.tokentrail.report.terminal;

import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of aligned columns; one of them gives way when the screen is too narrow. */
public final class Grid {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;
  private final int elastic;

  /**
   * A grid.
   *
   * @param alignment one letter a column: {@code l} left, {@code r} right, {@code e} left and cut
   *     in the middle when the line would be too wide
   */
  public Grid(String alignment) {
    right = new boolean[alignment.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = alignment.charAt(i) == 'r';
    }
    elastic = alignment.indexOf('e');
  }

  public Grid row(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException("a row has a cell for each column");
    }
    rows.add(List.copyOf(Arrays.asList(cells)));
    return this;
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines(int width) {
    int[] widths = new int[right.length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Lines.width(row.get(i)));
      }
    }
    int sum = Arrays.stream(widths).sum();
    String gap = sum + GAP.length() * (widths.length - 1) > width ? " " : GAP;
    int whole = sum + gap.length() * (widths.length - 1);
    if (elastic >= 0 && whole > width) {
      widths[elastic] = Math.max(6, widths[elastic] - (whole - width));
    }
    return rows.stream().map(row -> line(row, widths, gap)).toList();
  }

  private String line(List<String> row, int[] widths, String gap) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = i == elastic ? Words.cutMiddle(row.get(i), widths[i]) : row.get(i);
      out.append(i > 0 ? gap : "")
          .append(right[i] ? Lines.right(cell, widths[i]) : Lines.left(cell, widths[i]));
    }
    return out.toString().stripTrailing();
  }
}
