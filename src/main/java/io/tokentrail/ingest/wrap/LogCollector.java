package io.tokentrail.ingest.wrap;

import java.util.List;

/**
 * Fluent Bit, Fluentd, Logstash, Vector, Splunk, Datadog, Kafka, docker: a document with the event
 * under {@code log}, {@code message} or any other name, as a text or an object.
 */
final class LogCollector implements LogWrapper {

  private static final List<String> NAMES =
      List.of(
          "log",
          "message",
          "@message",
          "msg",
          "event",
          "_raw",
          "fields",
          "body",
          "structured",
          "result",
          "jsonPayload",
          "MESSAGE");

  @Override
  public String name() {
    return "fluentbit";
  }

  @Override
  public boolean claims(Outline outline) {
    if (!outline.holdsEvents()) {
      return false;
    }
    for (String in : new String[] {"", "[].", "items[].", "results[]."}) {
      if (!outline.has(in + "_source")
          && !outline.has(in + "logStreamName")
          && !outline.has(in + "@logStream")
          && !outline.has(in + "@ptr")
          && !outline.has(in + "category")
          && !outline.has(in + "Category")
          && !outline.has(in + "protoPayload")
          && !outline.has(in + "auditID")
          && !(outline.has(in + "labels") && outline.has(in + "line"))
          && (outline.holdsEvent(in)
              || NAMES.stream().anyMatch(name -> isPayload(outline, in + name)))) {
        return true;
      }
    }
    return false;
  }

  /** Not a list of names, nor the body of a request or of an answer with several events. */
  private static boolean isPayload(Outline outline, String path) {
    return outline.has(path)
        && !outline.has(path + "[]")
        && !outline.has(path + ".items")
        && !outline.listsEvents(path)
        && !outline.at(path).contains("\"EventList\"");
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    Payload.object(bytes, from, to, event);
  }

  @Override
  public List<String> blindSpots() {
    return List.of("Collectors drop lines under load and cut long ones, without a trace here.");
  }
}
