package io.tokentrail.evidence;

import io.tokentrail.model.Difference;
import io.tokentrail.model.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a folder with its manifest. Everything that differs is told, not the first alone. */
public final class FolderCheck {

  private final Folder folder;
  private final List<Difference> differences = new ArrayList<>();

  private FolderCheck(Folder folder) {
    this.folder = folder;
  }

  /**
   * The outputs: each listed file has its size and digest, none is missing and none was added.
   *
   * @param manifest what should be there
   * @param folder what is there
   */
  public static List<Difference> outputs(Manifest manifest, Folder folder) {
    FolderCheck check = new FolderCheck(folder);
    Set<String> known = new TreeSet<>(Set.of(Folder.MANIFEST, Folder.SIGNATURE, Folder.CHECKSUMS));
    for (Manifest.Listed listed : manifest.outputs()) {
      if (known.add(listed.path())) {
        check.output(listed);
      } else {
        check.add(Difference.Kind.MANIFEST, Folder.MANIFEST, "lists " + listed.path() + " twice");
      }
    }
    for (String path : folder.digests().keySet()) {
      if (!known.contains(path)) {
        check.add(Difference.Kind.EXTRA, path, "the manifest does not list it");
      }
    }
    return check.differences;
  }

  private void output(Manifest.Listed listed) {
    String digest = folder.digests().get(listed.path());
    if (digest == null) {
      add(Difference.Kind.MISSING, listed.path(), "the manifest lists it");
    } else if (digest.isEmpty()) {
      add(Difference.Kind.CHANGED, listed.path(), "it is a link, or cannot be read");
    } else if (!digest.equals(listed.sha256())) {
      long size = folder.sizes().get(listed.path());
      add(
          Difference.Kind.CHANGED,
          listed.path(),
          size == listed.bytes()
              ? "the size is the same, the bytes are others"
              : size + " bytes instead of " + listed.bytes());
    }
  }

  /** {@code checksums.txt} is exactly what the manifest and its own files come to. */
  public static List<Difference> checksums(Manifest manifest, Folder folder, String text) {
    SortedMap<String, String> expected = new TreeMap<>();
    manifest.outputs().forEach(o -> expected.put(o.path(), o.sha256()));
    for (String own : List.of(Folder.MANIFEST, Folder.SIGNATURE)) {
      String digest = folder.digests().get(own);
      if (digest != null) {
        expected.put(own, digest);
      }
    }
    return text.equals(Checksums.of(expected))
        ? List.of()
        : List.of(
            new Difference(
                Difference.Kind.MANIFEST,
                Folder.CHECKSUMS,
                "it does not have the digests of " + Folder.MANIFEST + " and of what that lists"));
  }

  private void add(Difference.Kind kind, String what, String why) {
    differences.add(new Difference(kind, what, why));
  }
}
