package io.tokentrail.spark;

import io.tokentrail.ingest.audit.Mergeable;
import io.tokentrail.ingest.audit.Part;
import io.tokentrail.ingest.audit.PartWork;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * What one task does: reads its parts into one state.
 *
 * @param work on parts
 */
record PartTask<S extends Mergeable<S> & Serializable>(PartWork<S> work) implements Serializable {

  S run(Iterator<List<Part>> parts) {
    PartWork.Session<S> session = work.session();
    parts.forEachRemaining(slice -> slice.forEach(session::read));
    return session.state();
  }
}
