/**
 * WHEN NUMBERS LEFT NORMAL: bursts of 401s.
 *
 * <p>In: 401s with their senders, token lifetimes, the audit log's coverage. Out: {@link
 * io.tokentrail.model.Burst}s, each with its peak against the sender's own baseline and its place
 * in the sender's rotation. A burst of one 401 is a burst. It must not know causes.
 */
package io.tokentrail.detect;
