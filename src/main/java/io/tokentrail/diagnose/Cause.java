package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Verdict;

/** One thing that can be wrong, and how it is recognised. */
public interface Cause {

  /** Its code; class, page and fixture folder are named like it in camel case. */
  CauseCode code();

  /** Looks for it: found with to whom, clear with what was looked at, or not checked because. */
  Verdict examine(Case subject);
}
