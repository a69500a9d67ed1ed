package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;

/**
 * What became of the tokens that were accepted until some moment. A replaced key ends them all,
 * whoever holds them; whatever else goes wrong leaves most of them alone.
 *
 * @param until how many were in use until then
 * @param after how many were still accepted when every API server must have been restarted
 * @param judged whether the log goes on for long enough to tell
 */
record OldTokens(long until, long after, boolean judged) {

  /** Until the last of several API servers is restarted with the new key. */
  private static final Duration RESTARTS = Duration.ofMinutes(5);

  private static final int SEVERAL = 3;

  /** A log may have a clock of its own, or lines of a server that was forgotten. */
  private static final double FEW = 0.2;

  static OldTokens at(Instant moment, Case subject) {
    Instant restarted = moment.plus(RESTARTS);
    long until = 0;
    long after = 0;
    for (Use use : subject.facts().audit().uses()) {
      boolean token =
          !use.credentialId().isEmpty() && Account.ofUsername(use.username()).isPresent();
      if (token && use.firstAt().isBefore(moment) && use.lastAt().isAfter(moment.minus(RESTARTS))) {
        until++;
        after += use.lastAt().isAfter(restarted) ? 1 : 0;
      }
    }
    boolean goesOn =
        subject.facts().audit().span().map(Interval::to).filter(restarted::isBefore).isPresent();
    return new OldTokens(until, after, goesOn && until >= SEVERAL);
  }

  /** Whether more than a few of them are accepted as before. */
  boolean goOn() {
    return judged && after > FEW * until;
  }

  /** Whether they ended together. */
  boolean ended() {
    return judged && !goOn();
  }
}
