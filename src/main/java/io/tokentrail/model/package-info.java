/**
 * The nouns: records and sealed types that every stage speaks in. In: nothing. Out: nothing; it
 * only names things.
 *
 * <p>Everyone may use this package; it uses {@code java.*} alone and none of ours. A record here
 * cannot be wrong: it refuses values that make no sense. Text that is unknown is the empty string,
 * never {@code null}; a time or number that may be unknown is {@link java.util.Optional} or says in
 * its comment which value means "unknown". Everything is UTC. Records that cross a Spark task are
 * {@link java.io.Serializable}.
 */
package io.tokentrail.model;
