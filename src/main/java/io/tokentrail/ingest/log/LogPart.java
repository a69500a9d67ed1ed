package io.tokentrail.ingest.log;

import io.tokentrail.model.LogFile;
import io.tokentrail.model.LogLine;
import java.util.List;
import java.util.SortedMap;

/**
 * What one component log holds.
 *
 * @param file what it covers
 * @param lines its meaningful lines, in the file's order
 * @param flags the flags that the component printed at its start ({@code flags.go} at {@code
 *     -v=1}), by name without dashes
 */
public record LogPart(LogFile file, List<LogLine> lines, SortedMap<String, String> flags) {}
