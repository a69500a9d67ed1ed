/**
 * Metric exports: the series that say something about authentication.
 *
 * <p>In: files of kind {@code metrics}. Out: {@link io.tokentrail.model.Series}. One export format
 * a file, listed in {@link io.tokentrail.ingest.metric.MetricFormats}; which metrics are kept is
 * {@link io.tokentrail.ingest.metric.MetricNames}. Memory is bounded by these. It knows nothing of
 * rates, resets and baselines.
 */
package io.tokentrail.ingest.metric;
