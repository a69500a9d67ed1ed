package io.tokentrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void aBareCommandHasNoWords() {
    assertEquals(new Step("", "kubectl get csr"), Step.of("kubectl get csr"));
  }

  @Test
  void aCommentBecomesTheWords() {
    assertEquals(
        new Step("containers keep running", "ssh w sudo systemctl restart kubelet"),
        Step.of("ssh w sudo systemctl restart kubelet  # containers keep running"));
  }

  @Test
  void wordsBeforeAColonSayWhatTheCommandDoes() {
    assertEquals(
        new Step("Restart the kubelet", "ssh w sudo systemctl restart kubelet"),
        Step.of("Restart the kubelet: ssh w sudo systemctl restart kubelet"));
  }

  @Test
  void wordsAfterASemicolonAreNoPartOfTheCommand() {
    assertEquals(
        new Step("give it its own; it worked when the 401s end", "kubectl create token -n a b"),
        Step.of("give it its own: kubectl create token -n a b; it worked when the 401s end"));
    assertEquals(
        new Step("", "kubectl get node a; kubectl get node b"),
        Step.of("kubectl get node a; kubectl get node b"));
  }

  @Test
  void aSentenceIsNoCommand() {
    assertEquals(
        new Step("Read the token file again every minute.", ""),
        Step.of("Read the token file again every minute."));
  }

  @Test
  void whatIsNotPlainTextIsNoCommand() {
    assertEquals("", Step.of("kubectl get pods\u202E").command());
    assertEquals("", Step.of("kubectl get pods\nreboot").command());
  }
}
