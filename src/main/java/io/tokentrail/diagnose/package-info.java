/**
 * Why: one cause a file, its page of the same name beside it in the resources, and the list {@link
 * io.tokentrail.diagnose.Causes}. In: a {@link io.tokentrail.model.Case}. Out: a {@link
 * io.tokentrail.model.Verdict} for each cause, and from all of them, by {@link
 * io.tokentrail.diagnose.Settlement}, the findings, in which each 401 stands at most once.
 *
 * <p>To add a cause: a class, a page, its stories (README.md beside them), one line in {@code
 * Causes}. A cause claims what its evidence earns, says what looks like it and was ruled out, what
 * it looked at or what is missing. This package must not know how files are read, how senders are
 * inferred, or how findings are printed.
 */
package io.tokentrail.diagnose;
