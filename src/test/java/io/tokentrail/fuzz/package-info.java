/**
 * Readers under attack: any bytes in, laws out. In: mutated fixtures, by our own seeded mutations
 * in every build ({@link io.tokentrail.fuzz.ReadersTest}) or by Jazzer in long runs ({@link
 * io.tokentrail.fuzz.Fuzz}). A new reader is a constant of {@link io.tokentrail.fuzz.Target} and
 * seeds in {@link io.tokentrail.fuzz.Seeds}.
 */
package io.tokentrail.fuzz;
