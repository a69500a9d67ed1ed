package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the command line offers: its PATHs, walked, each file recognised by its content. */
public final class Offering {

  private Offering() {}

  /**
   * Lists and recognises all files.
   *
   * @param paths files, folders, globs
   * @param overrides kinds that overrule recognition, by PATH or by listed path; a folder's kind is
   *     that of all files in it
   * @return one entry a file, sorted by path, also when it was offered twice
   */
  public static List<Offered> of(
      List<String> paths, Map<String, InputFile.Kind> overrides, FileAccess access) {
    List<FileAccess.Found> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      for (FileAccess.Found found : access.list(path)) {
        if (seen.add(found.location())) {
          all.add(found);
        }
      }
    }
    return all.parallelStream().map(found -> offered(found, overrides, access)).sorted().toList();
  }

  private static Offered offered(
      FileAccess.Found found, Map<String, InputFile.Kind> overrides, FileAccess access) {
    InputFile.Kind forced = forced(found.path(), overrides);
    InputFile.Kind unknown = forced == null ? InputFile.Kind.UNRECOGNISED : forced;
    if (!found.problem().isEmpty()) {
      return offered(found, Compression.NONE, unknown, "", found.problem());
    }
    Compression packing = Compression.NONE;
    try {
      packing = packing(found.location(), access);
      Recognition is;
      try (InputStream in = Unpacking.open(found.location(), packing, access)) {
        is = Recognition.of(Head.of(in));
      }
      InputFile.Kind kind = forced == null ? is.kind() : forced;
      return offered(found, packing, kind, kind == is.kind() ? is.wrapper() : "", "");
    } catch (IOException | RuntimeException e) {
      return offered(found, packing, unknown, "", "cannot be read: " + Masking.sample(said(e)));
    }
  }

  private static Offered offered(
      FileAccess.Found found,
      Compression packing,
      InputFile.Kind kind,
      String wrapper,
      String problem) {
    return new Offered(
        found.path(), found.location(), found.bytes(), packing, kind, wrapper, problem);
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Compression packing(String location, FileAccess access) throws IOException {
    try (InputStream in = new BufferedInputStream(access.open(location, 0), 16)) {
      return Compression.of(in.readNBytes(8));
    }
  }

  private static InputFile.Kind forced(String path, Map<String, InputFile.Kind> overrides) {
    String longest = null;
    for (String given : overrides.keySet()) {
      boolean applies =
          path.equals(given) || path.startsWith(given.endsWith("/") ? given : given + "/");
      if (applies && (longest == null || given.length() > longest.length())) {
        longest = given;
      }
    }
    return longest == null ? null : overrides.get(longest);
  }
}
