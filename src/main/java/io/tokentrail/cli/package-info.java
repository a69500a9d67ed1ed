/**
 * The command line: one verb a file, options as text, exit codes, the terminal.
 *
 * <p>In: arguments. Out: an exit code; results on stdout, everything else on stderr. {@link
 * io.tokentrail.cli.Main} is the only place that exits, and this package the only one that looks at
 * the clock, the environment and the terminal. To add a verb, write a class and list it in {@link
 * io.tokentrail.cli.Main}. Verbs that need no Spark start none.
 */
package io.tokentrail.cli;
