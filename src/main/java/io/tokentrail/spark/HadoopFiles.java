package io.tokentrail.spark;

import io.tokentrail.ingest.source.FileAccess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Any file system that Hadoop opens: {@code file: hdfs: s3a:} and what the class path brings.
 * Configured as Hadoop is, by its own files and {@code spark.hadoop.*}.
 */
public final class HadoopFiles implements FileAccess {

  private static final long serialVersionUID = 1;

  @Override
  public List<Found> list(String path) {
    try {
      Path given = new Path(path);
      FileSystem files = given.getFileSystem(new Configuration());
      FileStatus[] matches = files.globStatus(given);
      if (matches == null || matches.length == 0) {
        return List.of(new Found(path, path, 0, "no such file or folder"));
      }
      List<Found> all = new ArrayList<>();
      for (FileStatus match : matches) {
        boolean exact = matches.length == 1 && match.getPath().getName().equals(given.getName());
        add(all, files, match, exact ? path : match.getPath().toString());
      }
      all.sort(Comparator.comparing(Found::path));
      return all.isEmpty() ? List.of(new Found(path, path, 0, "an empty folder")) : all;
    } catch (IOException | IllegalArgumentException e) {
      return List.of(new Found(path, path, 0, "cannot be read: " + e.getMessage()));
    }
  }

  private static void add(List<Found> all, FileSystem files, FileStatus found, String shown)
      throws IOException {
    if (found.isFile()) {
      all.add(new Found(shown, found.getPath().toString(), found.getLen(), ""));
      return;
    }
    String root = found.getPath().toString();
    RemoteIterator<LocatedFileStatus> below = files.listFiles(found.getPath(), true);
    while (below.hasNext()) {
      LocatedFileStatus file = below.next();
      String location = file.getPath().toString();
      all.add(new Found(shown + location.substring(root.length()), location, file.getLen(), ""));
    }
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    Path path = new Path(location);
    FSDataInputStream in = path.getFileSystem(new Configuration()).open(path);
    try {
      in.seek(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
