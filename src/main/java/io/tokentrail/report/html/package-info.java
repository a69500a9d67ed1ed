/**
 * {@code report.html}: one file that needs nothing else, reads without script and style, and calls
 * nobody.
 *
 * <p>In: a {@link io.tokentrail.model.Report}. Out: HTML. A {@code ...View} record words one
 * section, a chart class turns times and counts into coordinates, a template in {@code
 * src/main/jte} (one a section) puts both on the page. Templates print through {@link
 * io.tokentrail.report.html.SafeOutput}, which escapes by place, spells out what cannot be seen and
 * cuts what is endless; only our own style and script go in as they are. Add a section as a view, a
 * template and a line in {@link io.tokentrail.report.html.Page}.
 */
package io.tokentrail.report.html;
