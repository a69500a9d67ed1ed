package io.tokentrail.diagnose;

import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Verdict;
import java.util.List;

/** One thing that can be wrong, and how it is recognised. */
public interface Cause {

  /** Its code; class, page and fixture folder are named like it in camel case. */
  CauseCode code();

  /**
   * Looks for it: found with to whom, clear with what was looked at, or not checked because.
   *
   * @param subject all that a cause may look at
   * @param refusals its 401s as {@link Refusals#of} reads them, the same for all causes
   */
  Verdict examine(Case subject, List<Refusal> refusals);
}
