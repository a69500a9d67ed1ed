package io.tokentrail.ingest.source;

import java.util.function.Predicate;

/**
 * The kind of an object that does not name it, as items of a typed list have none: programs that
 * print what client-go gave them (OpenShift's Insights archive, Sonobuoy) lose it.
 */
public final class KindOfShape {

  private KindOfShape() {}

  /**
   * Tells the kind by fields that no other kind has.
   *
   * @param has whether the object has a field at a path with dots
   * @return empty when nothing tells
   */
  public static String of(Predicate<String> has) {
    if (!has.test("metadata.name") || has.test("kind")) {
      return "";
    }
    if (has.test("spec.containers") && has.test("status")) {
      return "Pod";
    }
    if (has.test("status.nodeInfo")) {
      return "Node";
    }
    if (has.test("spec") || has.test("status") || has.test("rules")) {
      return "";
    }
    if (has.test("data") && has.test("type")) {
      return "Secret";
    }
    boolean account = has.test("secrets") || has.test("imagePullSecrets");
    return account && !has.test("data") ? "ServiceAccount" : "";
  }
}
