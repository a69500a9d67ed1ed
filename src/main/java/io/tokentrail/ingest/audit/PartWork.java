package io.tokentrail.ingest.audit;

import java.io.Serializable;

/** What is done with parts of the log. */
public interface PartWork<S extends Mergeable<S>> extends Serializable {

  /** Begins on some parts, read one after another by one thread. */
  Session<S> session();

  /** Work on some parts. */
  interface Session<S> {

    /** Reads a part; what cannot be read is noted in the state. */
    void read(Part part);

    /** What the parts came to. */
    S state();
  }
}
