package io.tokentrail.rotate;

import io.tokentrail.model.Facts;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.TokenFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Token files that were written when a token was granted tell whose it is. A file holds one token:
 * where more were granted in that moment than files were written, it tells nothing of those whose
 * use does not.
 */
final class WrittenFiles {

  /** A file is written as soon as its token is there; its time may lack the fraction. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final Facts facts;
  private final PodLives pods;

  WrittenFiles(Facts facts, PodLives pods) {
    this.facts = facts;
    this.pods = pods;
  }

  /** The same grants of one kubelet and account, with the pods that files tell. */
  List<Grant> named(List<Grant> grants) {
    return grants.stream().map(g -> g.pod().isEmpty() ? named(g, grants) : g).toList();
  }

  private Grant named(Grant grant, List<Grant> grants) {
    Map<String, Long> left = new TreeMap<>();
    facts.tokenFiles().stream()
        .filter(f -> f.namespace().equals(grant.account().namespace()))
        .filter(f -> near(grant, f))
        .map(f -> f.pod() + "\n" + f.path())
        .distinct()
        .map(f -> f.substring(0, f.indexOf('\n')))
        .filter(pod -> runs(pod, grant))
        .forEach(pod -> left.merge(pod, 1L, Long::sum));
    List<Grant> ofMoment = grants.stream().filter(g -> near(grant, g)).toList();
    ofMoment.forEach(g -> left.computeIfPresent(g.pod(), (pod, n) -> n - 1));
    left.values().removeIf(n -> n <= 0);
    if (left.size() != 1) {
      return grant;
    }
    Map.Entry<String, Long> only = left.entrySet().iterator().next();
    long nameless = ofMoment.stream().filter(g -> g.pod().isEmpty()).count();
    return nameless <= only.getValue() ? grant.withPod(only.getKey(), "") : grant;
  }

  private boolean runs(String pod, Grant grant) {
    return pods.named(grant.account().namespace(), pod).stream()
        .anyMatch(
            l ->
                l.node().equals(grant.node())
                    && l.account().filter(grant.account()::equals).isPresent());
  }

  private static boolean near(Grant grant, TokenFile file) {
    return Duration.between(grant.grantedAt(), file.modifiedAt()).abs().compareTo(AT_ONCE) <= 0;
  }

  private static boolean near(Grant one, Grant other) {
    return Duration.between(one.grantedAt(), other.grantedAt()).abs().compareTo(AT_ONCE) <= 0;
  }
}
