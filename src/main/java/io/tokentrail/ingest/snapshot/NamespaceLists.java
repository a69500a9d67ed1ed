package io.tokentrail.ingest.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recognises exports made namespace by namespace ({@code kubectl cluster-info dump}): a list of
 * pods, one of Deployments and so on for each. Where one of these lists is not there, nothing
 * follows for its namespace.
 */
final class NamespaceLists {

  private NamespaceLists() {}

  /** The namespaces that were listed, for each kind that was listed namespace by namespace. */
  static SortedMap<String, SortedSet<String>> of(List<SnapshotPart> parts) {
    Map<String, List<SnapshotPart>> narrow = new TreeMap<>();
    Set<String> wide = new TreeSet<>();
    for (SnapshotPart part : parts) {
      boolean one = part.list && part.kinds.size() == 1 && part.namespaces.size() <= 1;
      for (String kind : part.kinds) {
        if (one) {
          narrow.computeIfAbsent(kind, k -> new ArrayList<>()).add(part);
        } else {
          wide.add(kind);
        }
      }
    }
    narrow.keySet().removeAll(wide);
    Map<String, Set<String>> byFolder = new TreeMap<>();
    narrow.values().stream()
        .filter(lists -> lists.size() > 1)
        .flatMap(List::stream)
        .forEach(
            l -> byFolder.computeIfAbsent(folder(l.path), f -> new TreeSet<>()).add(namespace(l)));
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    narrow.forEach(
        (kind, lists) -> {
          // a single list is a namespace's own where its folder is
          int namespaces = byFolder.getOrDefault(folder(lists.get(0).path), Set.of()).size();
          if (lists.size() > 1 || (namespaces == 1 && byFolder.size() > 1)) {
            SortedSet<String> listed = new TreeSet<>();
            lists.forEach(l -> listed.add(namespace(l)));
            all.put(kind, listed);
          }
        });
    return all;
  }

  /** Its objects' own; an empty list has its folder's name. */
  private static String namespace(SnapshotPart list) {
    if (!list.namespaces.isEmpty()) {
      return list.namespaces.first();
    }
    String folder = folder(list.path);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
