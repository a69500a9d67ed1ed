package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    return all.parallelStream()
        .flatMap(found -> offered(found, overrides, access))
        .sorted()
        .toList();
  }

  private static Stream<Offered> offered(
      FileAccess.Found found, Map<String, InputFile.Kind> overrides, FileAccess access) {
    InputFile.Kind forced = forced(found.path(), overrides);
    InputFile.Kind unknown = forced == null ? InputFile.Kind.UNRECOGNISED : forced;
    if (!found.problem().isEmpty()) {
      return Stream.of(offered(found, Compression.NONE, unknown, "", found.problem()));
    }
    Compression packing = Compression.NONE;
    try {
      packing = packing(found.location(), access);
      try (InputStream in = Unpacking.open(found.location(), packing, access)) {
        byte[] start = Head.bytes(in);
        if (!Bundle.is(start)) {
          return Stream.of(recognised(found, packing, telling(start, in), forced));
        }
      }
      return members(found, packing, overrides, access);
    } catch (IOException | RuntimeException e) {
      return Stream.of(offered(found, packing, unknown, "", problem(e)));
    }
  }

  /** The head of a file; a later part of it when that tells more, as behind a shell's trace. */
  private static Head telling(byte[] start, InputStream rest) throws IOException {
    Head head = Head.of(start);
    if (!head.whole() && !Recognition.of(head).isSomething()) {
      Head later = Head.later(rest);
      if (Recognition.of(later).kind() == InputFile.Kind.COMPONENT_LOG) {
        return later;
      }
    }
    return head;
  }

  private static Offered recognised(
      FileAccess.Found found, Compression packing, Head head, InputFile.Kind forced) {
    Recognition is = Recognition.of(head);
    if (forced != null && forced != is.kind()) {
      return offered(found, packing, forced, "", "");
    }
    return new Offered(
        found.path(),
        found.location(),
        found.bytes(),
        packing,
        is.kind(),
        is.wrapper(),
        is.layout(),
        is.kind() == InputFile.Kind.AUDIT && Recognition.holdsComponentLog(head),
        head.utf16(),
        "");
  }

  /** A bundle is its members, and itself only where it breaks off. */
  private static Stream<Offered> members(
      FileAccess.Found bundle,
      Compression packing,
      Map<String, InputFile.Kind> overrides,
      FileAccess access) {
    List<Offered> all = new ArrayList<>();
    try (Bundle members = Bundle.open(bundle.location(), access, access.bounds())) {
      while (members.next()) {
        FileAccess.Found found =
            new FileAccess.Found(
                bundle.path() + "!" + members.name(),
                members.location(bundle.location()),
                members.size(),
                "");
        all.add(
            members.refused().isEmpty()
                ? member(found, members.in(), overrides)
                : offered(
                    found, Compression.NONE, InputFile.Kind.UNRECOGNISED, "", members.refused()));
      }
    } catch (IOException | RuntimeException e) {
      all.add(offered(bundle, packing, InputFile.Kind.UNRECOGNISED, "", problem(e)));
    }
    return all.stream();
  }

  private static Offered member(
      FileAccess.Found found, InputStream in, Map<String, InputFile.Kind> overrides)
      throws IOException {
    InputFile.Kind forced = forced(found.path(), overrides);
    byte[] stored = Head.bytes(in);
    Compression packing = Compression.of(stored);
    byte[] start = stored;
    if (packing != Compression.NONE) {
      try (InputStream unpacked = Unpacking.of(new ByteArrayInputStream(stored), packing)) {
        start = Head.bytes(unpacked);
      } catch (IOException | RuntimeException e) {
        return offered(found, packing, InputFile.Kind.UNRECOGNISED, "", problem(e));
      }
    }
    if (Bundle.is(start)) {
      return offered(
          found, packing, InputFile.Kind.UNRECOGNISED, "", "a bundle within a bundle is not read");
    }
    return recognised(found, packing, Head.of(start), forced);
  }

  private static String problem(Exception e) {
    return "cannot be read: " + Masking.sample(said(e));
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

  static Compression packing(String location, FileAccess access) throws IOException {
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
