package io.tokentrail.cli;

import io.tokentrail.pipeline.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Tells progress on stderr: one line redrawn in place on a terminal, a plain line every few seconds
 * elsewhere, nothing with {@code --quiet}. The line is cleared at the end, so that nothing of it
 * stays behind.
 */
final class Narrator implements Progress, AutoCloseable {

  private static final Duration PLAIN_PAUSE = Duration.ofSeconds(5);
  private static final Duration DRAWN_PAUSE = Duration.ofMillis(100);
  private static final int BAR = 40;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private enum Style {
    SILENT,
    PLAIN,
    DRAWN
  }

  private final Style style;
  private final boolean ascii;
  private final PrintWriter err;
  private final Instant began = Instant.now();
  private Instant told = Instant.MIN;
  private long total;
  private boolean drawn;

  private Narrator(Style style, boolean ascii, PrintWriter err) {
    this.style = style;
    this.ascii = ascii;
    this.err = err;
  }

  static Narrator of(TerminalOptions options, PrintWriter err) {
    Style style =
        options.quiet
            ? Style.SILENT
            : options.noProgress || !Screens.terminal(2) ? Style.PLAIN : Style.DRAWN;
    return new Narrator(style, options.ascii, err);
  }

  @Override
  public void offered(int files, long bytes, List<String> leftOut) {
    total = bytes;
    say("start    " + files + (files == 1 ? " file " : " files ") + size(bytes));
    leftOut.forEach(l -> say("left-out " + l));
  }

  @Override
  public synchronized void read(long bytes) {
    Instant now = Instant.now();
    if (style == Style.SILENT || now.isBefore(due())) {
      return;
    }
    told = now;
    double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
    double share = total == 0 ? 1 : Math.min(1, (double) bytes / total);
    String rate = size((long) (bytes / seconds)) + "/s";
    String left =
        share > 0.02
            ? String.format(Locale.ROOT, "%.0f s left", seconds * (1 - share) / share)
            : "";
    if (style == Style.PLAIN) {
      say(
          String.format(
                  Locale.ROOT, "read     %.0f %% of %s %s %s", share * 100, size(total), rate, left)
              .strip());
    } else {
      int full = (int) (share * BAR);
      String bar = (ascii ? "#" : "━").repeat(full) + (ascii ? "-" : "─").repeat(BAR - full);
      err.print(
          CLEAR_LINE
              + String.format(
                  Locale.ROOT, "Reading  %s %3.0f %%  %s  %s", bar, share * 100, rate, left));
      err.flush();
      drawn = true;
    }
  }

  @Override
  public void relating(long pods, long lifetimes, long failures) {
    clear();
    say(
        "relate   "
            + pods
            + " pods, "
            + lifetimes
            + " lifetimes, "
            + failures
            + " refused requests");
  }

  private Instant due() {
    return told.equals(Instant.MIN)
        ? began.plus(style == Style.PLAIN ? PLAIN_PAUSE : DRAWN_PAUSE)
        : told.plus(style == Style.PLAIN ? PLAIN_PAUSE : DRAWN_PAUSE);
  }

  private void say(String line) {
    if (style == Style.PLAIN) {
      err.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
      err.flush();
    } else if (style == Style.DRAWN && line.startsWith("left-out")) {
      err.println("not recognised, left out: " + line.substring("left-out ".length()));
    }
  }

  private synchronized void clear() {
    if (drawn) {
      err.print(CLEAR_LINE);
      err.flush();
      drawn = false;
    }
  }

  /** Decimal units, as disks and logs are sold. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    for (String unit : List.of("kB", "MB", "GB", "TB")) {
      value /= 1000;
      if (value < 1000 || unit.equals("TB")) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, unit);
      }
    }
    return bytes + " B";
  }

  @Override
  public void close() {
    clear();
  }
}
