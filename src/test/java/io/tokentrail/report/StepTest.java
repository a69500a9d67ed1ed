package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void aBareCommandHasNoWords() {
    assertEquals(new Step("", "kubectl get csr", ""), Step.of("kubectl get csr"));
  }

  @Test
  void aCommentIsWhatToLookFor() {
    assertEquals(
        new Step("", "ssh w sudo systemctl restart kubelet", "containers keep running"),
        Step.of("ssh w sudo systemctl restart kubelet  # containers keep running"));
  }

  @Test
  void wordsBeforeAColonSayWhatTheCommandDoes() {
    assertEquals(
        new Step("Restart the kubelet", "ssh w sudo systemctl restart kubelet", ""),
        Step.of("Restart the kubelet: ssh w sudo systemctl restart kubelet"));
  }

  @Test
  void wordsAfterASemicolonAreNoPartOfTheCommand() {
    assertEquals(
        new Step("give it its own", "kubectl create token -n a b", "it worked when the 401s end"),
        Step.of("give it its own: kubectl create token -n a b; it worked when the 401s end"));
    assertEquals(
        new Step("", "kubectl get node a; kubectl get node b", ""),
        Step.of("kubectl get node a; kubectl get node b"));
  }

  @Test
  void aSentenceIsNoCommand() {
    assertEquals(
        new Step("Read the token file again every minute.", "", ""),
        Step.of("Read the token file again every minute."));
  }

  @Test
  void aSentenceThatNamesToolsIsNoCommand() {
    for (String sentence :
        List.of(
            "find how it left: kubectl exec, a copy into a kubeconfig, a log; it worked when it ends",
            "decode it with `tokentrail token FILE`: issuer and audience tell whose it is",
            "grep 'verifying certificate' in the log around that time: it names the certificate")) {
      assertEquals(new Step(sentence, "", ""), Step.of(sentence));
    }
  }

  @Test
  void commasWithinACommandLeaveItWhole() {
    for (String command :
        List.of(
            "kubectl get pods,nodes -A -o wide | grep -F '10.0.0.9'",
            "kubectl get pods -o jsonpath='{range .items[*]}{.a}, {.b}{end}'",
            "grep -n -A3 -E 'level: Request' /etc/kubernetes/audit-policy.yaml")) {
      assertEquals(new Step("", command, "what for"), Step.of(command + "  # what for"));
    }
  }

  @Test
  void whatIsNotPlainTextIsNoCommand() {
    assertEquals("", Step.of("kubectl get pods\u202E").command());
    assertEquals("", Step.of("kubectl get pods\nreboot").command());
  }
}
