package io.tokentrail.ingest;

import io.tokentrail.ingest.source.Bundle;
import io.tokentrail.ingest.source.BundleFiles;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.InMemory;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.token.KeySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the members of one bundle in one pass, or a file that is in none. */
final class BundleReading {

  /** Members up to this size are held while they are read; larger ones are sought out. */
  private static final long HELD = 64L << 20;

  private BundleReading() {}

  static List<SideFile> of(
      List<Offered> group, FileAccess access, SideOptions options, KeySet keys) {
    FileAccess files = new BundleFiles(access);
    String bundle = Bundle.holding(group.get(0).location());
    List<SideFile> all = new ArrayList<>();
    if (bundle.isEmpty()) {
      group.forEach(f -> all.add(SideFile.read(f, files, options, keys)));
      return all;
    }
    Map<String, Offered> wanted = new HashMap<>();
    group.forEach(f -> wanted.put(f.location(), f));
    try (Bundle members = Bundle.open(bundle, access, access.bounds())) {
      while (members.next() && !wanted.isEmpty()) {
        Offered file = wanted.get(members.location(bundle));
        if (file != null && file.bytes() <= HELD) {
          byte[] bytes = members.in().readNBytes((int) HELD + 1);
          if (bytes.length <= HELD) {
            all.add(SideFile.read(file, new InMemory(bytes, access.bounds()), options, keys));
            wanted.remove(file.location());
          }
        }
      }
    } catch (IOException e) {
      // The bundle breaks off here: what was offered behind the break says so in its own row.
      wanted.values().forEach(f -> all.add(SideFile.read(f, files, options, keys)));
      return all;
    }
    wanted.values().forEach(f -> all.add(SideFile.read(f, files, options, keys)));
    return all;
  }
}
