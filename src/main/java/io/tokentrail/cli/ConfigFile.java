package io.tokentrail.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tokentrail.pipeline.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options from a YAML file: every long option has a key of its name without the dashes. What stands
 * on the command line wins over the file, the file over the defaults.
 */
final class ConfigFile {

  static final String OPTION = "--config";

  private ConfigFile() {}

  /**
   * The command line with the file's options put in, for those that it does not give itself.
   *
   * @param verb the verb that is called
   * @param args its arguments
   * @throws ParameterException when the file cannot be read or has a key that is no option
   */
  static List<String> expand(CommandLine verb, List<String> args) {
    String file = file(args);
    if (file.isEmpty()) {
      return args;
    }
    List<String> all = new ArrayList<>(args);
    for (Map.Entry<String, JsonNode> entry : read(verb, file).properties()) {
      OptionSpec option = verb.getCommandSpec().findOption("--" + entry.getKey());
      if (option == null && ofAnalyze(verb, entry.getKey())) {
        continue;
      }
      if (option == null
          || option.usageHelp()
          || option.versionHelp()
          || option.longestName().equals(OPTION)) {
        throw new ParameterException(
            verb,
            file
                + ": "
                + entry.getKey()
                + " is no option of "
                + verb.getCommandName()
                + "\n  Did you mean "
                + nearest(verb, entry.getKey())
                + "?");
      }
      if (Arrays.stream(option.names()).noneMatch(name -> given(name, args))) {
        add(all, option.longestName(), entry.getValue());
      }
    }
    return all;
  }

  /**
   * One file serves every verb: what only {@code analyze} has is none of another one's business.
   */
  private static boolean ofAnalyze(CommandLine verb, String key) {
    CommandLine analyze = verb.getParent().getSubcommands().get("analyze");
    return analyze != verb && analyze.getCommandSpec().findOption("--" + key) != null;
  }

  /** The file that a command line names; empty when it names none. */
  static Optional<Path> named(List<String> args) {
    return Optional.of(file(args)).filter(f -> !f.isEmpty()).map(Path::of);
  }

  private static String file(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith(OPTION + "=")) {
        return args.get(i).substring(OPTION.length() + 1);
      }
      if (args.get(i).equals(OPTION) && i + 1 < args.size()) {
        return args.get(i + 1);
      }
    }
    return "";
  }

  private static boolean given(String name, List<String> args) {
    return args.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "="));
  }

  private static JsonNode read(CommandLine verb, String file) {
    try {
      JsonNode all = new YAMLMapper().readTree(Files.readString(Path.of(file)));
      if (all == null || !all.isObject()) {
        throw new ParameterException(
            verb, file + " holds no options; expected lines like  look-back: 30");
      }
      return all;
    } catch (JsonProcessingException e) {
      String why =
          e.getOriginalMessage()
              .lines()
              .filter(l -> !l.isBlank() && !l.startsWith(" "))
              .collect(Collectors.joining(", "));
      throw new ParameterException(
          verb, file + ":" + e.getLocation().getLineNr() + " is no YAML: " + why, e);
    } catch (IOException e) {
      throw new ParameterException(verb, "cannot read " + file + ": " + Trouble.of(e), e);
    }
  }

  private static String nearest(CommandLine verb, String key) {
    return verb.getCommandSpec().options().stream()
        .map(OptionSpec::longestName)
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2))
        .min(
            Comparator.comparingInt(
                    (String name) -> LevenshteinDistance.getDefaultInstance().apply(name, key))
                .thenComparing(name -> name))
        .orElseThrow();
  }

  private static void add(List<String> all, String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(item -> add(all, name, item));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(e -> all.addAll(List.of(name, e.getKey() + "=" + e.getValue().asText())));
    } else if (value.isBoolean()) {
      if (value.booleanValue()) {
        all.add(name);
      }
    } else {
      all.addAll(List.of(name, value.asText()));
    }
  }
}
