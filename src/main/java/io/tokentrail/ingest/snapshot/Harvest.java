package io.tokentrail.ingest.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.ClusterEvent;
import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Lease;
import io.tokentrail.model.Node;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Place;
import io.tokentrail.model.Pod;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.Workload;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes from one object what we keep of its kind. */
final class Harvest {

  /** The collector's stamp, as annotation of a list or an object, or as a file's name. */
  static final String COLLECTED_AT = "tokentrail-collected-at";

  private static final String TRACKING = "kube-apiserver-legacy-service-account-token-tracking";

  /** Longest event message that is kept; kubelet's own limit is the same. */
  private static final int LONGEST_MESSAGE = 1024;

  private final SnapshotPart part;
  private final TokenSecrets secrets;

  Harvest(SnapshotPart part, TokenSecrets secrets) {
    this.part = part;
    this.secrets = secrets;
  }

  /**
   * Takes one object.
   *
   * @throws IllegalArgumentException when it is none: no name, or a field of a wrong shape
   */
  void object(JsonNode object, String kind, Place place) {
    JsonNode metadata = object.path("metadata");
    String name = Json.text(metadata, "name");
    if (kind.isEmpty()) {
      throw new IllegalArgumentException("an object without a kind");
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a " + kind + " without metadata.name");
    }
    part.kinds.add(Plural.of(kind));
    part.seen(Json.time(metadata, "creationTimestamp"));
    Optional<Instant> stamp = Json.time(metadata, "annotations", COLLECTED_AT);
    if (stamp.isPresent()) {
      part.collectedAt = stamp;
    }
    String namespace = Json.text(metadata, "namespace");
    if (!namespace.isEmpty()) {
      part.namespaces.add(namespace);
    }
    metadata.path("ownerReferences").forEach(o -> named(Json.text(o, "kind")));
    String group = Json.text(object, "apiVersion");
    switch (kind) {
      case "Pod" -> pod(object, metadata, namespace, name, place);
      case "ServiceAccount" -> account(object, metadata, namespace, name, place);
      case "Secret" -> secrets.take(object, metadata, namespace, name, place);
      case "Node" -> node(object, metadata, name, place);
      case "Event" -> {
        if (!group.startsWith("audit.k8s.io/")) {
          event(object, place);
        }
      }
      case "CSIDriver" -> csiDriver(object, name, place);
      case "Lease" -> lease(object, namespace, name, place);
      case "ConfigMap" -> configMap(object, namespace, name);
      case "ClusterOperator" -> operator(object, name);
      default -> workload(object, kind, metadata, namespace, name, place);
    }
  }

  private void named(String kind) {
    if (!kind.isEmpty()) {
      part.named.add(Plural.of(kind));
    }
  }

  private void pod(JsonNode object, JsonNode metadata, String ns, String name, Place place) {
    JsonNode spec = object.path("spec");
    JsonNode status = object.path("status");
    String uid = Json.text(metadata, "uid");
    part.seen(Json.time(status, "startTime"));
    status
        .path("containerStatuses")
        .forEach(c -> part.seen(Json.time(c, "state", "running", "startedAt")));
    if (!ns.isEmpty()) {
      part.pods.add(
          new Pod(
              ns,
              name,
              uid,
              Json.text(spec, "nodeName"),
              addresses(status, "podIP", "podIPs"),
              addresses(status, "hostIP", "hostIPs"),
              Json.text(status, "phase"),
              Json.time(metadata, "creationTimestamp"),
              Json.time(status, "startTime"),
              Json.time(metadata, "deletionTimestamp"),
              owner(metadata),
              PodSpecs.of(spec, name),
              place));
    }
    if (ControlPlane.isPart(name)) {
      part.commands.put(name, ControlPlane.command(spec));
    }
  }

  private static List<String> addresses(JsonNode status, String one, String many) {
    List<String> all = new ArrayList<>();
    String first = Json.text(status, one);
    if (!first.isEmpty()) {
      all.add(first);
    }
    for (JsonNode item : status.path(many)) {
      String ip = Json.text(item, "ip");
      if (!ip.isEmpty() && !all.contains(ip)) {
        all.add(ip);
      }
    }
    return all;
  }

  private static String owner(JsonNode metadata) {
    String any = "";
    for (JsonNode owner : metadata.path("ownerReferences")) {
      String ref = Json.text(owner, "kind") + "/" + Json.text(owner, "name");
      if (Json.truth(owner.path("controller")).orElse(false)) {
        return ref;
      }
      any = any.isEmpty() ? ref : any;
    }
    return any;
  }

  private void account(JsonNode object, JsonNode metadata, String ns, String name, Place place) {
    Map<String, String> annotations = new TreeMap<>();
    metadata
        .path("annotations")
        .properties()
        .forEach(a -> annotations.put(a.getKey(), Masking.of(Json.text(a.getValue()))));
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
    part.accounts.add(
        new AccountObject(
            new Account(ns, name),
            Json.text(metadata, "uid"),
            Json.time(metadata, "creationTimestamp"),
            Json.time(metadata, "deletionTimestamp"),
            Json.truth(object.path("automountServiceAccountToken")),
            names(object.path("secrets")),
            names(object.path("imagePullSecrets")),
            annotations,
            place));
  }

  private static List<String> names(JsonNode references) {
    List<String> all = new ArrayList<>();
    references.forEach(r -> all.add(Json.text(r, "name")));
    all.removeIf(String::isEmpty);
    return all;
  }

  private void node(JsonNode object, JsonNode metadata, String name, Place place) {
    JsonNode status = object.path("status");
    List<String> addresses = new ArrayList<>();
    for (JsonNode address : status.path("addresses")) {
      String value = Json.text(address, "address");
      if (Json.text(address, "type").endsWith("IP") && !addresses.contains(value)) {
        addresses.add(value);
      }
    }
    List<Node.Condition> conditions = new ArrayList<>();
    for (JsonNode c : status.path("conditions")) {
      Optional<Instant> heartbeat = Json.time(c, "lastHeartbeatTime");
      part.seen(heartbeat);
      conditions.add(
          new Node.Condition(
              Json.text(c, "type"),
              Json.text(c, "status"),
              Json.text(c, "reason"),
              Json.time(c, "lastTransitionTime"),
              heartbeat));
    }
    part.nodes.add(
        new Node(
            name,
            Json.text(metadata, "uid"),
            Json.time(metadata, "creationTimestamp"),
            addresses,
            Json.text(status, "nodeInfo", "kubeletVersion"),
            conditions,
            place));
  }

  /** Both forms: core/v1 and events.k8s.io/v1. */
  private void event(JsonNode o, Place place) {
    JsonNode about = o.has("regarding") ? o.path("regarding") : o.path("involvedObject");
    String kind = Json.text(about, "kind");
    String name = Json.text(about, "name");
    if (kind.isEmpty() || name.isEmpty()) {
      return;
    }
    named(kind);
    Optional<Instant> once = Json.time(o, "eventTime");
    Optional<Instant> first =
        Json.time(o, "firstTimestamp")
            .or(() -> Json.time(o, "deprecatedFirstTimestamp"))
            .or(() -> once);
    Optional<Instant> last =
        Json.time(o, "series", "lastObservedTime")
            .or(() -> Json.time(o, "lastTimestamp"))
            .or(() -> Json.time(o, "deprecatedLastTimestamp"))
            .or(() -> once);
    part.seen(last);
    long count = Json.number(o.path("series").path("count"), 0);
    count = Math.max(count, Json.number(o.path("count"), 0));
    count = Math.max(count, Json.number(o.path("deprecatedCount"), 1));
    String message = Json.text(o, "message");
    part.events.add(
        new ClusterEvent(
            new ObjectRef(kind, Json.text(about, "namespace"), name),
            Json.text(o, "reason"),
            Masking.of(shortened(message.isEmpty() ? Json.text(o, "note") : message)),
            count,
            first,
            last.or(() -> first),
            place));
  }

  private static String shortened(String message) {
    return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
  }

  private void csiDriver(JsonNode object, String name, Place place) {
    JsonNode spec = object.path("spec");
    List<String> audiences = new ArrayList<>();
    spec.path("tokenRequests").forEach(r -> audiences.add(Json.text(r, "audience")));
    part.csiDrivers.add(
        new CsiDriver(
            name, audiences, Json.truth(spec.path("requiresRepublish")).orElse(false), place));
  }

  private void lease(JsonNode object, String ns, String name, Place place) {
    Optional<Instant> renewed = Json.time(object, "spec", "renewTime");
    part.seen(renewed);
    part.leases.add(
        new Lease(ns, name, Json.text(object, "spec", "holderIdentity"), renewed, place));
  }

  private void configMap(JsonNode object, String ns, String name) {
    if (ns.equals("kube-system") && name.equals(TRACKING)) {
      try {
        part.trackingSince = Optional.of(LocalDate.parse(Json.text(object, "data", "since")));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("data.since is no date", e);
      }
    }
  }

  /** OpenShift's own word on what its API servers run: {@code 1.21.1}. */
  private void operator(JsonNode object, String name) {
    if (name.equals("kube-apiserver")) {
      for (JsonNode version : Json.at(object, "status", "versions")) {
        if (Json.text(version, "name").equals(name)) {
          part.serverVersion = "v" + Json.text(version, "version");
        }
      }
    }
  }

  /** Whatever has a pod template, whatever its kind is called. */
  private void workload(
      JsonNode object, String kind, JsonNode metadata, String ns, String name, Place place) {
    JsonNode spec = object.path("spec");
    boolean cron = kind.equals("CronJob");
    JsonNode template =
        cron ? Json.at(spec, "jobTemplate", "spec", "template") : spec.path("template");
    JsonNode podSpec = template.path("spec");
    if (!podSpec.path("containers").isArray()) {
      return;
    }
    boolean suspended = Json.truth(spec.path("suspend")).orElse(false);
    PodSpec reads = PodSpecs.of(podSpec, "");
    part.workloads.add(
        new Workload(
            new ObjectRef(kind, ns, name),
            Json.text(metadata, "uid"),
            Json.time(metadata, "creationTimestamp"),
            cron && suspended ? 0 : Json.number(spec.path("replicas"), 1),
            reads,
            place));
  }
}
