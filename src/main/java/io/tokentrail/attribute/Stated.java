package io.tokentrail.attribute;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reason;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What the server said of one 401.
 *
 * @param reason the reason, {@link Reason#UNKNOWN} when no line can be told apart from its
 *     neighbours
 * @param text the server's words
 * @param line the log's line, where it certainly belongs to this 401
 * @param evidence where it stands
 */
record Stated(Reason reason, String text, Optional<LogLine.Refused> line, List<Evidence> evidence)
    implements Serializable {

  /** Nothing. */
  static final Stated NOTHING = new Stated(Reason.UNKNOWN, "", Optional.empty(), List.of());

  static Stated of(LogLine line, LogLine.Refused refused, boolean own) {
    return new Stated(
        refused.reason(),
        refused.text(),
        own ? Optional.of(refused) : Optional.empty(),
        List.of(
            Evidence.at(
                line.place(),
                own ? "the server's words" : "the server's words, as for its neighbours")));
  }
}
