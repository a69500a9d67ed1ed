package io.tokentrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/**
 * A file system: lists and opens. The local one is {@link LocalFiles}; clusters bring their own.
 *
 * <p>Implementations are serializable, because tasks on other machines open files too.
 */
public interface FileAccess extends Serializable {

  /**
   * A file found below a path.
   *
   * @param path as given, with {@code /} and the path below it for a folder
   * @param location where {@link #open} finds it; the same file has the same location, whichever
   *     way it was reached
   * @param bytes its size
   * @param problem why it cannot be read, empty when it can
   */
  record Found(String path, String location, long bytes, String problem) {}

  /**
   * All regular files of a PATH: the file itself, a folder's files at any depth, or a glob's
   * matches, sorted by path. A path that does not exist, cannot be read or holds no file is one
   * {@link Found} with a problem.
   */
  List<Found> list(String path);

  /** What bounds each file. */
  default Bounds bounds() {
    return Bounds.DEFAULT;
  }

  /** Opens a file at a byte offset. */
  InputStream open(String location, long from) throws IOException;
}
