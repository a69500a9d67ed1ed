package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * Elasticsearch and OpenSearch exports: the document under {@code _source}, the event in it, under
 * {@code message} or under {@code kubernetes.audit}.
 */
final class Elastic implements LogWrapper {

  @Override
  public String name() {
    return "elastic";
  }

  @Override
  public boolean claims(Outline outline) {
    if (!outline.holdsEvents()) {
      return false;
    }
    for (String in : new String[] {"", "[].", "hits.hits[]."}) {
      boolean collected = outline.has(in + "log") || outline.has(in + "message");
      if (outline.has(in + "_source") || (outline.has(in + "kubernetes.audit") && !collected)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    Payload.object(bytes, from, to, event);
  }

  @Override
  public List<String> blindSpots() {
    return List.of(
        "Index mappings drop or rename fields: annotations with dots in their names may be gone.");
  }
}
