/**
 * WHAT PROVES IT: what the input shows about compliance controls.
 *
 * <p>In: the whole case and its findings. Out: {@link io.tokentrail.model.Control}s, evidence and
 * not a statement of compliance: {@code pass} and {@code fail} only where the input decides, else
 * {@code not_assessed} with the input that is missing, or {@code manual} where a person must
 * decide. A control is added as a class beside {@code DefaultAccounts} and named in {@code
 * Controls}. It must not know how findings came about.
 */
package io.tokentrail.evidence;
