package io.tokentrail.ingest.wrap;

/**
 * What the beginning of a file or one of its lines looks like: the paths of its first JSON values,
 * as in {@code items[].kind}, and its text. A text that is no JSON has no paths.
 */
public interface Outline {

  /** Whether there is a value at the path. */
  boolean has(String path);

  /** The first scalar at the path; empty when there is none. */
  String at(String path);

  /** Whether audit events are in it, also within texts; not that something speaks of them. */
  default boolean holdsEvents() {
    return text().contains("auditID")
        || text().contains("apiVersion\":\"audit.k8s.io/v1")
        || text().contains("apiVersion\\\":\\\"audit.k8s.io/v1");
  }

  /**
   * Whether an audit event, as an object or as a text, is a member of the object at a path, which
   * is empty or ends in a dot; under any name.
   */
  default boolean holdsEvent(String in) {
    return false;
  }

  /** Whether audit events stand in a list somewhere below the object at a path. */
  default boolean listsEvents(String path) {
    return false;
  }

  /** The text itself, as far as it was looked at. */
  String text();
}
