package io.tokentrail.ingest.audit;

import java.util.Set;

/** Which files belong together: those of one folder are one API server's. */
final class Streams {

  /** Folders of servers that answer for the API server and reuse its audit ids (OpenShift). */
  private static final Set<String> AGGREGATED =
      Set.of(
          "openshift-apiserver",
          "oauth-apiserver",
          "openshift-oauth-apiserver",
          "oauth-server",
          "metrics-server");

  private Streams() {}

  /** The stream that a file belongs to: its folder as listed. */
  static String source(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /**
   * Within what events with the same id are the same event: everywhere, but for aggregated servers
   * only within their own stream.
   */
  static String scope(String source) {
    for (String folder : source.split("/", -1)) {
      if (AGGREGATED.contains(folder)) {
        return source;
      }
    }
    return "";
  }
}
