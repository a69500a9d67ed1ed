package io.tokentrail.ingest.snapshot;

import java.util.Locale;
import java.util.Set;

/** A kind's plural, as {@code kubectl get} names it. */
final class Plural {

  private Plural() {}

  /** Kinds with pod templates, of which a cluster may have none. */
  private static final Set<String> CONTROLLERS =
      Set.of(
          "deployments",
          "daemonsets",
          "statefulsets",
          "cronjobs",
          "jobs",
          "replicasets",
          "replicationcontrollers");

  /**
   * The kind that an empty list was asked for: {@code kubectl get statefulsets -o json} prints a
   * {@code List} that does not say, so its file's name must. Empty for other names.
   */
  static Set<String> ofFile(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    int dot = name.indexOf('.');
    String kind = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    return CONTROLLERS.contains(kind) ? Set.of(kind) : Set.of();
  }

  static String of(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.equals("endpoints")) {
      return lower;
    }
    if (lower.endsWith("s") || lower.endsWith("x") || lower.endsWith("ch")) {
      return lower + "es";
    }
    boolean vowelBefore =
        lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) >= 0;
    if (lower.endsWith("y") && !vowelBefore) {
      return lower.substring(0, lower.length() - 1) + "ies";
    }
    return lower + "s";
  }
}
