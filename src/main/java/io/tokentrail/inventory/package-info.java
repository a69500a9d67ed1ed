/**
 * What stands: service accounts and Secret-based tokens. In: facts, attributed 401s, token
 * lifetimes. Out: {@link io.tokentrail.model.AccountRow}, {@link io.tokentrail.model.LegacyToken}
 * with its verdict, and what the legacy-token cleaner does next.
 *
 * <p>A verdict never rests on an input that is not there: what was not looked at is named in the
 * reason, and then nothing is safe to delete. Another question about standing objects is another
 * class here. This package must not know how files are read, who sent a 401, or how rows are
 * printed.
 */
package io.tokentrail.inventory;
