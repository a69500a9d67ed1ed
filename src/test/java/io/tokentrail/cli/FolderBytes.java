package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a folder as bytes, by their path within it. */
public final class FolderBytes {

  private FolderBytes() {}

  public static Map<String, byte[]> files(Path dir) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(dir)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        all.put(dir.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  /** Writes files into a folder, beside what stands there. */
  public static void put(Map<String, byte[]> files, Path dir) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path to = dir.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.write(to, file.getValue());
    }
  }

  /** Fails unless the folder holds these files and no other. */
  public static void same(Map<String, byte[]> expected, Path dir) throws IOException {
    Map<String, byte[]> actual = files(dir);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (name, bytes) -> assertArrayEquals(bytes, actual.get(name), dir + "/" + name + " differs"));
  }
}
