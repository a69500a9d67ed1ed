/**
 * Tokens and the keys that sign them.
 *
 * <p>In: files of kinds {@code token}, {@code keys} and {@code token-files}. Out: {@link
 * io.tokentrail.model.Token} claims, a {@link io.tokentrail.ingest.token.KeySet} that verifies
 * signatures, {@link io.tokentrail.model.TokenFile} ages and modes. A signature is looked at and
 * dropped: what leaves this package cannot be used to log in. It knows nothing of clusters and
 * time: whether a token has expired is for others to say.
 */
package io.tokentrail.ingest.token;
