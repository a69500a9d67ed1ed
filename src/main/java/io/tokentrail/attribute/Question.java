package io.tokentrail.attribute;

import io.tokentrail.model.Failure;
import java.io.Serializable;
import java.time.Instant;

/**
 * Who sent this one?
 *
 * @param failure the 401
 * @param stated what the server said of it
 * @param onset when the run of 401s of this client began that it belongs to
 */
record Question(Failure failure, Stated stated, Instant onset) implements Serializable {

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
