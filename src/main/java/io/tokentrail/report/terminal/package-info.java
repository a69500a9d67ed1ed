/**
 * Screens: the closing {@link io.tokentrail.report.terminal.Summary} of a run, and the pieces that
 * other screens are made of.
 *
 * <p>In: a {@link io.tokentrail.model.Report} and a {@link io.tokentrail.report.terminal.Screen}
 * that says how wide and how colourful it may be. Out: text; no line is wider than the screen, no
 * escape sequence without colour, and text from the input cannot steer the terminal. Nothing here
 * reads the environment or prints.
 */
package io.tokentrail.report.terminal;
