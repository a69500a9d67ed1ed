/**
 * WHAT IS KNOWN ALREADY: a report held against an older one, and findings held against the user's
 * exceptions.
 *
 * <p>In: two {@link io.tokentrail.model.Edition}s, or {@link io.tokentrail.model.Exemption}s. Out:
 * {@link io.tokentrail.model.Changes}: what is new, worse, better, gone, or can no longer be told;
 * {@link io.tokentrail.model.Exemptions}: what is accepted, and which exceptions expired or are
 * unused. Findings are matched by id, tokens by their Secret. What the newer input could not
 * examine is never called gone. This package must not know where reports are kept or how changes
 * are printed.
 */
package io.tokentrail.compare;
