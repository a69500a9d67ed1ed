package io.tokentrail.attribute;

import java.io.Serializable;
import java.util.List;

/**
 * A kind of evidence that lies in what one client sent altogether. It travels to where the 401s are
 * judged.
 */
interface ClientRung extends Serializable {

  /**
   * The rung for the 401s of one client: what they tell together is worked out once and goes when
   * they are judged.
   *
   * @param questions all 401s of one address and agent, in time order; never empty
   */
  Rung of(List<Question> questions);
}
