/**
 * WHAT CHANGED: one report held against an older one.
 *
 * <p>In: two {@link io.tokentrail.model.Edition}s. Out: {@link io.tokentrail.model.Changes}: what
 * is new, worse, better, gone, or can no longer be told. Findings are matched by id, tokens by
 * their Secret. What the newer input could not examine is never called gone. This package must not
 * know where reports are kept or how changes are printed.
 */
package io.tokentrail.compare;
