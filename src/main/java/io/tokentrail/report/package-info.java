/**
 * How it is told: one format a sub-package, all of them in {@link
 * io.tokentrail.report.ReportFormats}.
 *
 * <p>In: a {@link io.tokentrail.model.Report}. Out: files below a folder, or text for a terminal. A
 * new format implements {@link io.tokentrail.report.ReportFormat} and takes one line in the list. A
 * format words, sorts, counts and draws; it never judges: whatever needs a threshold was decided
 * before. All text from the input is hostile here and passes {@link io.tokentrail.report.Visible}
 * and the format's own escaping.
 */
package io.tokentrail.report;
