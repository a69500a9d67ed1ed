package io.tokentrail.ingest.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.model.ServerFlags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags that static pods of the control plane reveal. Managed clusters show none of them. */
final class ControlPlane {

  private static final String API_SERVER = "kube-apiserver-";
  private static final String CONTROLLER_MANAGER = "kube-controller-manager-";

  /** Go's {@code time.Duration} text, as in {@code 8760h0m0s}. */
  private static final Pattern GO_DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");

  private ControlPlane() {}

  static boolean isPart(String podName) {
    return podName.startsWith(API_SERVER) || podName.startsWith(CONTROLLER_MANAGER);
  }

  /** Command and arguments of all containers, in order. */
  static List<String> command(JsonNode podSpec) {
    List<String> words = new ArrayList<>();
    for (JsonNode container : podSpec.path("containers")) {
      words.addAll(Json.texts(container.path("command")));
      words.addAll(Json.texts(container.path("args")));
    }
    words.removeIf(word -> !word.startsWith("-") && words.indexOf(word) == 0);
    return words;
  }

  /** Servers of one cluster have the same flags; the first one by name that sets a flag counts. */
  static ServerFlags flags(NavigableMap<String, List<String>> commands) {
    List<String> issuers = all(commands, API_SERVER, "service-account-issuer");
    List<String> audiences = new ArrayList<>();
    for (String value : all(commands, API_SERVER, "api-audiences")) {
      audiences.addAll(List.of(value.split(",")));
    }
    audiences.removeIf(String::isEmpty);
    return new ServerFlags(
        issuers,
        audiences.isEmpty() ? issuers : audiences,
        one(commands, API_SERVER, "service-account-extend-token-expiration").map(Boolean::valueOf),
        one(commands, API_SERVER, "service-account-max-token-expiration")
            .flatMap(ControlPlane::duration)
            .filter(limit -> !limit.isZero()),
        one(commands, API_SERVER, "anonymous-auth").map(Boolean::valueOf),
        one(commands, CONTROLLER_MANAGER, "legacy-service-account-token-clean-up-period")
            .flatMap(ControlPlane::duration));
  }

  private static Optional<String> one(
      NavigableMap<String, List<String>> commands, String prefix, String flag) {
    List<String> values = all(commands, prefix, flag);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static List<String> all(
      NavigableMap<String, List<String>> commands, String prefix, String flag) {
    for (Map.Entry<String, List<String>> pod : commands.entrySet()) {
      if (pod.getKey().startsWith(prefix)) {
        List<String> values = values(pod.getValue(), flag);
        if (!values.isEmpty()) {
          return values;
        }
      }
    }
    return List.of();
  }

  private static List<String> values(List<String> words, String flag) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).replaceFirst("^--?", "");
      if (word.startsWith(flag + "=")) {
        values.add(word.substring(flag.length() + 1));
      } else if (word.equals(flag) && words.get(i).startsWith("-")) {
        boolean bare = i + 1 == words.size() || words.get(i + 1).startsWith("-");
        values.add(bare ? "true" : words.get(i + 1));
      }
    }
    return values;
  }

  static Optional<Duration> duration(String text) {
    Matcher parts = GO_DURATION.matcher(text);
    double seconds = 0;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      double number = Double.parseDouble(parts.group(1));
      seconds +=
          number
              * switch (parts.group(2)) {
                case "h" -> 3600;
                case "m" -> 60;
                case "s" -> 1;
                default -> 0.001;
              };
      end = parts.end();
    }
    return end == 0 || end < text.length()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
