package io.tokentrail.ingest.wrap;

import java.util.List;

/** OTLP in JSON, as OpenShift's log forwarder and collectors write it: the event as the body. */
final class OpenTelemetry implements LogWrapper {

  private static final byte[] BODY = Members.key("body");
  private static final byte[] TEXT = Members.key("stringValue");

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public boolean claims(Outline outline) {
    return outline.holdsEvents() && outline.has("resourceLogs");
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    int at = Members.space(bytes, from, to);
    int text = Members.value(bytes, Members.value(bytes, at, to, BODY), to, TEXT);
    if (text >= 0) {
      Payload.value(bytes, text, to, event);
    } else {
      event.leftOut();
    }
  }

  @Override
  public List<String> blindSpots() {
    return List.of("Collectors drop lines under load and cut long ones, without a trace here.");
  }
}
