package io.tokentrail.ingest.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.TokenSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {

  private static final Instant NEVER = Instant.parse("1970-01-02T00:00:00Z");

  private Tally tally;

  private SnapshotPart read(String path, String text) {
    tally =
        new Tally(
            new Offered(path, path, 0, Compression.NONE, InputFile.Kind.SNAPSHOT, "", ""), 100);
    try {
      return SnapshotReader.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          tally,
          (jwt, place) -> Optional.empty(),
          () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snapshot only(SnapshotPart... parts) {
    List<Snapshot> all = Snapshots.of(List.of(parts), Map.of(), NEVER, Map.of());
    assertEquals(1, all.size());
    return all.get(0);
  }

  private Snapshot one(String json) {
    return only(read("all.json", json));
  }

  private static String list(String... items) {
    return "{\"apiVersion\":\"v1\",\"items\":[" + String.join(",", items) + "],\"kind\":\"List\"}";
  }

  private static String object(String kind, String metadata, String rest) {
    return "{\"kind\":\"" + kind + "\",\"metadata\":{" + metadata + "}" + rest + "}";
  }

  private static final String POD =
      """
      {"kind":"Pod","apiVersion":"v1",
       "metadata":{"namespace":"shop","name":"cart-1","uid":"u-1",
         "creationTimestamp":"2025-03-01T10:00:00Z",
         "ownerReferences":[{"kind":"ReplicaSet","name":"cart","controller":true}]},
       "spec":{"serviceAccountName":"cart","nodeName":"n1",
         "imagePullSecrets":[{"name":"s-pull"}],
         "securityContext":{"runAsUser":1000},
         "volumes":[
           {"name":"kube-api-access-x","projected":{"sources":[
             {"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},
             {"secret":{"name":"s-projected"}}]}},
           {"name":"vault","projected":{"sources":[
             {"serviceAccountToken":{"audience":"vault","path":"vault-token"}}]}},
           {"name":"a","secret":{"secretName":"s-volume"}},
           {"name":"b","csi":{"driver":"d.csi","nodePublishSecretRef":{"name":"s-csi"}}},
           {"name":"c","azureFile":{"secretName":"s-azure"}},
           {"name":"d","rbd":{"secretRef":{"name":"s-rbd"}}},
           {"name":"e","persistentVolumeClaim":{"claimName":"pvc-1"}},
           {"name":"f","ephemeral":{"volumeClaimTemplate":{}}}],
         "initContainers":[{"image":"i:1",
           "envFrom":[{"secretRef":{"name":"s-from"}}]}],
         "containers":[{"image":"c:1",
           "env":[{"name":"X","valueFrom":{"secretKeyRef":{"name":"s-env","key":"k"}}}],
           "volumeMounts":[{"name":"kube-api-access-x","mountPath":"/v"},
             {"name":"vault","mountPath":"/w/vault-token","subPath":"vault-token"}]}],
         "ephemeralContainers":[{"image":"e:1",
           "env":[{"valueFrom":{"secretKeyRef":{"name":"s-debug"}}}]}]},
       "status":{"phase":"Running","podIP":"10.0.0.5","podIPs":[{"ip":"10.0.0.5"},{"ip":"fd00::5"}],
         "hostIP":"192.0.2.1","startTime":"2025-03-01T10:00:05Z"}}
      """;

  @Test
  void aPodNamesEveryReferenceToASecret() {
    Pod pod = one(list(POD)).pods().get(0);
    assertEquals(
        new TreeSet<>(
            Set.of(
                "s-pull",
                "s-projected",
                "s-volume",
                "s-csi",
                "s-azure",
                "s-rbd",
                "s-from",
                "s-env",
                "s-debug")),
        pod.spec().secrets());
    assertEquals(Set.of("d.csi"), pod.spec().csiDrivers());
    assertEquals(Set.of("pvc-1", "cart-1-f"), pod.spec().claims());
    assertEquals(List.of("i:1", "c:1", "e:1"), pod.spec().images());
  }

  @Test
  void aPodTellsItsTokensAndHowTheyAreMounted() {
    Pod pod = one(list(POD)).pods().get(0);
    assertEquals(
        List.of(
            new TokenSource("kube-api-access-x", "", 3607, "token", true, false),
            new TokenSource("vault", "vault", 3600, "vault-token", true, true)),
        pod.spec().tokenSources());
    assertTrue(pod.spec().commonRunAsUser());
    assertFalse(pod.spec().fsGroup());
    assertEquals(new Account("shop", "cart"), pod.account());
    assertEquals(List.of("10.0.0.5", "fd00::5"), pod.ips());
    assertEquals("ReplicaSet/cart", pod.owner());
    assertEquals(Optional.of(Instant.parse("2025-03-01T10:00:05Z")), pod.startedAt());
  }

  @Test
  void aSecretKeepsItsLabelsAndNeverItsData() {
    Snapshot snapshot =
        one(
            list(
                object(
                    "Secret",
                    "\"namespace\":\"ci\",\"name\":\"robot-token\",\"annotations\":"
                        + "{\"kubernetes.io/service-account.name\":\"robot\"},\"labels\":"
                        + "{\"kubernetes.io/legacy-token-last-used\":\"2024-05-06\"}",
                    ",\"type\":\"kubernetes.io/service-account-token\","
                        + "\"data\":{\"token\":\"cGxhbnRlZA==\"}"),
                object(
                    "Secret",
                    "\"namespace\":\"ci\",\"name\":\"tls\"",
                    ",\"type\":\"kubernetes.io/tls\",\"data\":{\"tls.key\":\"cGxhbnRlZA==\"}")));
    TokenSecret secret = snapshot.tokenSecrets().get(0);
    assertEquals("robot", secret.serviceAccount());
    assertEquals("2024-05-06", secret.lastUsedLabel());
    assertTrue(secret.hasToken());
    assertEquals(1, snapshot.otherSecrets());
    assertEquals(Set.of("ci/robot-token", "ci/tls"), snapshot.secretNames());
    assertFalse(snapshot.toString().contains("cGxhbnRlZA"));
    assertFalse(snapshot.toString().contains("planted"));
  }

  @Test
  void anAccountListsTheSecretsThatCountAsItsOwn() {
    AccountObject account =
        one(list(
                object(
                    "ServiceAccount",
                    "\"namespace\":\"ci\",\"name\":\"robot\",\"uid\":\"r-1\"",
                    ",\"secrets\":[{\"name\":\"robot-token\"}],"
                        + "\"automountServiceAccountToken\":false")))
            .accounts()
            .get(0);
    assertEquals(List.of("robot-token"), account.secrets());
    assertEquals(Optional.of(false), account.automount());
  }

  @Test
  void aMalformedObjectIsOneRejectAndTheOthersGoOn() {
    Snapshot snapshot = one(list(POD, "{\"kind\":\"Pod\"}", "42", POD.replace("cart-1", "cart-2")));
    assertEquals(2, snapshot.pods().size());
    assertEquals(
        List.of("item:2", "item:3"), tally.rejects().stream().map(r -> r.positionText()).toList());
    assertEquals(2, tally.row("", 0).records());
  }

  @Test
  void aSyntaxErrorCostsTheObjectThatItIsIn() {
    String broken = POD.replace("cart-1", "cart-2").replace("\"spec\":", "\"spec\" oops ");
    Snapshot snapshot = one(list(POD, broken, POD.replace("cart-1", "cart-3")));
    assertEquals(
        List.of("cart-1", "cart-3"), snapshot.pods().stream().map(p -> p.name()).sorted().toList());
    assertEquals(List.of("item:2"), tally.rejects().stream().map(r -> r.positionText()).toList());
    assertEquals("broken JSON", tally.rejects().get(0).why());
    assertEquals(2, tally.row("", 0).records());
  }

  @Test
  void aBrokenYamlDocumentDoesNotTakeTheOthersAlong() {
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: NAME, namespace: shop}\nspec: {}\n---\n";
    Snapshot snapshot =
        only(
            read(
                "all.yaml",
                pod.replace("NAME", "a") + pod.replace("NAME", "[b") + pod.replace("NAME", "c")));
    assertEquals(2, snapshot.pods().size());
    assertEquals("broken YAML", tally.rejects().get(0).why());
    assertEquals(3, tally.row("", 0).records() + tally.row("", 0).rejected());
  }

  @Test
  void aCutOffListKeepsWhatCameBeforeTheCut() {
    String whole = list(POD, POD.replace("cart-1", "cart-2"));
    Snapshot snapshot = one(whole.substring(0, whole.length() - 200));
    assertEquals(1, snapshot.pods().size());
    assertEquals("item:2", tally.rejects().get(0).positionText());
  }

  @Test
  void itemsOfATypedListNeedNoKindOfTheirOwn() {
    String pod = POD.replace("\"kind\":\"Pod\",\"apiVersion\":\"v1\",", "");
    Snapshot snapshot = one("{\"kind\":\"PodList\",\"items\":[" + pod + "]}");
    assertEquals("cart-1", snapshot.pods().get(0).name());
    assertEquals(Set.of("secrets"), one("{\"kind\":\"SecretList\",\"items\":[]}").kinds());
  }

  @Test
  void yamlSaysTheSameAsJson() {
    String yaml =
        """
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: robot
          namespace: ci
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly, namespace: ci}
        spec:
          suspend: true
          jobTemplate:
            spec:
              template:
                spec:
                  serviceAccountName: robot
                  containers:
                    - name: c
                      image: c:1
        """;
    Snapshot snapshot = only(read("a.yaml", yaml));
    assertEquals(new Account("ci", "robot"), snapshot.accounts().get(0).account());
    assertEquals("robot", snapshot.workloads().get(0).template().serviceAccount());
    assertEquals(0, snapshot.workloads().get(0).replicas());
  }

  @Test
  void bothFormsOfEventsAreRead() {
    Snapshot snapshot =
        one(
            list(
                object(
                    "Event",
                    "\"name\":\"a\"",
                    ",\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"shop\",\"name\":\"p\"},"
                        + "\"reason\":\"FailedMount\",\"message\":\"m\",\"count\":3,"
                        + "\"firstTimestamp\":\"2025-03-01T10:00:00Z\","
                        + "\"lastTimestamp\":\"2025-03-01T10:05:00Z\""),
                object(
                    "Event",
                    "\"name\":\"b\"",
                    ",\"regarding\":{\"kind\":\"Pod\",\"namespace\":\"shop\",\"name\":\"q\"},"
                        + "\"reason\":\"Killing\",\"note\":\"n\",\"firstTimestamp\":null,"
                        + "\"eventTime\":\"2025-03-01T10:01:00.123456Z\"")));
    assertEquals(3, snapshot.events().get(0).count());
    assertEquals("n", snapshot.events().get(1).message());
    assertEquals(
        Optional.of(Instant.parse("2025-03-01T10:01:00.123456Z")),
        snapshot.events().get(1).lastAt());
  }

  @Test
  void theControlPlanesPodsRevealItsFlags() {
    Snapshot snapshot =
        one(
            list(
                object(
                    "Pod",
                    "\"namespace\":\"kube-system\",\"name\":\"kube-apiserver-cp\"",
                    ",\"spec\":{\"containers\":[{\"command\":[\"kube-apiserver\","
                        + "\"--service-account-issuer=https://new\","
                        + "\"--service-account-issuer=https://old\","
                        + "\"--service-account-max-token-expiration=1h30m\","
                        + "\"--anonymous-auth\",\"false\"]}]}"),
                object(
                    "Pod",
                    "\"namespace\":\"kube-system\",\"name\":\"kube-controller-manager-cp\"",
                    ",\"spec\":{\"containers\":[{\"args\":["
                        + "\"--legacy-service-account-token-clean-up-period=720h\"]}]}"),
                object(
                    "ConfigMap",
                    "\"namespace\":\"kube-system\",\"name\":"
                        + "\"kube-apiserver-legacy-service-account-token-tracking\"",
                    ",\"data\":{\"since\":\"2024-01-02\"}")));
    assertEquals(List.of("https://new", "https://old"), snapshot.flags().issuers());
    assertEquals(List.of("https://new", "https://old"), snapshot.flags().apiAudiences());
    assertEquals(Optional.of(Duration.ofMinutes(90)), snapshot.flags().maxExpiration());
    assertEquals(Optional.of(false), snapshot.flags().anonymousAuth());
    assertEquals(Optional.of(Duration.ofDays(30)), snapshot.flags().cleanUpPeriod());
    assertEquals(Optional.of(LocalDate.parse("2024-01-02")), snapshot.trackingSince());
  }

  @Test
  void aFolderWithTheCollectorsStampIsASnapshotOfThatTime() {
    SnapshotPart[] parts = {
      read("s-1/tokentrail-collected-at", "2025-03-01T12:00:00Z\n"),
      read("s-1/version.json", "{\"serverVersion\":{\"gitVersion\":\"v1.31.4\"}}"),
      read("s-1/ns/pods.json", list(POD)),
      read("s-2/tokentrail-collected-at", "2025-03-01T11:00:00Z\n"),
      read("s-2/pods.json", list(POD))
    };
    List<Snapshot> all = Snapshots.of(List.of(parts), Map.of(), NEVER, Map.of());
    assertEquals(
        List.of(Instant.parse("2025-03-01T11:00:00Z"), Instant.parse("2025-03-01T12:00:00Z")),
        all.stream().map(Snapshot::at).toList());
    assertEquals("v1.31.4", all.get(1).serverVersion());
  }

  @Test
  void filesWithoutAStampAreOneSnapshotUnlessTheyShowTheSameAgain() {
    SnapshotPart pods = read("d/pods.json", list(POD));
    SnapshotPart accounts =
        read("d/sa.json", list(object("ServiceAccount", "\"namespace\":\"a\",\"name\":\"b\"", "")));
    assertEquals(1, only(pods, accounts).pods().size());
    assertEquals(Instant.parse("2025-03-01T10:00:05Z"), only(pods, accounts).at());
    SnapshotPart later = read("d/later.json", list(POD.replace("10:00:05", "11:00:00")));
    assertEquals(2, Snapshots.of(List.of(pods, later), Map.of(), NEVER, Map.of()).size());
  }

  @Test
  void aGivenTimeOverrulesWhatStandsInside() {
    Instant given = Instant.parse("2025-03-05T00:00:00Z");
    assertEquals(
        given,
        Snapshots.of(List.of(read("d/pods.json", list(POD))), Map.of("d", given), NEVER, Map.of())
            .get(0)
            .at());
  }

  @Test
  void aMustGatherTellsItsServersVersionAndWhenItWasMade() {
    String operator =
        """
        ---
        apiVersion: config.openshift.io/v1
        kind: ClusterOperator
        metadata:
          name: kube-apiserver
        status:
          versions:
          - name: raw-internal
            version: 4.16.3
          - name: kube-apiserver
            version: 1.29.6
        """;
    String stamps =
        """
        2025-03-01 11:58:14.632108865 +0000 UTC m=+0.833001819
        2025-03-01 13:02:15.937868249 +0100 CET m=+241.388301276
        """;
    Snapshot snapshot =
        only(
            read("m/image/timestamp", stamps),
            read("m/image/cluster-scoped-resources/config.openshift.io/o.yaml", operator),
            read("m/image/namespaces/shop/core/pods.json", list(POD)));
    assertEquals("v1.29.6", snapshot.serverVersion());
    assertEquals(Instant.parse("2025-03-01T12:02:15.937868249Z"), snapshot.at());
  }

  @Test
  void aListsKindMayComeBehindItsItems() {
    Snapshot json =
        one(
            "{\"apiVersion\":\"v1\",\"items\":["
                + "{\"metadata\":{\"namespace\":\"shop\",\"name\":\"cart\"}},"
                + "{\"metadata\":{\"namespace\":\"shop\",\"name\":\"till\"}}],"
                + "\"kind\":\"ServiceAccountList\"}");
    assertEquals(2, json.accounts().size());
    assertEquals(0, tally.rejected());
    Snapshot yaml =
        one(
            """
            apiVersion: v1
            items:
            - metadata:
                name: cart
                namespace: shop
            - metadata:
                namespace: shop
            kind: ServiceAccountList
            """);
    assertEquals(1, yaml.accounts().size());
    assertEquals(1, tally.rejected());
  }

  @Test
  void objectsThatLostTheirKindAreTaken() {
    Snapshot all =
        one(
            "[{\"metadata\":{\"namespace\":\"shop\",\"name\":\"cart-1\"},"
                + "\"spec\":{\"containers\":[{\"name\":\"c\"}],\"serviceAccountName\":\"cart\"},"
                + "\"status\":{\"phase\":\"Running\"}},"
                + "{\"metadata\":{\"namespace\":\"shop\",\"name\":\"cart\"},"
                + "\"imagePullSecrets\":[{\"name\":\"pull\"}]},"
                + "{\"metadata\":{\"namespace\":\"shop\",\"name\":\"x\"},\"spec\":{}}]");
    assertEquals("cart-1", all.pods().get(0).name());
    assertEquals(1, all.accounts().size());
    assertEquals(1, tally.rejected(), "nothing tells what it is");
  }
}
