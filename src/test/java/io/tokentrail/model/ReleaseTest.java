package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  private static Release release(String version) {
    return Release.of(version).orElseThrow();
  }

  @Test
  void theVersionTellsThePlatform() {
    assertEquals(Platform.UPSTREAM, release("v1.34.4").platform());
    assertEquals(Platform.EKS, release("v1.33.2-eks-8c1a53c").platform());
    assertEquals(Platform.GKE, release("v1.34.1-gke.1184000").platform());
    assertEquals(Platform.OPENSHIFT, release("v1.29.4+6c1f8e2").platform());
    assertEquals(Platform.K3S, release("v1.30.2+k3s1").platform());
    assertEquals(Platform.RKE2, release("v1.30.2+rke2r1").platform());
  }

  @Test
  void whatIsNoVersionIsNone() {
    for (String text :
        new String[] {"", "v2.1.0", "1.x", "v1.", "v1.34.4 && rm -rf", "v1.9999.1"}) {
      assertEquals(Optional.empty(), Release.of(text), text);
    }
  }

  @Test
  void theAudienceRestrictionWasSwitchedOffAgainWithinOneMinorVersion() {
    assertFalse(Behaviour.AUDIENCE_RESTRICTION.in(release("v1.31.4")));
    assertTrue(Behaviour.AUDIENCE_RESTRICTION.in(release("v1.32.1")));
    assertFalse(Behaviour.AUDIENCE_RESTRICTION.in(release("v1.32.2")));
    assertTrue(Behaviour.AUDIENCE_RESTRICTION.in(release("v1.33.0")));
  }

  @Test
  void openShiftMadeTokenSecretsForLonger() {
    assertTrue(Behaviour.NO_AUTO_SECRETS.in(release("v1.28.9")));
    assertFalse(Behaviour.NO_AUTO_SECRETS.in(release("v1.28.9+6c1f8e2")));
    assertTrue(Behaviour.NO_AUTO_SECRETS.in(release("v1.29.4+6c1f8e2")));
  }

  @Test
  void everyRowNamesItsSourceAndOnceThereStaysThere() {
    for (Behaviour one : Behaviour.values()) {
      assertTrue(one.source().length() > 10, one.name());
      boolean before = false;
      for (int minor = 20; minor <= 40; minor++) {
        boolean now = one.in(release("v1." + minor + ".9"));
        assertTrue(now || !before, one + " is lost in 1." + minor);
        before = now;
      }
      assertTrue(before, one.name());
    }
  }

  @Test
  void onlyEksEndsExtendedTokensEarly() {
    assertEquals(
        "[EKS]",
        Arrays.stream(Platform.values())
            .filter(p -> p.extendedLimit().isPresent())
            .toList()
            .toString());
    assertEquals(90, Platform.EKS.extendedLimit().orElseThrow().toDays());
  }
}
