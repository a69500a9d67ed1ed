package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A Kubernetes object by name: {@code Kind/namespace/name}, or {@code Kind/name} when
 * cluster-scoped.
 *
 * @param kind as in manifests: {@code Secret}, {@code Node}
 * @param namespace empty for cluster-scoped objects
 * @param name its name
 */
public record ObjectRef(String kind, String namespace, String name)
    implements Comparable<ObjectRef>, Serializable {

  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing(ObjectRef::kind)
          .thenComparing(ObjectRef::namespace)
          .thenComparing(ObjectRef::name);

  public ObjectRef {
    if (kind.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("an object has a kind and a name");
    }
  }

  @Override
  public int compareTo(ObjectRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
  }
}
