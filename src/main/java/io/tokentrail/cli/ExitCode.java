package io.tokentrail.cli;

/** What the process ends with; every verb keeps to these. */
public enum ExitCode {
  DONE(0, "done"),
  USAGE(2, "wrong usage"),
  NOTHING(3, "nothing could be read or no event matched, or an output could not be written"),
  INTERNAL(4, "internal error"),
  FINDING(10, "a finding at or above --fail-on"),
  COVERAGE(11, "coverage under --min-coverage, or --strict and something was rejected"),
  VERIFICATION(12, "verification failed"),
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /** For {@code --help}. */
  public String meaning() {
    return meaning;
  }
}
