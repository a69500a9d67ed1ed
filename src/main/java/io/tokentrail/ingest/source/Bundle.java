package io.tokentrail.ingest.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A tar or zip, packed or not, gone through member by member. Nothing is unpacked to disk, and a
 * bomb ends with a reason: the number of members and the bytes of all of them are bounded.
 */
public final class Bundle implements Closeable {

  /** What stands between a bundle's location and a member's name. */
  static final String SEPARATOR = "\t!";

  /** No support bundle of a cluster has more files than this. */
  static final int MOST_MEMBERS = 200_000;

  private static final int START = 512;

  /** A tar's magic, {@code ustar}, and where it stands. */
  private static final int TAR_MAGIC_AT = 257;

  private final ArchiveInputStream<? extends ArchiveEntry> members;
  private final Map<String, Integer> names = new HashMap<>();
  private int count;
  private String name = "";
  private long size;

  private Bundle(ArchiveInputStream<? extends ArchiveEntry> members) {
    this.members = members;
  }

  /** Whether a file that begins so, unpacked, is a bundle. */
  static boolean is(byte[] start) {
    return isZip(start) || isTar(start);
  }

  private static boolean isZip(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && start[2] == 3
        && start[3] == 4;
  }

  private static boolean isTar(byte[] start) {
    return start.length >= START
        && new String(start, TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  /** Opens a bundle before its first member. */
  public static Bundle open(String location, FileAccess access) throws IOException {
    Compression packing = Offering.packing(location, access);
    BufferedInputStream in =
        new BufferedInputStream(Unpacking.open(location, packing, access), 1 << 16);
    in.mark(START + 1);
    byte[] start = in.readNBytes(START);
    in.reset();
    return new Bundle(isZip(start) ? new ZipArchiveInputStream(in) : new TarArchiveInputStream(in));
  }

  /** The bundle that holds a member of this location; empty when it is no member. */
  public static String holding(String location) {
    int at = location.indexOf(SEPARATOR);
    return at < 0 ? "" : location.substring(0, at);
  }

  /** Goes to the next member that is a file with something in it; false at the end. */
  public boolean next() throws IOException {
    while (true) {
      ArchiveEntry entry = members.getNextEntry();
      if (entry == null) {
        return false;
      }
      if (++count > MOST_MEMBERS) {
        throw new IOException("more than " + MOST_MEMBERS + " members");
      }
      if (!entry.isDirectory() && members.canReadEntryData(entry) && entry.getSize() != 0) {
        String plain = entry.getName().replaceAll("\\p{Cntrl}", "?").replaceFirst("^[./]+", "");
        int times = names.merge(plain, 1, Integer::sum);
        name = times == 1 ? plain : plain + "#" + times;
        size = Math.max(0, entry.getSize());
        return true;
      }
    }
  }

  /** The member's name; of several with one name the second is {@code name#2}. */
  String name() {
    return name;
  }

  /** The member's location within this bundle's. */
  public String location(String bundle) {
    return bundle + SEPARATOR + name;
  }

  /** The member's size; 0 where the bundle does not say. */
  public long size() {
    return size;
  }

  /** The member's bytes as they stand in the bundle. */
  public InputStream in() {
    return members;
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
