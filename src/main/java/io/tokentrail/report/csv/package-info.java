/**
 * {@code csv/*.csv}: twelve tables, one class each, all listed in {@link
 * io.tokentrail.report.csv.CsvFormat}.
 *
 * <p>In: a {@link io.tokentrail.model.Report}. Out: RFC 4180, UTF-8 without a byte-order mark, LF,
 * header row even without rows. Column names and order are the public interface: a new column goes
 * to the right-hand end. Cells are made by {@link io.tokentrail.report.csv.Cell} alone, which knows
 * how times and numbers look and guards against formulas; rows are sorted by {@link
 * io.tokentrail.report.csv.Table} on the printed cells, so that what is promised is what is there.
 */
package io.tokentrail.report.csv;
