package io.tokentrail.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The output folder: complete or not at all. It is written beside its place and moved there at the
 * end.
 */
public final class OutputFolder {

  private final Path place;
  private final boolean replace;

  /**
   * @param place where the folder will stand
   * @param replace whether one that stands there already may be replaced ({@code --force})
   */
  public OutputFolder(Path place, boolean replace) {
    this.place = place.toAbsolutePath().normalize();
    this.replace = replace;
  }

  /** Fails early when the folder may not be written, before hours of reading. */
  public void check() {
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw notWritten(place + " is a file", "Another folder: --out DIR");
    }
    if (Files.isDirectory(place) && !empty(place) && !replace) {
      throw notWritten(
          place + " exists already",
          "Nothing was changed.",
          "Another folder: --out DIR     To replace it: --force");
    }
    Path parent = place.getParent();
    if (parent != null) {
      try {
        Files.createDirectories(parent);
      } catch (IOException e) {
        throw notWritten("cannot create " + parent, Trouble.of(e));
      }
      try {
        Files.delete(Files.createTempDirectory(parent, "." + place.getFileName() + "-"));
      } catch (IOException e) {
        throw notWritten("cannot write " + place, Trouble.of(e));
      }
    }
  }

  /** What fills a folder. */
  public interface Filling {
    void into(Path dir) throws IOException;
  }

  /**
   * Writes everything, then moves it into place; on failure or interruption nothing is left behind.
   */
  public void write(Filling filling) {
    try {
      Path fresh = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-");
      Thread whenInterrupted = new Thread(() -> delete(fresh));
      Runtime.getRuntime().addShutdownHook(whenInterrupted);
      try {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        filling.into(fresh);
        replaceWith(fresh);
      } finally {
        delete(fresh);
      }
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IOException | UncheckedIOException e) {
      throw notWritten("cannot write " + place, Trouble.of(e));
    }
  }

  /** Fills a folder beside a place, which then goes again; nothing is moved by itself. */
  public static void beside(Path place, Filling filling) {
    Path whole = place.toAbsolutePath().normalize();
    try {
      Path fresh = Files.createTempDirectory(whole.getParent(), "." + whole.getFileName() + "-");
      Thread whenInterrupted = new Thread(() -> delete(fresh));
      Runtime.getRuntime().addShutdownHook(whenInterrupted);
      try {
        filling.into(fresh);
      } finally {
        delete(fresh);
      }
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IOException | UncheckedIOException e) {
      throw notWritten("cannot write " + place, Trouble.of(e));
    }
  }

  /** Files below a folder that another one lacks or holds otherwise, sorted. */
  public static List<Path> changed(Path fresh, Path place) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(fresh)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        Path old = place.resolve(fresh.relativize(file).toString());
        if (!Files.isRegularFile(old) || Files.mismatch(file, old) >= 0) {
          all.add(fresh.relativize(file));
        }
      }
    }
    return all;
  }

  /** Puts files in their places, each complete or not at all. */
  public static void move(List<Path> files, Path fresh, Path place) throws IOException {
    for (Path file : files) {
      Path to = place.resolve(file.toString());
      Files.createDirectories(to.getParent());
      Files.move(fresh.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Copies whole folders from one place to another, where they are. */
  public static void copy(List<String> folders, Path from, Path to) throws IOException {
    for (String folder : folders) {
      if (!Files.isDirectory(from.resolve(folder))) {
        continue;
      }
      try (Stream<Path> walk = Files.walk(from.resolve(folder))) {
        for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private void replaceWith(Path fresh) throws IOException {
    if (!Files.exists(place)) {
      Files.move(fresh, place);
      return;
    }
    Path old = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-old-");
    Files.move(place, old, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, place);
    delete(old);
  }

  private static boolean empty(Path dir) {
    try (Stream<Path> files = Files.list(dir)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path dir) {
    try (Stream<Path> walk = Files.walk(dir)) {
      walk.sorted(Comparator.reverseOrder())
          .forEach(
              p -> {
                try {
                  Files.deleteIfExists(p);
                } catch (IOException e) {
                  // A leftover beside the output is untidy, not wrong.
                }
              });
    } catch (IOException e) {
      // As above.
    }
  }

  private static RunFailed notWritten(String message, String... details) {
    return new RunFailed(RunFailed.Kind.NOT_WRITTEN, message, List.of(details));
  }
}
