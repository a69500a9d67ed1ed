package io.tokentrail.ingest.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One klog line, freed from what shippers put around it.
 *
 * @param outer the full time that the shipper or JSON gives
 * @param stamp klog's own stamp, empty in JSON
 * @param host the machine that the shipper names, empty without
 * @param unit the program that the shipper names, empty without
 * @param source the Go file, as in {@code token_manager.go}
 * @param message what follows the header, structured text included; the bare message in JSON
 * @param fields the fields of a JSON line
 */
record Framed(
    Optional<Instant> outer,
    Optional<Stamp> stamp,
    String host,
    String unit,
    String source,
    String message,
    Map<String, String> fields) {

  /** Message and fields. */
  Said said() {
    return fields.isEmpty() ? Said.of(message) : new Said(message, fields);
  }
}
