package io.tokentrail.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a snapshot reaches: what must be known before "there is none" may follow from "there is
 * none in the snapshot". Kinds are plural and lower case, as in {@code kubectl get}.
 *
 * @param namespaces for kinds that were listed namespace by namespace: the namespaces of the lists.
 *     A kind that is not here was listed as a whole, or as single objects
 * @param cut kinds of which a list ended early ({@code metadata.continue})
 * @param named kinds that objects in it speak of: as their owner, or in an Event
 */
public record Reach(
    SortedMap<String, SortedSet<String>> namespaces,
    SortedSet<String> cut,
    SortedSet<String> named) {

  /** Everything of each kind. */
  public static final Reach WHOLE = new Reach(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

  public Reach {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    namespaces.forEach(
        (kind, all) -> copy.put(kind, Collections.unmodifiableSortedSet(new TreeSet<>(all))));
    namespaces = Collections.unmodifiableSortedMap(copy);
    cut = Collections.unmodifiableSortedSet(new TreeSet<>(cut));
    named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
  }

  /** Whether the lists of a kind cover a namespace. */
  public boolean covers(String kind, String namespace) {
    SortedSet<String> listed = namespaces.get(kind);
    return listed == null || listed.contains(namespace);
  }
}
