package io.tokentrail.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Account;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.Client;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Keys;
import io.tokentrail.model.Mark;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Place;
import io.tokentrail.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

  private final List<ObjectChange> changes = new ArrayList<>();

  private void change(String user, String verb, String resource, String subresource, String name) {
    change(user, verb, resource, subresource, name, 200, Map.of());
  }

  private void change(
      String user,
      String verb,
      String resource,
      String subresource,
      String name,
      int code,
      Map<String, String> facts) {
    int n = changes.size();
    changes.add(
        new ObjectChange(
            "event-" + n,
            NOON.plusSeconds(60L * n),
            verb,
            user,
            new Client("10.0.0.9", "kubectl/v1.33.0"),
            new Target("", resource, subresource, "shop", name, ""),
            code,
            facts,
            "cp-1",
            new Place("audit.log", n + 1)));
  }

  private List<Mark> marks() {
    AuditFacts audit =
        new AuditFacts(List.of(), List.of(), List.of(), changes, List.of(), List.of(), List.of());
    return Marks.of(
        new Facts(
            List.of(), List.of(), audit, List.of(), List.of(), List.of(), List.of(), Keys.NONE,
            List.of(), List.of()),
        List.of());
  }

  private List<String> told() {
    return marks().stream().map(m -> m.kind().code() + " " + m.object() + " " + m.says()).toList();
  }

  @Test
  void aPersonsRolloutDeletionAndInvalidationAreTold() {
    change("ops@example.com", "patch", "deployments", "", "checkout");
    change("ops@example.com", "delete", "secrets", "", "old-token");
    change(
        "ops@example.com",
        "patch",
        "secrets",
        "",
        "other-token",
        200,
        Map.of("legacy-token-invalid-since", "2026-05-20"));
    change("ops@example.com", "create", "pods", "eviction", "checkout-1");

    assertEquals(
        List.of(
            "rollout Deployment/shop/checkout patched by ops@example.com",
            "deletion Secret/shop/old-token deleted by ops@example.com",
            "invalidation Secret/shop/other-token marked invalid by ops@example.com",
            "deletion Pod/shop/checkout-1 evicted by ops@example.com"),
        told());
  }

  @Test
  void whatControllersDoAllDayIsNotTold() {
    change("system:node:worker-a", "delete", "pods", "", "done-1");
    change("system:kube-controller-manager", "update", "deployments", "", "checkout");
    change("system:serviceaccount:kube-system:job-controller", "delete", "pods", "", "job-1");

    assertEquals(List.of(), told());
  }

  @Test
  void whatWasRefusedDidNotHappen() {
    change("ops@example.com", "delete", "secrets", "", "old-token", 403, Map.of());

    assertEquals(List.of(), told());
  }

  @Test
  void anAccountsDeletionTouchesThatAccount() {
    change("ops@example.com", "delete", "serviceaccounts", "", "checkout");

    assertEquals(Optional.of(new Account("shop", "checkout")), marks().get(0).account());
    assertEquals("audit.log:1", marks().get(0).evidence().reference());
  }

  @Test
  void thereAreAtMostSoManyAndTheyStandInTime() {
    for (int i = 0; i < Marks.MOST + 50; i++) {
      change("ops@example.com", "patch", "deployments", "", "d-" + i);
    }
    List<Mark> all = marks();

    assertEquals(Marks.MOST, all.size());
    assertTrue(all.stream().sorted().toList().equals(all));
  }
}
