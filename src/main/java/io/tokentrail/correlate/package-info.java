/**
 * WHICH BELONG TOGETHER: whether an account's 401s follow its token rotation.
 *
 * <p>In: bursts, lifetimes, the audit log's coverage. Out: one {@link
 * io.tokentrail.model.Correlation} an account. The null hypothesis: incidents begin at any
 * observable moment with equal chance. The test: exact binomial (mid-p) of the incidents that began
 * inside a window against the share of observable time that windows cover, corrected over accounts
 * by Benjamini and Hochberg. It must not know causes: a small p only says "aligned".
 */
package io.tokentrail.correlate;
