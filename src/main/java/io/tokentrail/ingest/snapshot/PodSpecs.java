package io.tokentrail.ingest.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.TokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a pod spec says about credentials. */
final class PodSpecs {

  /** API default of {@code serviceAccountToken.expirationSeconds}. */
  private static final long DEFAULT_EXPIRATION = 3600;

  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private PodSpecs() {}

  /**
   * Reads a spec.
   *
   * @param podName names the claims of ephemeral volumes; empty for a template
   */
  static PodSpec of(JsonNode spec, String podName) {
    List<JsonNode> containers = new ArrayList<>();
    CONTAINERS.forEach(field -> spec.path(field).forEach(containers::add));
    TreeSet<String> secrets = new TreeSet<>();
    TreeSet<String> drivers = new TreeSet<>();
    TreeSet<String> claims = new TreeSet<>();
    List<TokenSource> tokens = new ArrayList<>();
    for (JsonNode volume : spec.path("volumes")) {
      volumeSecrets(volume, secrets);
      add(drivers, Json.text(volume, "csi", "driver"));
      add(claims, Json.text(volume, "persistentVolumeClaim", "claimName"));
      String name = Json.text(volume, "name");
      if (volume.path("ephemeral").isObject() && !podName.isEmpty()) {
        add(claims, podName + "-" + name);
      }
      for (JsonNode source : volume.path("projected").path("sources")) {
        JsonNode token = source.path("serviceAccountToken");
        if (token.isObject()) {
          tokens.add(token(name, token, containers));
        }
      }
    }
    spec.path("imagePullSecrets").forEach(ref -> add(secrets, Json.text(ref, "name")));
    List<String> images = new ArrayList<>();
    for (JsonNode container : containers) {
      container
          .path("env")
          .forEach(env -> add(secrets, Json.text(env, "valueFrom", "secretKeyRef", "name")));
      container.path("envFrom").forEach(from -> add(secrets, Json.text(from, "secretRef", "name")));
      images.add(Json.text(container, "image"));
    }
    String account = Json.text(spec, "serviceAccountName");
    String older = account.isEmpty() ? Json.text(spec, "serviceAccount") : account;
    JsonNode security = spec.path("securityContext");
    return new PodSpec(
        older.isEmpty() ? "default" : older,
        Json.truth(spec.path("automountServiceAccountToken")),
        Json.truth(spec.path("hostNetwork")).orElse(false),
        tokens,
        secrets,
        drivers,
        claims,
        images,
        security.path("fsGroup").isValueNode() && !security.path("fsGroup").isNull(),
        commonUser(containers, Json.text(security, "runAsUser")));
  }

  private static TokenSource token(String volume, JsonNode token, List<JsonNode> containers) {
    boolean mounted = false;
    boolean subPath = false;
    for (JsonNode container : containers) {
      for (JsonNode mount : container.path("volumeMounts")) {
        if (Json.text(mount, "name").equals(volume)) {
          mounted = true;
          subPath |=
              !Json.text(mount, "subPath").isEmpty() || !Json.text(mount, "subPathExpr").isEmpty();
        }
      }
    }
    long seconds = Json.number(token.path("expirationSeconds"), DEFAULT_EXPIRATION);
    return new TokenSource(
        volume,
        Json.text(token, "audience"),
        seconds > 0 ? seconds : DEFAULT_EXPIRATION,
        Json.text(token, "path"),
        mounted,
        subPath);
  }

  /** Every volume type names its Secret as one of these fields, at some depth. */
  private static void volumeSecrets(JsonNode node, Set<String> secrets) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "secretName" -> add(secrets, Json.text(value));
        case "secretRef", "nodePublishSecretRef" -> add(secrets, Json.text(value, "name"));
        case "secret" -> {
          add(secrets, Json.text(value, "secretName"));
          add(secrets, Json.text(value, "name"));
        }
        case "sources" -> value.forEach(source -> volumeSecrets(source, secrets));
        default -> {
          if (value.isObject()) {
            volumeSecrets(value, secrets);
          }
        }
      }
    }
  }

  /** All containers run as one set user (projected.go narrows the token file's mode then). */
  private static boolean commonUser(List<JsonNode> containers, String podUser) {
    Optional<String> common = Optional.empty();
    for (JsonNode container : containers) {
      String own = Json.text(container, "securityContext", "runAsUser");
      String user = own.isEmpty() ? podUser : own;
      if (user.isEmpty() || (common.isPresent() && !common.get().equals(user))) {
        return false;
      }
      common = Optional.of(user);
    }
    return common.isPresent();
  }

  private static void add(Set<String> set, String name) {
    if (!name.isEmpty()) {
      set.add(name);
    }
  }
}
