/**
 * What was read, as typed tables for notebooks and ad-hoc queries: {@code facts/*.parquet}.
 *
 * <p>In: a {@link io.tokentrail.model.Report} with all its facts. Out: {@link
 * io.tokentrail.report.facts.FactsTable}s in {@link io.tokentrail.report.facts.FactsTables}, rows
 * sorted; {@code spark} writes them. A column that a CSV has too has its name, its meaning and its
 * values, typed: unknown is null. A new table takes one line in the list and one run of its test,
 * which writes {@code src/site/facts.md}. It must not know Parquet or Spark.
 */
package io.tokentrail.report.facts;
