package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.TokenFile;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Token files of a node that are older than their kubelet lets them become. */
final class TokenFileAges {

  /** Pod syncs alone cost up to 100 s past the refresh at 80 % of the lifetime. */
  private static final Duration SYNCS = Duration.ofSeconds(100);

  private TokenFileAges() {}

  /** Each overdue file of the node with its age and its token's lifetime, the first three. */
  static List<Evidence> overdue(Case subject, String node) {
    List<Evidence> all = new ArrayList<>();
    for (TokenFile file : subject.facts().tokenFiles()) {
      source(subject, file, node)
          .filter(s -> file.age().compareTo(due(s.ttl())) > 0)
          .ifPresent(
              s ->
                  all.add(
                      Evidence.at(
                          file.place(),
                          "the token file is "
                              + file.age().toMinutes()
                              + " min old, of a lifetime of "
                              + s.ttl().toMinutes()
                              + " min: its refresh at 80 % did not come")));
    }
    return all.stream().limit(3).toList();
  }

  private static Duration due(Duration ttl) {
    return ttl.multipliedBy(4).dividedBy(5).plus(SYNCS);
  }

  /** The only token that the file can be: where a pod mounts several, paths may not tell. */
  private static Optional<TokenSource> source(Case subject, TokenFile file, String node) {
    for (Snapshot snapshot : subject.facts().snapshots()) {
      for (Pod pod : snapshot.pods()) {
        if (pod.node().equals(node)
            && pod.namespace().equals(file.namespace())
            && pod.name().equals(file.pod())
            && pod.spec().tokenSources().size() == 1) {
          return Optional.of(pod.spec().tokenSources().get(0));
        }
      }
    }
    return Optional.empty();
  }
}
