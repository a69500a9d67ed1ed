package io.tokentrail.report.json;

/** A report.json that is none: cut off, changed by hand, or written by something else. */
public final class DamagedReport extends RuntimeException {

  private static final long serialVersionUID = 1;

  DamagedReport(String message) {
    super(message);
  }

  DamagedReport(String message, Throwable cause) {
    super(message, cause);
  }
}
