package io.tokentrail.attribute;

import java.util.List;

/** One kind of evidence of who sent a 401. */
interface Rung extends ClientRung {

  /** The same for every client. */
  @Override
  default Rung of(List<Question> questions) {
    return this;
  }

  /** Adds what it knows to the candidates; nothing where it knows nothing. */
  void climb(Question question, Candidates candidates);
}
