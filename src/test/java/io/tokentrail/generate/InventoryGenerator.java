package io.tokentrail.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the snapshot of a cluster with many service accounts, each with two token Secrets and one
 * pod, and the last hour of its audit log.
 *
 * <p>By hand: run the class with the test class path: {@code InventoryGenerator FOLDER ACCOUNTS
 * [SEED]}. What is true of each Secret stands in {@code FOLDER.truth.tsv}: {@code namespace,
 * secret, verdict, safe_to_delete}.
 */
public final class InventoryGenerator {

  private static final Instant END = Instant.parse("2026-05-20T12:00:00Z");
  private static final int ACCOUNTS_OF_A_NAMESPACE = 50;

  private final SplittableRandom random;
  private final int accounts;
  private final List<String> truth = new ArrayList<>();
  private final List<String> used = new ArrayList<>();

  private InventoryGenerator(int accounts, long seed) {
    this.accounts = accounts;
    this.random = new SplittableRandom(seed);
  }

  /** Runs by hand. */
  public static void main(String[] args) throws IOException {
    write(
        Path.of(args[0]), Integer.parseInt(args[1]), args.length > 2 ? Long.parseLong(args[2]) : 7);
  }

  /**
   * Writes a cluster.
   *
   * @return what is true of each Secret, tab-separated: namespace, Secret, verdict, safe to delete
   */
  public static List<String> write(Path folder, int accounts, long seed) throws IOException {
    Files.createDirectories(folder);
    InventoryGenerator cluster = new InventoryGenerator(accounts, seed);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("all.json"), UTF_8)) {
      cluster.snapshot(out);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("audit.log"), UTF_8)) {
      cluster.log(out);
    }
    Path name = folder.getFileName();
    Files.write(folder.resolveSibling(name + ".truth.tsv"), cluster.truth);
    return List.copyOf(cluster.truth);
  }

  private void snapshot(BufferedWriter out) throws IOException {
    out.write("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"metadata\":{\"annotations\":");
    out.write("{\"tokentrail-collected-at\":\"" + END + "\"}},\"items\":[\n");
    out.write(
        object("ConfigMap", "kube-system", "kube-apiserver-legacy-service-account-token-tracking")
            + ",\"data\":{\"since\":\"2024-02-18\"}}\n");
    for (String kind : List.of("DaemonSet", "StatefulSet")) {
      item(out, workload(kind, "kube-system", kind.toLowerCase(Locale.ROOT), 1, ""));
    }
    item(
        out,
        object("CronJob", "kube-system", "nightly")
            + ",\"spec\":{\"jobTemplate\":{\"spec\":{\"template\":{\"spec\":"
            + spec("default", "")
            + "}}}}}");
    for (int i = 0; i < accounts; i++) {
      account(out, i);
    }
    out.write("]}\n");
  }

  private void account(BufferedWriter out, int i) throws IOException {
    String ns = "team-" + i / ACCOUNTS_OF_A_NAMESPACE;
    String name = "app-" + i;
    String auto = name + "-token-" + Integer.toString(random.nextInt(60_466_176), 36);
    item(out, object("ServiceAccount", ns, name) + ",\"secrets\":[{\"name\":\"" + auto + "\"}]}");
    item(out, secret(ns, auto, name, ""));
    truth.add(String.join("\t", ns, auto, "stale", "yes"));

    String manual = name + "-ci";
    int sort = random.nextInt(10);
    String verdict = "stale";
    String label = "";
    String mounted = "";
    switch (sort) {
      case 0 -> {
        verdict = "referenced";
        mounted = manual;
      }
      case 1 -> {
        verdict = "referenced";
        item(out, workload("Deployment", ns, name + "-standby", 0, manual));
      }
      case 2 -> {
        verdict = "in_use";
        label = "2026-05-02";
      }
      case 3 -> {
        verdict = "in_use";
        label = "2026-05-20";
        used.add(ns + "\t" + name + "\t" + manual);
      }
      default -> {}
    }
    item(out, secret(ns, manual, name, label));
    truth.add(String.join("\t", ns, manual, verdict, verdict.equals("stale") ? "yes" : "no"));
    item(out, workload("Deployment", ns, name, 1, mounted));
    item(
        out,
        object("Pod", ns, name + "-7d9f8-x" + Integer.toString(i, 36))
            + ",\"spec\":"
            + spec(name, mounted)
            + ",\"status\":{\"phase\":\"Running\",\"podIP\":\"10."
            + i / 65_536
            + "."
            + i / 256 % 256
            + "."
            + i % 256
            + "\"}}");
  }

  private static void item(BufferedWriter out, String json) throws IOException {
    out.write(",");
    out.write(json);
    out.write("\n");
  }

  private static String object(String kind, String ns, String name) {
    return "{\"apiVersion\":\"v1\",\"kind\":\""
        + kind
        + "\",\"metadata\":{\"namespace\":\""
        + ns
        + "\",\"name\":\""
        + name
        + "\",\"uid\":\""
        + Integer.toHexString((kind + ns + name).hashCode())
        + "\",\"creationTimestamp\":\"2023-03-01T00:00:00Z\"}";
  }

  private static String secret(String ns, String name, String account, String lastUsed) {
    String labels =
        lastUsed.isEmpty()
            ? ""
            : ",\"labels\":{\"kubernetes.io/legacy-token-last-used\":\"" + lastUsed + "\"}";
    String object = object("Secret", ns, name);
    return object.substring(0, object.length() - 1)
        + labels
        + ",\"annotations\":{\"kubernetes.io/service-account.name\":\""
        + account
        + "\"}},\"type\":\"kubernetes.io/service-account-token\"}";
  }

  private static String workload(String kind, String ns, String name, int replicas, String secret) {
    return object(kind, ns, name)
        + ",\"spec\":{\"replicas\":"
        + replicas
        + ",\"template\":{\"spec\":"
        + spec(name, secret)
        + "}}}";
  }

  private static String spec(String account, String secret) {
    String env =
        secret.isEmpty() ? "" : ",\"envFrom\":[{\"secretRef\":{\"name\":\"" + secret + "\"}}]";
    return "{\"serviceAccountName\":\""
        + account
        + "\",\"containers\":[{\"name\":\"main\",\"image\":\"registry.example.com/"
        + account
        + ":1.0\""
        + env
        + ",\"volumeMounts\":[{\"name\":\"kube-api-access-x\",\"mountPath\":"
        + "\"/var/run/secrets/kubernetes.io/serviceaccount\"}]}],\"volumes\":[{\"name\":"
        + "\"kube-api-access-x\",\"projected\":{\"sources\":[{\"serviceAccountToken\":"
        + "{\"expirationSeconds\":3607,\"path\":\"token\"}}]}}]}";
  }

  private void log(BufferedWriter out) throws IOException {
    int id = 0;
    for (int minute = 0; minute < 60; minute++) {
      Instant at = END.minusSeconds(60L * (60 - minute));
      out.write(event("idle-" + minute, at, "team-0", "app-0", ""));
      for (int i = minute; i < used.size(); i += 60) {
        String[] parts = used.get(i).split("\t", -1);
        out.write(event("use-" + id++, at, parts[0], parts[1], parts[2]));
      }
    }
  }

  private static String event(String id, Instant at, String ns, String account, String secret) {
    String annotations =
        secret.isEmpty()
            ? ""
            : ",\"annotations\":{\"authentication.k8s.io/legacy-token\":\"system:serviceaccount:"
                + ns
                + ":"
                + account
                + "\",\"authentication.k8s.io/legacy-token-manual-secret\":\""
                + secret
                + "\"}";
    String time = at.toString().replace("Z", ".000001Z");
    return """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"%s","stage":"ResponseComplete",\
        "requestURI":"/api/v1/namespaces/%s/pods","verb":"list","user":{"username":"system:serviceaccount:%s:%s"},\
        "sourceIPs":["192.0.2.7"],"userAgent":"deployer/2.1","objectRef":{"resource":"pods","namespace":"%s",\
        "apiVersion":"v1"},"responseStatus":{"metadata":{},"code":200},"requestReceivedTimestamp":"%s",\
        "stageTimestamp":"%s"%s}
        """
        .formatted(id, ns, ns, account, ns, time, time, annotations);
  }
}
