package io.tokentrail.report.terminal;

import io.tokentrail.model.Severity;

/** The few colours there are; each repeats a word that stands beside it. */
public enum Style {
  PLAIN(""),
  BOLD("\u001b[1m"),
  RED("\u001b[31m"),
  YELLOW("\u001b[33m");

  static final String END = "\u001b[0m";

  private final String start;

  Style(String start) {
    this.start = start;
  }

  String start() {
    return start;
  }

  public static Style of(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> RED;
      case MEDIUM -> YELLOW;
      case LOW, INFO -> PLAIN;
    };
  }

  /** The sign of a severity; a colour is never the only one. */
  public static String glyph(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "▲";
      case HIGH -> "◆";
      case MEDIUM -> "●";
      case LOW -> "○";
      case INFO -> "·";
    };
  }
}
