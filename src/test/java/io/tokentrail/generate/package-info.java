/**
 * Seeded audit logs of any size, with what is true of them: for measuring speed and for tests that
 * need more lines than anybody would write. In: a seed, a size. Out: files of JSON lines.
 */
package io.tokentrail.generate;
