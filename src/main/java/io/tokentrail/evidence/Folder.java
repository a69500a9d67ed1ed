package io.tokentrail.evidence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files below a folder.
 *
 * @param digests SHA-256 by path below the folder, with {@code /}; empty for what is no file of its
 *     own, such as a link, or cannot be read
 * @param sizes bytes by path
 */
public record Folder(SortedMap<String, String> digests, SortedMap<String, Long> sizes) {

  /** Where evidence stands in an output folder. */
  public static final String EVIDENCE = "evidence";

  public static final String MANIFEST = EVIDENCE + "/manifest.json";
  public static final String SIGNATURE = EVIDENCE + "/manifest.jws";
  public static final String CHECKSUMS = EVIDENCE + "/checksums.txt";

  /** Reads all of them; links are not followed, so that nothing outside is taken for a part. */
  public static Folder of(Path dir) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    SortedMap<String, Long> sizes = new TreeMap<>();
    Files.walkFileTree(
        dir,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = dir.relativize(file).toString().replace('\\', '/');
            digests.put(path, attributes.isRegularFile() ? digest(file) : "");
            sizes.put(path, attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            digests.put(dir.relativize(file).toString().replace('\\', '/'), "");
            return FileVisitResult.CONTINUE;
          }
        });
    return new Folder(digests, sizes);
  }

  private static String digest(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      return "";
    }
  }
}
