package io.tokentrail.model;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
