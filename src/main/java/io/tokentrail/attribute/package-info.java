/**
 * WHO sent a refused request, and why it was refused.
 *
 * <p>In: facts and token lifetimes. Out: one {@link io.tokentrail.model.Attributed} for each 401.
 * The server's words come first ({@link io.tokentrail.attribute.Reasons}), then a ladder of
 * evidence, one {@link io.tokentrail.attribute.Rung} a file, listed in {@link
 * io.tokentrail.attribute.Rungs}: each rung adds weight to candidates, {@link
 * io.tokentrail.attribute.Candidates} turns the sum into a name and a confidence. To add a rung:
 * one file and one line in the list. It must not know causes, bursts or how anything is printed.
 */
package io.tokentrail.attribute;
