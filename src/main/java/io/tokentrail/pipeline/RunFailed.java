package io.tokentrail.pipeline;

import java.util.List;

/**
 * A run that cannot start or has nothing to say, told to the operator: where, expected, found, what
 * to do.
 */
public final class RunFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What kind of failure it is; the command line gives each its exit code. */
  public enum Kind {
    /** Nothing could be read, or no event matched. */
    NOTHING_READ,
    /** An output could not be written. */
    NOT_WRITTEN
  }

  private final Kind kind;
  private final List<String> details;

  public RunFailed(Kind kind, String message, List<String> details) {
    super(message);
    this.kind = kind;
    this.details = List.copyOf(details);
  }

  public Kind kind() {
    return kind;
  }

  /** Lines under the message: what was found, what to do. */
  public List<String> details() {
    return details;
  }
}
