package io.tokentrail.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.tokentrail.model.InputFile.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferingTest {

  private static final String POD =
      "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"p\"}}";

  @TempDir Path dir;

  private String write(String name, byte[] bytes) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return file.toString();
  }

  private String write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
        packed.write(member.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static List<Offered> offer(String... paths) {
    return Offering.of(List.of(paths), Map.of(), new LocalFiles());
  }

  private static String content(Offered file) throws IOException {
    try (InputStream in = Unpacking.open(file, new LocalFiles())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFolderIsWalkedAndItsFilesAreNamedBelowIt() throws IOException {
    write("b/pod.json", POD);
    write("a/x.bin", "nothing");
    List<Offered> files = offer(dir + "/");
    assertEquals(List.of(dir + "/a/x.bin", dir + "/b/pod.json"), paths(files));
    assertEquals(Kind.UNRECOGNISED, files.get(0).kind());
    assertEquals(Kind.SNAPSHOT, files.get(1).kind());
  }

  @Test
  void aFileThatIsOfferedTwiceIsListedOnce() throws IOException {
    String pod = write("b/pod.json", POD);
    Files.createSymbolicLink(dir.resolve("b/same.json"), Path.of(pod));
    assertEquals(1, offer(pod, dir.toString(), dir + "/b/*.json").size());
  }

  @Test
  void aGlobMatchesWholeNamesBelowItsFolder() throws IOException {
    write("n1/kubelet.log", "x");
    write("n2/kubelet.log", "x");
    write("n2/other.txt", "x");
    assertEquals(
        List.of(dir + "/n1/kubelet.log", dir + "/n2/kubelet.log"),
        paths(offer(dir + "/*/kubelet.log")));
    assertEquals(1, offer(dir + "/n?/*.txt").size());
  }

  @Test
  void whatCannotBeReadIsOneEntryWithAProblemAndTheOthersGoOn() throws IOException {
    String pod = write("pod.json", POD);
    Files.createDirectories(dir.resolve("empty"));
    List<Offered> files = offer(dir + "/gone", dir + "/empty", dir + "/*.none", pod);
    assertEquals(4, files.size());
    assertEquals(3, files.stream().filter(f -> !f.problem().isEmpty()).count());
    assertTrue(files.stream().anyMatch(f -> f.kind() == Kind.SNAPSHOT));
  }

  @Test
  void packingIsToldByTheFirstBytesAndUndone() throws IOException {
    write("a.json", gzip("{\"kind\":\"Pod\",", "\"apiVersion\":\"v1\",\"metadata\":{}}"));
    write("b.gz", Zstd.compress(POD.getBytes(StandardCharsets.UTF_8)));
    write("c.zst", POD);
    List<Offered> files = offer(dir.toString());
    assertEquals(
        List.of(Compression.GZIP, Compression.ZSTD, Compression.NONE),
        files.stream().map(Offered::compression).toList());
    assertTrue(files.stream().allMatch(f -> f.kind() == Kind.SNAPSHOT));
    assertTrue(content(files.get(0)).endsWith("\"metadata\":{}}"));
    assertEquals(POD, content(files.get(1)));
  }

  private static byte[] tar(Map<String, String> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        byte[] bytes = member.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  void aBundleIsItsMembers() throws IOException {
    Map<String, String> members = new TreeMap<>();
    members.put("./b/pod.json", POD);
    members.put("./a.txt", "nothing");
    String bundle = write("x.tar.zst", Zstd.compress(tar(members)));
    List<Offered> files = offer(bundle);
    assertEquals(List.of(bundle + "!a.txt", bundle + "!b/pod.json"), paths(files));
    assertEquals(Kind.SNAPSHOT, files.get(1).kind());
    assertEquals(POD.length(), files.get(1).bytes());
    try (InputStream in = Unpacking.open(files.get(1), new BundleFiles(new LocalFiles()))) {
      assertEquals(POD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aZipIsABundleToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("pod.json"));
      zip.write(POD.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    List<Offered> files = offer(write("x.zip", out.toByteArray()));
    assertEquals(Kind.SNAPSHOT, files.get(0).kind());
  }

  @Test
  void aBundleThatBreaksOffKeepsTheMembersBeforeTheBreak() throws IOException {
    Map<String, String> members = new TreeMap<>();
    members.put("a.json", POD);
    members.put("b.json", POD);
    byte[] whole = tar(members);
    List<Offered> files = offer(write("x.tar", Arrays.copyOf(whole, 1024 + 512 + 20)));
    assertEquals(Kind.SNAPSHOT, files.get(1).kind());
    assertFalse(files.get(0).problem().isEmpty() && files.get(1).problem().isEmpty());
  }

  @Test
  void aBundleWithinABundleIsSaidNotRead() throws IOException {
    Map<String, String> inner = Map.of("a.json", POD);
    String nested = new String(tar(inner), StandardCharsets.ISO_8859_1);
    List<Offered> files = offer(write("x.tar", tar(Map.of("y.tar", nested))));
    assertTrue(files.get(0).problem().contains("within a bundle"));
  }

  @Test
  void brokenPackingIsAProblemOfThatFileAlone() throws IOException {
    write("broken.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    write("pod.json", POD);
    List<Offered> files = offer(dir.toString());
    assertFalse(files.get(0).problem().isEmpty());
    assertEquals(Kind.SNAPSHOT, files.get(1).kind());
  }

  @Test
  void aGivenKindOverrulesTheContent() throws IOException {
    String file = write("logs/x.log", POD);
    assertEquals(
        Kind.COMPONENT_LOG,
        Offering.of(List.of(file), Map.of(dir + "/logs", Kind.COMPONENT_LOG), new LocalFiles())
            .get(0)
            .kind());
  }

  private static List<String> paths(List<Offered> files) {
    return files.stream().map(Offered::path).toList();
  }
}
