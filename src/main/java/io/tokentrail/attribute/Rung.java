package io.tokentrail.attribute;

/** One kind of evidence of who sent a 401. */
interface Rung {

  /** Adds what it knows to the candidates; nothing where it knows nothing. */
  void climb(Question question, Candidates candidates);
}
