package io.tokentrail.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Exemption;
import io.tokentrail.pipeline.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The file of {@code --exceptions}. Its keys are the columns of findings.csv; whatever is wrong is
 * told with its line, what was expected and what was found.
 */
final class ExceptionsFile {

  private static final List<String> SELECTORS =
      List.of("finding_id", "cause", "namespace", "service_account", "pod", "node", "object");
  private static final List<String> REQUIRED = List.of("owner", "reason", "expires");
  private static final long LARGEST = 4 << 20;

  private static final String EXAMPLE =
      """
      Expected a list like
        exceptions:
          - cause: LEGACY_TOKEN_IN_USE       # or finding_id: F-8339b177
            object: Secret/ci/deployer-token # optional: any column of findings.csv
            owner: team-ci
            reason: moves to TokenRequest with release 4.2
            expires: 2026-09-30""";

  private final CommandLine verb;
  private final Path file;

  private ExceptionsFile(CommandLine verb, Path file) {
    this.verb = verb;
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @param verb the verb that is called
   * @throws ParameterException when it cannot be read or is not as expected
   */
  static List<Exemption> read(CommandLine verb, Path file) {
    ExceptionsFile reading = new ExceptionsFile(verb, file);
    try {
      if (Files.size(file) > LARGEST) {
        throw reading.wrong(1, "is larger than 4 MB");
      }
      try (JsonParser yaml = new YAMLFactory().createParser(Files.readString(file))) {
        return reading.document(yaml);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw reading.wrong(line, "is no YAML: " + why);
    } catch (IOException e) {
      throw new ParameterException(
          verb, "cannot read the exceptions in " + file + ": " + Trouble.of(e), e);
    }
  }

  private List<Exemption> document(JsonParser yaml) throws IOException {
    if (yaml.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(line(yaml), "holds no exceptions. " + EXAMPLE);
    }
    List<Exemption> all = new ArrayList<>();
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      if (!yaml.currentName().equals("exceptions")) {
        throw wrong(line(yaml), "unknown key " + quoted(yaml.currentName()) + ". " + EXAMPLE);
      }
      if (yaml.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      if (yaml.currentToken() != JsonToken.START_ARRAY) {
        throw wrong(line(yaml), "exceptions is no list. " + EXAMPLE);
      }
      while (yaml.nextToken() != JsonToken.END_ARRAY) {
        if (yaml.currentToken() != JsonToken.START_OBJECT) {
          throw wrong(line(yaml), "an exception is no mapping of keys. " + EXAMPLE);
        }
        all.add(entry(yaml));
      }
    }
    return List.copyOf(all);
  }

  private Exemption entry(JsonParser yaml) throws IOException {
    int at = line(yaml);
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      int line = line(yaml);
      if (!SELECTORS.contains(key) && !REQUIRED.contains(key)) {
        throw wrong(line, "unknown key " + quoted(key) + "; did you mean " + nearest(key) + "?");
      }
      if (!yaml.nextToken().isScalarValue()) {
        throw wrong(line, key + " is no single value");
      }
      String value = yaml.currentToken() == JsonToken.VALUE_NULL ? "" : yaml.getText().strip();
      if (value.isEmpty()) {
        throw wrong(line, key + " is empty: leave it out, or say it");
      }
      if (values.put(key, value) != null) {
        throw wrong(line, key + " stands twice in one exception");
      }
      lines.put(key, line);
    }
    for (String key : REQUIRED) {
      if (!values.containsKey(key)) {
        throw wrong(
            at,
            "an exception without "
                + key
                + ": each has an owner, a reason and a day"
                + " on which it expires");
      }
    }
    if (!values.containsKey("finding_id") && !values.containsKey("cause")) {
      throw wrong(
          at,
          "an exception that selects nothing: expected finding_id or cause, and found only "
              + String.join(", ", values.keySet()));
    }
    return new Exemption(
        at,
        values.getOrDefault("finding_id", ""),
        Optional.ofNullable(values.get("cause")).map(c -> cause(c, lines.get("cause"))),
        values.getOrDefault("namespace", ""),
        values.getOrDefault("service_account", ""),
        values.getOrDefault("pod", ""),
        values.getOrDefault("node", ""),
        values.getOrDefault("object", ""),
        values.get("owner"),
        values.get("reason"),
        day(values.get("expires"), lines.get("expires")));
  }

  private CauseCode cause(String code, int line) {
    String wanted = code.toUpperCase(Locale.ROOT);
    return Arrays.stream(CauseCode.values())
        .filter(c -> c.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    line,
                    "cause "
                        + quoted(code)
                        + " is no cause; did you mean "
                        + nearest(
                            wanted, Arrays.stream(CauseCode.values()).map(Enum::name).toList())
                        + "? `tokentrail explain` lists them"));
  }

  private LocalDate day(String text, int line) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(line, "expires " + quoted(text) + " is no day like 2026-09-30");
    }
  }

  private static String nearest(String key) {
    List<String> all = new ArrayList<>(SELECTORS);
    all.addAll(REQUIRED);
    return nearest(key, all);
  }

  private static String nearest(String word, List<String> words) {
    return words.stream()
        .min(Comparator.comparing(w -> LevenshteinDistance.getDefaultInstance().apply(word, w)))
        .orElseThrow();
  }

  private static String quoted(String text) {
    return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
  }

  private static int line(JsonParser yaml) {
    return yaml.currentTokenLocation().getLineNr();
  }

  private ParameterException wrong(int line, String what) {
    return new ParameterException(verb, file + ":" + line + ": " + what);
  }
}
