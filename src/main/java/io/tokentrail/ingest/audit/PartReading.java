package io.tokentrail.ingest.audit;

import java.io.IOException;
import java.io.InputStream;

/** Reads byte ranges of files into one fold. */
final class PartReading implements LineSplitter.Sink, AuditSink {

  /** What is told of each event before it is counted. */
  interface Repeats {
    /** Whether the event repeats one that was there before. */
    boolean repeats(AuditEvent event, int file);
  }

  private final AuditFold fold;
  private final Repeats repeats;
  private final EventLines lines = new EventLines(this);
  private final LineSplitter splitter;
  private int file;
  private int range;
  private long line;
  private Coverage coverage = new Coverage();

  PartReading(AuditFold fold, ReadLimits limits, Repeats repeats) {
    this.fold = fold;
    this.repeats = repeats;
    this.splitter = new LineSplitter(limits.lineBytes());
  }

  /** Reads the lines that start in a range. */
  void read(InputStream in, int fileNumber, int rangeNumber, long from, long to)
      throws IOException {
    file = fileNumber;
    range = rangeNumber;
    line = 0;
    coverage = fold.file(file);
    try {
      splitter.read(in, from, to, this);
    } finally {
      coverage.lines(range, line);
    }
  }

  @Override
  public int whole(byte[] bytes, int from, int to, boolean last) {
    line++;
    int end = lines.whole(bytes, from, to, last);
    if (end < 0) {
      line--;
    }
    return end;
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    line++;
    lines.line(bytes, from, to);
  }

  @Override
  public void tooLong(byte[] bytes, int from, int to) {
    line++;
    reject("a line of more than " + (to - from) + " bytes", bytes, from, to);
  }

  @Override
  public void event(AuditEvent event) {
    coverage.record();
    if (repeats.repeats(event, file)) {
      coverage.duplicate();
    } else {
      fold.add(event, file, Lines.pack(range, line), 1);
    }
  }

  @Override
  public void reject(String why, byte[] bytes, int from, int to) {
    coverage.reject();
    fold.rejected.add(file, Lines.pack(range, line), why, bytes, from, to);
  }
}
