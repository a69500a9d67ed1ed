package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.ObjectRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Objects that were deleted in the log, and whether they came back.
 *
 * @param object what was deleted
 * @param deletion the deletion
 * @param created the creation of one of the same name after it
 */
record GoneObject(ObjectRef object, ObjectChange deletion, Optional<ObjectChange> created) {

  private static final Map<String, String> KINDS =
      Map.of(
          "secrets", "Secret",
          "serviceaccounts", "ServiceAccount",
          "pods", "Pod",
          "nodes", "Node");

  /** The kind of a plural resource; the resource itself where it is none of ours. */
  static String kind(String resource) {
    return KINDS.getOrDefault(resource, resource);
  }

  /** The first deletion of each object of these resources. */
  static Map<ObjectRef, GoneObject> of(Case subject, Set<String> resources) {
    Map<ObjectRef, GoneObject> gone = new TreeMap<>();
    for (ObjectChange change : subject.facts().audit().changes()) {
      boolean whole = change.target().subresource().isEmpty() && !change.target().name().isEmpty();
      if (!change.succeeded() || !whole || !resources.contains(change.target().resource())) {
        continue;
      }
      ObjectRef ref =
          new ObjectRef(
              kind(change.target().resource()),
              change.target().namespace(),
              change.target().name());
      if (change.verb().equals("delete")) {
        gone.putIfAbsent(ref, new GoneObject(ref, change, Optional.empty()));
      } else if (change.verb().equals("create")) {
        gone.computeIfPresent(
            ref,
            (r, g) ->
                g.created().isPresent() ? g : new GoneObject(r, g.deletion(), Optional.of(change)));
      }
    }
    return gone;
  }

  Instant at() {
    return deletion.at();
  }

  /** Who deleted it, fit for a sentence. */
  String by() {
    return Wording.quote(deletion.user());
  }

  static ObjectRef of(Account account) {
    return new ObjectRef("ServiceAccount", account.namespace(), account.name());
  }

  static Instant earliest(Collection<Refusal> refusals) {
    return refusals.stream().map(Refusal::at).min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /** Refusals whose look-up was for objects of this resource, by object. */
  static Map<ObjectRef, List<Refusal>> byLookUp(List<Refusal> refusals, Set<String> resources) {
    Map<ObjectRef, List<Refusal>> found = new TreeMap<>();
    for (Refusal refusal : refusals) {
      refusal
          .lookUp()
          .filter(l -> resources.contains(l.target().resource()))
          .filter(l -> !l.target().name().isEmpty())
          .ifPresent(
              l ->
                  found
                      .computeIfAbsent(
                          new ObjectRef(
                              kind(l.target().resource()),
                              l.target().namespace(),
                              l.target().name()),
                          r -> new java.util.ArrayList<>())
                      .add(refusal));
    }
    return found;
  }
}
