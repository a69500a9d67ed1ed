package io.tokentrail.pipeline;

import io.tokentrail.ingest.source.Bounds;
import io.tokentrail.ingest.source.Bundle;
import io.tokentrail.ingest.source.Digest;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is at some paths now, by digest; listed as a run lists its inputs. */
public final class OfferedDigests {

  private OfferedDigests() {}

  /** SHA-256 by path as inputs.csv has it; empty where a file cannot be read. */
  public static SortedMap<String, String> of(List<String> paths) {
    FileAccess access = Reading.access(paths, Bounds.DEFAULT);
    Map<String, List<Offered>> byBundle = new TreeMap<>();
    for (Offered file : Offering.of(paths, Map.of(), access)) {
      String bundle = file.problem().isEmpty() ? Bundle.holding(file.location()) : "";
      byBundle.computeIfAbsent(bundle, b -> new ArrayList<>()).add(file);
    }
    SortedMap<String, String> digests = new ConcurrentSkipListMap<>();
    byBundle.getOrDefault("", List.of()).parallelStream()
        .forEach(f -> digests.put(f.path(), digest(f, access)));
    byBundle.remove("");
    byBundle.forEach((bundle, members) -> digests.putAll(members(bundle, members, access)));
    bundles(digests.keySet(), paths).forEach((path, stored) -> digests.put(path, stored.sha256()));
    return new TreeMap<>(digests);
  }

  /**
   * A bundle as it is stored.
   *
   * @param bytes its size
   * @param sha256 its digest
   */
  record Stored(long bytes, String sha256) {}

  /**
   * The bundles that members of inputs.csv are in; inputs.csv has the members alone.
   *
   * @param listed paths as inputs.csv has them
   * @param paths what was offered
   */
  static SortedMap<String, Stored> bundles(Collection<String> listed, List<String> paths) {
    FileAccess access = Reading.access(paths, Bounds.DEFAULT);
    SortedMap<String, Stored> all = new TreeMap<>();
    for (String path : listed) {
      // A folder's name may have the sign in it, too.
      for (int at = path.indexOf('!'); at > 0; at = path.indexOf('!', at + 1)) {
        String bundle = path.substring(0, at);
        if (!all.containsKey(bundle)) {
          stored(bundle, access).ifPresent(s -> all.put(bundle, s));
        }
      }
    }
    return all;
  }

  private static Optional<Stored> stored(String path, FileAccess access) {
    List<FileAccess.Found> found = access.list(path);
    if (found.size() != 1
        || !found.get(0).problem().isEmpty()
        || !found.get(0).path().equals(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stored(found.get(0).bytes(), Digest.ofFile(found.get(0).location(), access)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String digest(Offered file, FileAccess access) {
    try {
      return file.problem().isEmpty() ? Digest.ofFile(file.location(), access) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Members of one bundle in one pass over it. */
  private static Map<String, String> members(
      String bundle, List<Offered> wanted, FileAccess access) {
    Map<String, String> paths = new HashMap<>();
    Map<String, String> digests = new TreeMap<>();
    for (Offered file : wanted) {
      paths.put(file.location(), file.path());
      digests.put(file.path(), "");
    }
    try (Bundle members = Bundle.open(bundle, access, access.bounds())) {
      while (members.next()) {
        String path = paths.get(members.location(bundle));
        if (path != null) {
          digests.put(path, Digest.of(members.in()));
        }
      }
    } catch (IOException e) {
      // What stands behind the break has no digest.
      return digests;
    }
    return digests;
  }
}
