/**
 * {@code report.json}: everything that the tables say, and what they leave out: the run, the
 * verdict of each cause, all evidence with its words, alternatives, coverage minute by minute.
 *
 * <p>In: a {@link io.tokentrail.model.Report}. Out: one JSON document and its schema beside it. A
 * key that is not there means unknown; keys come in a fixed order; {@code schema} grows when a key
 * changes its meaning, never when one is added. Rows carry the names of the tables' columns. 401s
 * that share sender, reason and evidence share a group, so that a report can be read back and
 * rendered again. Add a part as a method of {@link io.tokentrail.report.json.JsonFormat} or a class
 * beside it; this package judges nothing.
 */
package io.tokentrail.report.json;
