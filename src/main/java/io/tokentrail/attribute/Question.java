package io.tokentrail.attribute;

import io.tokentrail.model.Failure;
import java.time.Instant;

/**
 * Who sent this one?
 *
 * @param failure the 401
 * @param stated what the server said of it
 */
record Question(Failure failure, Stated stated) {

  Instant at() {
    return failure.receivedAt();
  }

  String ip() {
    return failure.client().sourceIp();
  }

  String agent() {
    return failure.client().userAgent();
  }
}
