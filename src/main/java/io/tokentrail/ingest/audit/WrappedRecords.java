package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.wrap.DocumentSplitter;
import io.tokentrail.ingest.wrap.LogWrapper;
import io.tokentrail.ingest.wrap.LogWrappers;
import io.tokentrail.ingest.wrap.Members;
import io.tokentrail.ingest.wrap.Unwrapped;

/** Gives the bare events of shipped records to those who read events. */
final class WrappedRecords implements DocumentSplitter.Sink {

  /** Told of each record before its event. */
  interface Listener {

    void begin();

    /** The record is another log's. */
    void leftOut();
  }

  /** How many bytes of two records are compared. */
  private static final int ALIKE = 8;

  private final EventLines lines;
  private final AuditSink sink;
  private final Listener listener;
  private final Unwrapped unwrapped = new Unwrapped();
  private LogWrapper wrapper = LogWrappers.BARE;

  WrappedRecords(EventLines lines, AuditSink sink, Listener listener) {
    this.lines = lines;
    this.sink = sink;
    this.listener = listener;
  }

  /** Begins with a file. */
  void wrapper(String name) {
    wrapper = LogWrappers.named(name);
  }

  /** Whether lines are events as they are. */
  boolean bare() {
    return wrapper == LogWrappers.BARE;
  }

  @Override
  public void record(byte[] bytes, int from, int to) {
    listener.begin();
    line(bytes, from, to);
  }

  @Override
  public int whole(byte[] bytes, int from, int to) {
    int end = skim(bytes, from, to);
    if (end >= 0) {
      listener.begin();
      take();
    }
    return end;
  }

  /** Looks at a record of the usual form; {@link #take} gives it out. Its end, or negative. */
  int skim(byte[] bytes, int from, int to) {
    return bare() ? lines.skim(bytes, from, to) : wrapper.whole(bytes, from, to, unwrapped);
  }

  /** Gives out what was looked at. */
  void take() {
    if (bare()) {
      lines.take();
    } else {
      unwrapped();
    }
  }

  @Override
  public void broken(String why, byte[] bytes, int from, int to) {
    listener.begin();
    sink.reject(why, bytes, from, to);
  }

  /** A line of the log; the caller has begun it. */
  void line(byte[] bytes, int from, int to) {
    int start = EventLines.start(bytes, from, to);
    int end = to;
    while (end > start && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
      end--;
    }
    while (start < end) {
      int next = bare() ? end : again(bytes, start, end);
      one(bytes, start, next);
      start = next;
    }
  }

  /**
   * Where a line begins anew: a record that was cut off when its writer died, and the next one
   * right behind it, whole. Records of a shipper begin alike; within its texts, quotes are escaped.
   */
  private static int again(byte[] b, int from, int to) {
    if (b[from] != '{' || to - from < 2 * ALIKE) {
      return to;
    }
    long beginning = Hashing.word(b, from);
    for (int at = Swar.brace(b, from + 1, to - ALIKE);
        at < to - ALIKE;
        at = Swar.brace(b, at + 1, to - ALIKE)) {
      if (Hashing.word(b, at) == beginning) {
        int end = Members.end(b, at, to);
        if (end == to || (end > 0 && to - end > ALIKE && Hashing.word(b, end) == beginning)) {
          return at;
        }
      }
    }
    return to;
  }

  private void one(byte[] bytes, int start, int to) {
    wrapper.unwrap(bytes, start, to, unwrapped);
    unwrapped();
  }

  private void unwrapped() {
    switch (unwrapped.outcome()) {
      case EVENT -> lines.bare(unwrapped.bytes(), unwrapped.from(), unwrapped.to());
      case BROKEN ->
          sink.reject(unwrapped.why(), unwrapped.bytes(), unwrapped.from(), unwrapped.to());
      case LEFT_OUT -> listener.leftOut();
      case NOTHING -> {
        // a line that is neither a record nor damage
      }
    }
  }
}
