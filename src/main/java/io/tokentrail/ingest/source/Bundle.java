package io.tokentrail.ingest.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A tar or zip, packed or not, gone through member by member. Nothing is unpacked to disk, and a
 * bomb ends with a reason: the number of members and the bytes of all of them are bounded. A member
 * that is no file, or whose name leads out of the bundle, is refused.
 */
public final class Bundle implements Closeable {

  /** What stands between a bundle's location and a member's name. */
  static final String SEPARATOR = "\t!";

  private static final int START = 512;

  /** An absolute path, of Unix or Windows, or one that goes up. */
  private static final Pattern LEADS_OUT =
      Pattern.compile("^[/\\\\]|^[A-Za-z]:|(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)");

  /** A tar's magic, {@code ustar}, and where it stands. */
  private static final int TAR_MAGIC_AT = 257;

  private final ArchiveInputStream<? extends ArchiveEntry> members;
  private final Map<String, Integer> names = new HashMap<>();
  private final InputStream content;
  private final Bounds bounds;
  private boolean unpacking;
  private int count;
  private String name = "";
  private String refused = "";
  private long size;

  private Bundle(
      ArchiveInputStream<? extends ArchiveEntry> members, Bounded.Stored stored, Bounds bounds) {
    this.members = members;
    this.content = new Bounded(members, stored, bounds);
    this.bounds = bounds;
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
  public static Bundle open(String location, FileAccess access, Bounds bounds) throws IOException {
    Compression packing = Offering.packing(location, access);
    BufferedInputStream in =
        new BufferedInputStream(Unpacking.open(location, packing, access), 1 << 16);
    in.mark(START + 1);
    byte[] start = in.readNBytes(START);
    in.reset();
    Bounded.Stored stored = new Bounded.Stored(in);
    return new Bundle(
        isZip(start) ? new ZipArchiveInputStream(stored) : new TarArchiveInputStream(stored),
        stored,
        bounds);
  }

  /** The bundle that holds a member of this location; empty when it is no member. */
  public static String holding(String location) {
    int at = location.indexOf(SEPARATOR);
    return at < 0 ? "" : location.substring(0, at);
  }

  /**
   * Goes to the next member that is a file with something in it, or that is refused; false at the
   * end.
   */
  public boolean next() throws IOException {
    while (true) {
      if (unpacking) {
        // What is left of a packed member is passed over here, under the bound.
        content.transferTo(OutputStream.nullOutputStream());
      }
      ArchiveEntry entry = members.getNextEntry();
      unpacking = entry instanceof ZipArchiveEntry && members.canReadEntryData(entry);
      if (entry == null) {
        return false;
      }
      if (++count > bounds.members()) {
        throw new IOException("more than " + bounds.members() + " members (--max-members)");
      }
      refused = entry.isDirectory() ? "" : refusal(entry);
      if (!entry.isDirectory() && (!refused.isEmpty() || entry.getSize() != 0)) {
        String shown = entry.getName().replaceAll("\\p{Cntrl}", "?");
        String plain = refused.isEmpty() ? shown.replaceFirst("^[./]+", "") : shown;
        int times = names.merge(plain, 1, Integer::sum);
        name = times == 1 ? plain : plain + "#" + times;
        size = Math.max(0, entry.getSize());
        return true;
      }
    }
  }

  private String refusal(ArchiveEntry entry) {
    if (entry instanceof TarArchiveEntry tar) {
      if (tar.isSymbolicLink() || tar.isLink()) {
        return "refused: a link, which is not followed";
      }
      if (tar.isCharacterDevice() || tar.isBlockDevice() || tar.isFIFO()) {
        return "refused: a device";
      }
    }
    if (LEADS_OUT.matcher(entry.getName()).find()) {
      return "refused: its name leads out of the bundle";
    }
    return members.canReadEntryData(entry)
        ? ""
        : "refused: packed or encrypted in a way that cannot be read";
  }

  /** Why the member is not read; empty when it is. */
  String refused() {
    return refused;
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
    return content;
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
