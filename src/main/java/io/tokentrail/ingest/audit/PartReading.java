package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Unpacking;
import io.tokentrail.ingest.wrap.DocumentSplitter;
import io.tokentrail.ingest.wrap.PrefixedLines;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads parts and gives out their events with their places. An event that repeats the one in the
 * line before it is told apart at once; to know the line before a range, reading starts a little
 * earlier.
 */
final class PartReading implements LineSplitter.Sink, AuditSink, WrappedRecords.Listener {

  /** Takes what parts hold. */
  interface Taker {

    /** Whether what stands in a line is of interest; others need not be read. */
    default boolean wants(long line) {
      return true;
    }

    void event(AuditEvent event, long hash, Part part, long line);

    /** The event of the line before, again. */
    void again(AuditEvent event, Part part);

    void reject(String why, byte[] bytes, int from, int to, Part part, long line);

    /** A record of another log that the same shipper put into the file. */
    void leftOut(Part part);

    /** The part is read, as far as it could be. */
    void end(Part part, long lines, String problem);
  }

  /** How far before a range the line before it is looked for. */
  private static final int BEFORE = 1 << 16;

  private final FileAccess access;
  private final Taker taker;
  private final EventLines lines = new EventLines(this);
  private final WrappedRecords wrapped = new WrappedRecords(lines, this, this);
  private final LineSplitter splitter;
  private final DocumentSplitter documents;
  private Part part;
  private int scope;
  private long line;
  private boolean before;
  private long previous;

  PartReading(FileAccess access, ReadLimits limits, Taker taker) {
    this.access = access;
    this.taker = taker;
    this.splitter = new LineSplitter(limits.lineBytes());
    this.documents = new DocumentSplitter(limits.lineBytes());
  }

  void read(Part next) {
    part = next;
    scope = next.scope().hashCode();
    line = 0;
    previous = 0;
    before = false;
    wrapped.wrapper(next.offered().wrapper());
    long from = Math.max(0, next.from() - BEFORE);
    String problem = "";
    try (InputStream in = open(next, Math.max(0, from - 1))) {
      if (next.offered().layout().documents()) {
        documents.read(in, wrapped);
      } else {
        splitter.read(in, from, next.to(), this);
      }
    } catch (EOFException e) {
      problem = "breaks off: its packed data end early";
    } catch (IOException e) {
      problem = "breaks off: " + e.getMessage();
    }
    taker.end(next, line, problem);
  }

  private InputStream open(Part from, long at) throws IOException {
    Offered file = from.offered();
    if (file.compression() == Compression.NONE && !file.utf16()) {
      return file.layout().open(access.open(file.location(), at));
    }
    InputStream plain =
        file.compression() == Compression.GZIP && !file.utf16()
            ? Unpacking.gzip(file.location(), access)
            : Unpacking.open(file, access);
    return file.layout().open(from.ahead() ? new AheadInputStream(plain) : plain);
  }

  @Override
  public int whole(byte[] bytes, int from, int to, boolean last, long offset) {
    if (offset >= part.from() && !taker.wants(Lines.pack(part.range(), line + 1))) {
      int end = Swar.newline(bytes, from, to);
      // a record that fills its line; others may be of several lines
      if ((end < to || last) && bytes[from] == '{' && bytes[end - 1] == '}') {
        begin(offset);
        previous = 0;
        return end;
      }
    }
    if (!wrapped.bare()) {
      return wrapped(bytes, from, to, last, offset);
    }
    begin(offset);
    int end = lines.whole(bytes, from, to, last);
    if (end < 0 && !before) {
      line--;
    }
    return end;
  }

  private int wrapped(byte[] bytes, int from, int to, boolean last, long offset) {
    int end = bytes[from] == '{' ? wrapped.skim(bytes, from, to) : -1;
    if (end < 0 || bytes[end] != '\n' || (end >= to && !last)) {
      return -1;
    }
    begin(offset);
    wrapped.take();
    return end;
  }

  @Override
  public void line(byte[] bytes, int from, int to, long offset) {
    begin(offset);
    wrapped.line(bytes, from, to);
  }

  @Override
  public void tooLong(byte[] bytes, int from, int to, long offset) {
    begin(offset);
    reject("a line of more than " + (to - from) + " bytes", bytes, from, to);
  }

  @Override
  public void begin() {
    line++;
  }

  @Override
  public void leftOut() {
    previous = 0;
    if (!before) {
      taker.leftOut(part);
    }
  }

  private void begin(long offset) {
    before = offset < part.from();
    if (!before) {
      line++;
    }
  }

  @Override
  public void event(AuditEvent event) {
    long hash = Identities.hash(event, scope);
    boolean again = hash == previous;
    previous = hash;
    if (before) {
      return;
    }
    if (again) {
      taker.again(event, part);
    } else {
      taker.event(event, hash, part, Lines.pack(part.range(), line));
    }
  }

  @Override
  public void reject(String why, byte[] bytes, int from, int to) {
    previous = 0;
    if (part.offered().withOtherLogs() && PrefixedLines.isOfOtherLog(bytes, from, to)) {
      leftOut();
    } else if (!before) {
      taker.reject(why, bytes, from, to, part, Lines.pack(part.range(), line));
    }
  }
}
