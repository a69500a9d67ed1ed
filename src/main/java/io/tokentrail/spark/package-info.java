/**
 * The heavy pass, carried by Spark: byte ranges of the audit log go to tasks, compact states come
 * back and are merged here. Beside it, tables of facts go to Parquet, only when asked for.
 *
 * <p>In: {@link io.tokentrail.ingest.audit.Part}s and work on them. Out: one merged state. Every
 * judgement is made by plain Java elsewhere; no thresholds here. {@code spark.serializer} stays
 * Java's own: records cannot be read back by Kryo.
 */
package io.tokentrail.spark;
