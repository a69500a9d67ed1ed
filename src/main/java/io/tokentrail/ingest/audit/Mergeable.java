package io.tokentrail.ingest.audit;

/** What parts of the log come to, so that parts make a whole in any order. */
public interface Mergeable<S> {

  /** Takes another part's state in; the other one is used up. */
  void merge(S other);
}
