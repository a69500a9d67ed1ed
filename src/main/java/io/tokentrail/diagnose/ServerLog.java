package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether the API servers' log would have told why a 401 was refused: it says so for every bad
 * credential, and nothing at all where none was sent.
 */
final class ServerLog {

  /** This many told 401s around show that the log was there and could be joined. */
  private static final int WITNESSES = 2;

  private static final Duration AROUND = Duration.ofMinutes(90);

  /** How likely a log that loses lines may leave all of a client's 401s untold by chance. */
  private static final double CHANCE = 0.01;

  private final NavigableMap<Instant, Integer> told = new TreeMap<>();
  private int all;

  private ServerLog() {}

  static ServerLog of(List<Refusal> refusals) {
    ServerLog log = new ServerLog();
    log.all = refusals.size();
    for (Refusal refusal : refusals) {
      if (refusal.told()) {
        log.told.merge(refusal.at(), 1, Integer::sum);
      }
    }
    return log;
  }

  static boolean given(Case subject) {
    return subject.facts().hasLogOf("kube-apiserver");
  }

  /** Whether it speaks around that time. */
  boolean speaksAt(Instant time) {
    int witnesses = 0;
    for (int n : told.subMap(time.minus(AROUND), true, time.plus(AROUND), true).values()) {
      witnesses += n;
      if (witnesses >= WITNESSES) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether lost lines alone may be why so many 401s of one client have none.
   *
   * @param untold its 401s without a line
   * @param ofClient all its 401s
   */
  boolean mayHaveLost(int untold, int ofClient) {
    double others = Math.max(1, all - ofClient);
    double lost = 1 - Math.min(1, (size() - (ofClient - untold)) / others);
    return Math.pow(lost, untold) > CHANCE;
  }

  long size() {
    return told.values().stream().mapToLong(Integer::longValue).sum();
  }
}
