package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One thing that a client asked for, and how often.
 *
 * @param verb Kubernetes verb, or the lower-cased HTTP method of a non-resource request
 * @param target what was asked for; without a UID; {@link Target#NONE} for non-resource requests
 * @param path of a non-resource request, without its query; empty for resources
 * @param requests how many such requests were accepted
 */
public record Asked(String verb, Target target, String path, long requests)
    implements Comparable<Asked>, Serializable {

  private static final Comparator<Asked> ORDER =
      Comparator.comparing(Asked::verb)
          .thenComparing(a -> a.target.namespace())
          .thenComparing(a -> a.target.apiGroup())
          .thenComparing(a -> a.target.resourceText())
          .thenComparing(a -> a.target.name())
          .thenComparing(Asked::path);

  /** The same, whatever the count: what two requests have in common. */
  public Asked once() {
    return new Asked(verb, target, path, 1);
  }

  /** What a refused request asked for. */
  public static Asked of(Failure failure) {
    Target t = failure.target();
    boolean resource = !t.resource().isEmpty();
    int query = failure.requestUri().indexOf('?');
    return new Asked(
        failure.verb(),
        new Target(t.apiGroup(), t.resource(), t.subresource(), t.namespace(), t.name(), ""),
        resource ? "" : query < 0 ? failure.requestUri() : failure.requestUri().substring(0, query),
        1);
  }

  @Override
  public int compareTo(Asked other) {
    return ORDER.compare(this, other);
  }
}
