/**
 * WHAT PROVES IT: what the input shows about compliance controls, and what shows later that a
 * report is the one that a run wrote.
 *
 * <p>In: the whole case and its findings; a {@link io.tokentrail.model.Manifest} and the folder it
 * lists. Out: {@link io.tokentrail.model.Control}s, evidence and not a statement of compliance:
 * {@code pass} and {@code fail} only where the input decides, else {@code not_assessed} with the
 * input that is missing, or {@code manual} where a person must decide; a signature; {@link
 * io.tokentrail.evidence.Difference}s. A control is added as a class beside {@code DefaultAccounts}
 * and named in {@code Controls}. It must not know how findings came about, nor how a manifest is
 * written: that is {@code report.json}'s.
 */
package io.tokentrail.evidence;
