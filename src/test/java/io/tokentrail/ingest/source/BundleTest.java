package io.tokentrail.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.InputFile.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Bundles as an attacker packs them. */
class BundleTest {

  private static final String POD =
      "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"cart\"}}";

  /** Three members, fifty times, from one megabyte on. */
  private static final Bounds SMALL = new Bounds(3, 50, 1 << 20, 1 << 20);

  /** What is put into a bundle. */
  private interface Filling {
    void into(TarArchiveOutputStream tar) throws IOException;
  }

  private static byte[] tar(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      filling.into(tar);
    }
    return bytes.toByteArray();
  }

  private static void file(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, String name, byte type) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setLinkName("/etc/shadow");
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private static List<Offered> offered(byte[] bundle, Bounds bounds) {
    FileAccess files = new BundleFiles(new InMemory(bundle), bounds);
    return Offering.of(List.of("x"), Map.of(), files);
  }

  private static Map<String, String> problems(byte[] bundle, Bounds bounds) {
    Map<String, String> all = new TreeMap<>();
    offered(bundle, bounds).forEach(o -> all.put(o.path(), o.problem()));
    return all;
  }

  @Test
  void namesThatLeadOutAreRefusedAndTheOthersRead() throws IOException {
    byte[] bundle =
        tar(
            tar -> {
              file(tar, "/etc/cron.d/x", POD.getBytes(UTF_8));
              file(tar, "a/../../b", POD.getBytes(UTF_8));
              file(tar, "C:\\x", POD.getBytes(UTF_8));
              file(tar, "./case/..pod.json", POD.getBytes(UTF_8));
            });
    String why = "refused: its name leads out of the bundle";
    assertEquals(
        Map.of("x!/etc/cron.d/x", why, "x!a/../../b", why, "x!C:\\x", why, "x!case/..pod.json", ""),
        problems(bundle, Bounds.DEFAULT));
  }

  @Test
  void linksAndDevicesAreRefused() throws IOException {
    byte[] bundle =
        tar(
            tar -> {
              link(tar, "symbolic", TarConstants.LF_SYMLINK);
              link(tar, "hard", TarConstants.LF_LINK);
              link(tar, "pipe", TarConstants.LF_FIFO);
              file(tar, "pod.json", POD.getBytes(UTF_8));
            });
    String link = "refused: a link, which is not followed";
    assertEquals(
        Map.of("x!symbolic", link, "x!hard", link, "x!pipe", "refused: a device", "x!pod.json", ""),
        problems(bundle, Bounds.DEFAULT));
  }

  @Test
  void tooManyMembersEndTheBundleWithAReasonAndKeepTheFirst() throws IOException {
    byte[] bundle =
        tar(
            tar -> {
              for (int i = 0; i < 5; i++) {
                file(tar, "pod-" + i + ".json", POD.getBytes(UTF_8));
              }
            });
    Map<String, String> problems = problems(bundle, SMALL);
    assertEquals("cannot be read: more than 3 members (--max-members)", problems.get("x"));
    assertEquals("", problems.get("x!pod-2.json"));
    assertEquals(4, problems.size());
  }

  private static byte[] zeros(int megabytes) {
    return new byte[megabytes << 20];
  }

  @Test
  void aZipBombIsRefusedWithAReason() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(new ZipArchiveEntry("pod.json"));
      zip.write(POD.getBytes(UTF_8));
      zip.closeArchiveEntry();
      zip.putArchiveEntry(new ZipArchiveEntry("zeros"));
      zip.write(zeros(20));
      zip.closeArchiveEntry();
    }
    List<Offered> files = offered(bytes.toByteArray(), SMALL);
    assertTrue(
        files.stream().anyMatch(o -> o.path().equals("x") && o.problem().contains("like a bomb")),
        files.toString());
    assertTrue(files.stream().anyMatch(o -> o.kind() == Kind.SNAPSHOT), "what came before it");
  }

  @Test
  void aPackedFileThatUnpacksWithoutEndIsRefusedWithAReason() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(POD.getBytes(UTF_8));
      out.write(zeros(20));
    }
    FileAccess files = new InMemory(bytes.toByteArray(), SMALL);
    try (InputStream in = Unpacking.open("x", Compression.GZIP, files);
        InputStream quick = Unpacking.gzip("x", files)) {
      for (InputStream one : List.of(in, quick)) {
        IOException e =
            assertThrows(IOException.class, () -> one.transferTo(OutputStream.nullOutputStream()));
        assertTrue(e.getMessage().contains("--max-expansion"), e.getMessage());
      }
    }
  }

  @Test
  void whatPacksWellIsNoBombWhileItIsSmallOrWithinBounds() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(zeros(1));
    }
    try (InputStream in =
        Unpacking.open("x", Compression.GZIP, new InMemory(bytes.toByteArray(), SMALL))) {
      assertEquals(1 << 20, in.transferTo(OutputStream.nullOutputStream()));
    }
    byte[] bundle = tar(tar -> file(tar, "zeros", zeros(4)));
    assertEquals(Map.of("x!zeros", ""), problems(bundle, SMALL));
  }

  @Test
  void aHigherLimitOfExpansionReadsWhatALowerOneRefuses() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(zeros(20));
    }
    Bounds high = new Bounds(SMALL.members(), 2000, SMALL.free(), SMALL.lineBytes());
    try (InputStream refused =
            Unpacking.open("x", Compression.GZIP, new InMemory(bytes.toByteArray(), SMALL));
        InputStream read =
            Unpacking.open("x", Compression.GZIP, new InMemory(bytes.toByteArray(), high))) {
      assertThrows(IOException.class, () -> refused.transferTo(OutputStream.nullOutputStream()));
      assertEquals(20 << 20, read.transferTo(OutputStream.nullOutputStream()));
    }
  }
}
