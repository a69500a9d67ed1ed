package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Client;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Keys;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Place;
import io.tokentrail.model.Pod;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.Reach;
import io.tokentrail.model.ServerFlags;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Target;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import io.tokentrail.model.Workload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small cluster on 2026-05-20, as facts: a snapshot and an audit log of its last hour. */
final class Cluster {

  static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");

  private final TreeSet<String> kinds =
      new TreeSet<>(
          List.of("pods", "serviceaccounts", "secrets", "deployments", "daemonsets", "cronjobs"));
  private final List<Pod> pods = new ArrayList<>();
  private final List<AccountObject> accounts = new ArrayList<>();
  private final List<TokenSecret> secrets = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<ObjectChange> changes = new ArrayList<>();
  private final List<TokenRequest> requests = new ArrayList<>();
  private Optional<LocalDate> tracking = Optional.of(LocalDate.parse("2024-02-18"));
  private Instant snapshotAt = NOW;
  private boolean log = true;

  Cluster without(String kind) {
    kinds.remove(kind);
    switch (kind) {
      case "pods" -> pods.clear();
      case "deployments" -> workloads.clear();
      case "serviceaccounts" -> accounts.clear();
      default -> {}
    }
    return this;
  }

  Cluster withoutTracking() {
    tracking = Optional.empty();
    return this;
  }

  Cluster withoutLog() {
    log = false;
    uses.clear();
    changes.clear();
    return this;
  }

  Cluster snapshotAt(Instant time) {
    snapshotAt = time;
    return this;
  }

  Cluster account(String namespace, String name, String... listed) {
    accounts.add(
        new AccountObject(
            new Account(namespace, name),
            "uid-" + name,
            Optional.of(Instant.parse("2023-01-01T00:00:00Z")),
            Optional.empty(),
            Optional.empty(),
            List.of(listed),
            List.of(),
            Map.of(),
            new Place("snapshot/accounts.json", accounts.size() + 1)));
    return this;
  }

  Cluster secret(String namespace, String name, String account, String lastUsed, String invalid) {
    return secret(namespace, name, account, lastUsed, invalid, "2023-03-01T00:00:00Z");
  }

  Cluster secret(
      String namespace,
      String name,
      String account,
      String lastUsed,
      String invalid,
      String created) {
    secrets.add(
        new TokenSecret(
            namespace,
            name,
            "uid-of-" + name,
            account,
            "uid-" + account,
            Optional.of(Instant.parse(created)),
            Optional.empty(),
            lastUsed,
            invalid,
            true,
            Optional.empty(),
            new Place("snapshot/secrets.json", secrets.size() + 1)));
    return this;
  }

  Cluster pod(String namespace, String name, String account, String... mounted) {
    pods.add(
        new Pod(
            namespace,
            name,
            "uid-" + name,
            "node-1",
            List.of("10.0.0." + (pods.size() + 1)),
            List.of("192.0.2.1"),
            "Running",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            spec(account, mounted),
            new Place("snapshot/pods.json", pods.size() + 1)));
    return this;
  }

  Cluster deploymentAtZero(String namespace, String name, String account, String... mounted) {
    workloads.add(
        new Workload(
            new ObjectRef("Deployment", namespace, name),
            "uid-" + name,
            Optional.empty(),
            0,
            spec(account, mounted),
            new Place("snapshot/deployments.json", workloads.size() + 1)));
    return this;
  }

  private static PodSpec spec(String account, String... mounted) {
    return new PodSpec(
        account,
        Optional.empty(),
        false,
        List.of(),
        new TreeSet<>(List.of(mounted)),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        List.of(),
        false,
        false);
  }

  Cluster legacyUse(String namespace, String account, String secret, long requests) {
    return use(namespace, account, secret, requests, requests, 0);
  }

  Cluster use(
      String namespace, String account, String secret, long requests, long legacy, long stale) {
    Place place = new Place("audit/audit.log", uses.size() + 100L);
    uses.add(
        new Use(
            new Client("198.51.100.4", "deployer/2.1"),
            new Account(namespace, account).username(),
            "",
            "",
            "",
            "",
            secret,
            requests,
            legacy,
            stale,
            0,
            NOW.minusSeconds(3000),
            NOW.minusSeconds(600),
            Instant.EPOCH,
            Instant.EPOCH,
            place,
            place,
            List.of()));
    return this;
  }

  Cluster change(String verb, String namespace, String secret, String user, Instant at) {
    changes.add(
        new ObjectChange(
            "audit-" + changes.size(),
            at,
            verb,
            user,
            new Client("192.0.2.9", "kubectl/v1.30.1"),
            new Target("", "secrets", "", namespace, secret, ""),
            200,
            Map.of(),
            "audit",
            new Place("audit/audit.log", changes.size() + 200L)));
    return this;
  }

  Cluster tokenRequest(String namespace, String account, int code) {
    requests.add(
        new TokenRequest(
            "request-" + requests.size(),
            NOW.minusSeconds(1800),
            NOW.minusSeconds(1800),
            new Client("192.0.2.1", "kubelet/v1.30.1"),
            "system:node:node-1",
            new Account(namespace, account),
            code,
            "",
            "",
            true,
            List.of("vault"),
            600,
            "",
            "",
            "",
            "audit",
            new Place("audit/audit.log", requests.size() + 300L)));
    return this;
  }

  Facts facts() {
    Snapshot snapshot =
        new Snapshot(
            snapshotAt,
            kinds,
            pods,
            accounts,
            secrets,
            0,
            new TreeSet<>(),
            List.of(),
            workloads,
            List.of(),
            List.of(),
            List.of(),
            tracking,
            "v1.30.2",
            ServerFlags.UNKNOWN,
            Reach.WHOLE);
    long minute = NOW.getEpochSecond() / 60;
    TreeMap<Long, Long> minutes = new TreeMap<>(Map.of(minute - 60, 5L, minute, 5L));
    AuditFile file =
        new AuditFile(
            "audit/audit.log",
            "audit",
            Map.of("ResponseComplete", 10L),
            Map.of("Metadata", 10L),
            Map.of(),
            minutes);
    return new Facts(
        List.of(),
        List.of(),
        new AuditFacts(
            log ? List.of(file) : List.of(),
            List.of(),
            requests,
            changes,
            List.of(),
            List.of(),
            uses),
        List.of(snapshot),
        List.of(),
        List.of(),
        List.of(),
        Keys.NONE,
        List.of(),
        List.of());
  }
}
