package io.tokentrail.ingest.log;

import io.tokentrail.model.LogFile;
import io.tokentrail.model.LogLine;
import java.util.ArrayList;
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
public record LogPart(LogFile file, List<LogLine> lines, SortedMap<String, String> flags) {

  /** The flags as a command line; a list is a flag given several times. */
  public List<String> commandLine() {
    List<String> words = new ArrayList<>();
    flags.forEach(
        (name, value) -> {
          String bare = value.startsWith("[") && value.endsWith("]") ? inner(value) : value;
          for (String one : bare.split(",", -1)) {
            if (!one.isEmpty()) {
              words.add("--" + name + "=" + one);
            }
          }
        });
    return words;
  }

  private static String inner(String list) {
    return list.substring(1, list.length() - 1);
  }
}
