package io.tokentrail.report.terminal;

/**
 * Something that a run left behind, for the end of the summary.
 *
 * @param path where it is, as the user would type it
 * @param size its size in words; empty without
 * @param note one or two words, such as {@code open this}; empty without
 */
public record Written(String path, String size, String note) {}
