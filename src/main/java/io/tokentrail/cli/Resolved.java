package io.tokentrail.cli;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The configuration that is in force, by the keys of {@code --config}: what the command line gives,
 * else the file, else the default. It stands in the report, so that a run can be repeated.
 */
final class Resolved {

  /**
   * How the run is carried out and told, not what it says: equal reports come from any of these.
   */
  private static final Set<String> ASIDE =
      Set.of(
          "threads",
          "master",
          "out",
          "force",
          "now",
          "config",
          "signing-key",
          "json",
          "ascii",
          "no-color",
          "quiet",
          "no-progress",
          "verbose");

  private Resolved() {}

  /** Whether an option, without its dashes, says only how a run is carried out and told. */
  static boolean aside(String key) {
    return ASIDE.contains(key);
  }

  static SortedMap<String, String> of(CommandSpec verb) {
    SortedMap<String, String> all = new TreeMap<>();
    for (OptionSpec option : verb.options()) {
      String key = option.longestName().replaceFirst("^--", "");
      String value = text(option.getValue());
      if (!option.usageHelp()
          && !option.versionHelp()
          && !ASIDE.contains(key)
          && !value.isEmpty()) {
        all.put(key, value);
      }
    }
    return all;
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(String::valueOf).sorted().collect(Collectors.joining(";"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + "=" + e.getValue())
          .sorted()
          .collect(Collectors.joining(";"));
    }
    return value == null ? "" : value.toString();
  }
}
