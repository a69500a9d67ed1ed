package io.tokentrail.attribute;

import static io.tokentrail.model.Scene.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Target;
import io.tokentrail.rotate.Lifetimes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final String AGENT = "okhttp/4.12.0";

  private static Attributed only(Scene scene) {
    List<Attributed> all = all(scene);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static List<Attributed> all(Scene scene) {
    Facts facts = scene.facts();
    return Attribution.of(facts, Lifetimes.of(facts));
  }

  private static Sender sender(Scene scene) {
    return only(scene).sender();
  }

  @Test
  void anAgentThatEndsInAnAccountNamesIt() {
    Sender sender =
        sender(
            new Scene()
                .refused(
                    60,
                    "192.0.2.11",
                    "kube-controller-manager/v1.34.4 (linux/amd64) kubernetes/d0a5c3c"
                        + "/system:serviceaccount:kube-system:job-controller",
                    "shop",
                    "pods"));
    assertEquals(Optional.of(account("kube-system/job-controller")), sender.account());
    assertEquals(Method.CREDENTIAL, sender.method());
    assertTrue(sender.confidence() > 0.95);
  }

  @Test
  void aLookUpOfADeletedAccountWithinTheRequestNamesIt() {
    Sender sender =
        sender(
            new Scene()
                .refused(60, "198.51.100.7", AGENT, "shop", "pods")
                .lookedUp(60.001, "serviceaccounts", "shop", "search"));
    assertEquals(Optional.of(account("shop/search")), sender.account());
    assertEquals(Method.LOOKUP, sender.method());
  }

  @Test
  void aLookUpOfADeletedSecretNamesTheAccountThatAnEarlierSnapshotKnows() {
    Sender sender =
        sender(
            new Scene()
                .secret("ci/deployer", "deployer-token")
                .snapshotAt(0)
                .refused(900, "198.51.100.31", AGENT, "ci", "pods")
                .lookedUp(900.001, "secrets", "ci", "deployer-token"));
    assertEquals(Optional.of(account("ci/deployer")), sender.account());
  }

  @Test
  void aLookUpOutsideTheRequestSaysNothing() {
    Sender sender =
        sender(
            new Scene()
                .refused(60, "198.51.100.7", AGENT, "shop", "pods")
                .lookedUp(61, "serviceaccounts", "shop", "search"));
    assertEquals(Sender.NOBODY, sender);
  }

  @Test
  void aPodsOwnAddressNamesItsAccount() {
    Sender sender =
        sender(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -900, 3607)
                .refused(60, "10.244.1.5", AGENT, "shop", "pods"));
    assertEquals(Optional.of(account("shop/cart")), sender.account());
    assertEquals("cart-1", sender.pod());
    assertEquals("worker-a", sender.node());
    assertEquals(Method.POD_IP, sender.method());
  }

  @Test
  void anAddressThatAPodGotLaterDoesNotNameIt() {
    Sender sender =
        sender(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", 3600, 3607)
                .refused(60, "10.244.1.5", AGENT, "data", "pods"));
    assertEquals(Optional.empty(), sender.account());
  }

  @Test
  void theSameAddressAndAgentBeforeAndAfterNamesTheAccount() {
    Sender sender =
        sender(
            new Scene()
                .servedLegacy("reporting/mailer", "192.0.2.94", "deployer/2.1", 0, 1000)
                .refused(1200, "192.0.2.94", "deployer/2.1", "reporting", "deployments"));
    assertEquals(Optional.of(account("reporting/mailer")), sender.account());
    assertEquals(Method.SAME_CLIENT, sender.method());
  }

  @Test
  void aKubeletsOwnRefusalNamesNoAccountThoughItAskedForOnesToken() {
    Sender sender =
        sender(
            new Scene()
                .node("worker-d", "192.0.2.15")
                .pod("shop/cart", "cart-1", "worker-d", "10.244.4.5", -900, 3607)
                .refused(
                    60,
                    "192.0.2.15",
                    "kubelet/v1.34.4 (linux/amd64) kubernetes/d0a5c3c",
                    new Target("", "serviceaccounts", "token", "shop", "cart", "")));
    assertEquals(Optional.empty(), sender.account());
    assertEquals("worker-d", sender.node());
  }

  @Test
  void aScannerFromOutsideIsNobody() {
    assertEquals(
        Sender.NOBODY,
        sender(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -900, 3607)
                .refused(60, "198.51.100.66", "masscan/1.3", "kube-system", "secrets")));
  }

  @Test
  void behindANodesAddressTheOneWhoseTokenDiedIsNamed() {
    Scene scene =
        new Scene()
            .node("worker-a", "192.0.2.12")
            .extending(false)
            .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -10000, 3607)
            .pod("geo/tiles", "tiles-1", "worker-a", "10.244.1.6", -10000, 3607)
            .granted(100, "worker-a", "shop/cart", "cart-a")
            .granted(120, "worker-a", "geo/tiles", "tiles-a")
            .granted(3000, "worker-a", "shop/cart", "cart-b")
            .granted(3020, "worker-a", "geo/tiles", "tiles-b")
            .served("shop/cart", "192.0.2.12", AGENT, "cart-1", "cart-a", 150, 3760)
            .served("geo/tiles", "192.0.2.12", AGENT, "tiles-1", "tiles-a", 150, 3040)
            .served("geo/tiles", "192.0.2.12", AGENT, "tiles-1", "tiles-b", 3060, 5900)
            .refused(3775, "192.0.2.12", AGENT, "", "nodes")
            .said(
                3775.0015,
                Reason.EXPIRED,
                "[invalid bearer token, service account token has expired]",
                "");
    Attributed attributed = only(scene);
    assertEquals(Reason.EXPIRED, attributed.reason());
    assertEquals(Optional.of(account("shop/cart")), attributed.sender().account());
  }

  @Test
  void behindANodesAddressAndWithNothingToTellThemApartNobodyIsNamed() {
    Sender sender =
        sender(
            new Scene()
                .node("worker-a", "192.0.2.12")
                .served("shop/cart", "192.0.2.12", AGENT, "cart-1", "", 0, 9000)
                .served("geo/tiles", "192.0.2.12", AGENT, "tiles-1", "", 0, 9000)
                .refused(3775, "192.0.2.12", AGENT, "", "nodes"));
    assertEquals(Optional.empty(), sender.account());
    assertEquals(2, sender.alternatives().size());
  }

  @Test
  void aPodBetweenTwoSnapshotsIsKnownByItsKubeletsRequestAndWhatItAsksFor() {
    Sender sender =
        sender(
            new Scene()
                .pod("shop/cart", "cart-1", "worker-a", "10.244.1.5", -900, 3607)
                .granted(58, "worker-a", "payments/rotator", "r-1")
                .refused(
                    60,
                    "10.244.1.15",
                    "rotator/v1.1.0 (linux/amd64) kubernetes/8c2e01d",
                    new Target("", "configmaps", "", "payments", "rotator", "")));
    assertEquals(Optional.of(account("payments/rotator")), sender.account());
    assertEquals("worker-a", sender.node());
  }

  @Test
  void theServersLineNamesTheAccountThroughAClockThatIsOff() {
    Scene scene = new Scene();
    for (int i = 0; i < 6; i++) {
      double at = 60 + 37 * i + i * i;
      scene
          .refused(at, "198.51.100." + (40 + i), AGENT, "ci", "pods")
          .said(at + 0.0015 - 4.2, Reason.INVALIDATED, "... has been marked invalid", "ci/nightly");
    }
    List<Attributed> all = all(scene);
    assertTrue(all.stream().allMatch(a -> a.reason() == Reason.INVALIDATED));
    assertTrue(
        all.stream()
            .allMatch(a -> a.sender().account().equals(Optional.of(account("ci/nightly")))));
  }
}
