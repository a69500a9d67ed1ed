/**
 * WHEN NUMBERS LEFT NORMAL: bursts of 401s, and rates against their own baselines.
 *
 * <p>In: 401s with their senders, token lifetimes, the audit log's coverage, metric series. Out:
 * {@link io.tokentrail.model.Burst}s, each with its peak against the sender's own baseline and its
 * place in the sender's rotation, and {@link io.tokentrail.model.Signal}s. A burst of one 401 is a
 * burst. A metric is added in {@code MetricSignals}, what is notable about it in {@code
 * MetricWarnings}. It must not know causes.
 */
package io.tokentrail.detect;
