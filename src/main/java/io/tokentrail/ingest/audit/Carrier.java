package io.tokentrail.ingest.audit;

import java.util.List;

/** Brings work to parts: one after another here, in many tasks elsewhere. */
public interface Carrier {

  /** How many parts are read at the same time. */
  int threads();

  /** Reads all parts and merges what they come to. */
  <S extends Mergeable<S> & java.io.Serializable> S carry(List<Part> parts, PartWork<S> work);

  /** One part after another, in the calling thread. */
  Carrier IN_ORDER =
      new Carrier() {
        @Override
        public int threads() {
          return 1;
        }

        @Override
        public <S extends Mergeable<S> & java.io.Serializable> S carry(
            List<Part> parts, PartWork<S> work) {
          PartWork.Session<S> session = work.session();
          parts.forEach(session::read);
          return session.state();
        }
      };
}
