package io.tokentrail.ingest.wrap;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of JSON documents into records: the elements of arrays and of what {@link
 * LogWrappers#CONTAINERS} names, and whole objects that hold no such thing. One record is in memory
 * at a time. Layout does not matter: pretty-printed, concatenated, with text in between.
 */
public final class DocumentSplitter {

  /** Takes records one after another. */
  public interface Sink {

    /** A record. One byte and {@link Unwrapped#PADDING} more may be looked at behind it. */
    void record(byte[] bytes, int from, int to);

    /**
     * Offers a record whose end is not known yet, as {@link LogWrapper#whole} takes it.
     *
     * @return where it ends, when it was taken
     */
    int whole(byte[] bytes, int from, int to);

    /** Something that is no record. */
    void broken(String why, byte[] bytes, int from, int to);
  }

  private static final int CHUNK = 1 << 18;

  /** Objects and arrays around a record: OTLP has most. */
  private static final int DEEPEST = 7;

  private final int limit;
  private final byte[][] containers;
  private byte[] buffer = new byte[CHUNK + Unwrapped.PADDING];
  private InputStream in;
  private Sink sink;
  private int at;
  private int end;

  /** The first byte that is kept when more is read; -1 for none but the ones not looked at. */
  private int keep;

  private IOException failure;

  /** Thrown to leave a record that does not end, or is damaged. */
  private static final class Unfinished extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean damaged;

    Unfinished(String why, boolean damaged) {
      super(why, null, false, false);
      this.damaged = damaged;
    }
  }

  /** Of records up to a size in bytes, under the keys that shippers use. */
  public DocumentSplitter(int limit) {
    this(limit, LogWrappers.CONTAINERS);
  }

  /** Of records up to a size in bytes, under these keys. */
  public DocumentSplitter(int limit, List<String> containers) {
    this.limit = limit;
    this.containers = containers.stream().map(Members::key).toArray(byte[][]::new);
  }

  /** Reads all documents; what came before the stream broke is used first. */
  public void read(InputStream from, Sink taker) throws IOException {
    in = from;
    sink = taker;
    at = 0;
    end = 0;
    keep = -1;
    failure = null;
    try {
      documents();
    } catch (Unfinished e) {
      int start = keep < 0 ? end : keep;
      sink.broken(e.getMessage(), buffer, start, end);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void documents() throws Unfinished {
    int column = -1;
    while (true) {
      int c = peek();
      if (c < 0) {
        return;
      }
      if (c == '{' || c == '[') {
        column = column(column);
        try {
          if (c == '{') {
            object(0);
          } else {
            elements(0);
          }
        } catch (Unfinished e) {
          skip(e, column);
        }
      } else if (c <= ' ' || c == ',') {
        at++;
      } else {
        between();
      }
    }
  }

  /** Text between documents, up to a line that begins with a brace. */
  private void between() throws Unfinished {
    keep = at;
    boolean mark = true;
    boolean begin = false;
    int c = peek();
    while (c >= 0 && !(begin && (c == '{' || c == '['))) {
      mark &= c == 0xEF || c == 0xBB || c == 0xBF;
      at++;
      begin = c == '\n' || mark;
      c = peek();
    }
    if (!mark && !HttpHead.begins(buffer, keep, at)) {
      sink.broken("no JSON", buffer, keep, at);
    }
    keep = -1;
  }

  private void elements(int depth) throws Unfinished {
    at++;
    int column = -1;
    while (true) {
      int c = peek();
      if (c < 0) {
        throw new Unfinished("the document breaks off", false);
      }
      if (c == ']') {
        at++;
        return;
      }
      if (c == '{') {
        column = column(column);
        try {
          object(depth + 1);
        } catch (Unfinished e) {
          skip(e, column);
        }
      } else if (c <= ' ' || c == ',') {
        at++;
      } else {
        keep = at;
        value();
        record();
      }
    }
  }

  /** How far a record is indented; what was known before when it begins within a line. */
  private int column(int known) {
    int line = at;
    while (line > 0 && (buffer[line - 1] == ' ' || buffer[line - 1] == '\t')) {
      line--;
    }
    return line > 0 && buffer[line - 1] == '\n' ? at - line : known;
  }

  /**
   * Gives a damaged record up and goes to the next line that is indented as far and begins one;
   * within a line, behind the brace that closes it.
   */
  private void skip(Unfinished e, int column) throws Unfinished {
    if (!e.damaged || (column < 0 && keep < 0)) {
      throw e;
    }
    if (column < 0) {
      at = keep + 1;
      nested();
      sink.broken(e.getMessage(), buffer, keep, at);
      keep = -1;
      return;
    }
    sink.broken(e.getMessage(), buffer, keep < 0 ? at : keep, at);
    int spaces = column(-1);
    keep = -1;
    int c = peek();
    while (c >= 0 && !(c == '{' && spaces == column)) {
      if (c == '\n') {
        spaces = 0;
      } else if (spaces >= 0) {
        spaces = c == ' ' || c == '\t' ? spaces + 1 : -1;
      }
      at++;
      c = peek();
    }
  }

  /** An object that is a record, or holds some. */
  private void object(int depth) throws Unfinished {
    buffer[end] = '\n';
    int whole = sink.whole(buffer, at, end);
    if (whole >= 0) {
      at = whole;
      return;
    }
    keep = at;
    at++;
    boolean holds = false;
    while (true) {
      int c = peek();
      if (c < 0) {
        throw new Unfinished(holds ? "the document breaks off" : "cut off in the middle", false);
      }
      if (c == '}') {
        at++;
        break;
      }
      if (c != '"') {
        if (c > ' ' && c != ',') {
          throw damaged();
        }
        at++;
        continue;
      }
      boolean alone = holds;
      if (alone) {
        keep = at;
      }
      int name = at + 1 - keep;
      value();
      int nameEnd = at - 1 - keep;
      int next = afterColon();
      if (depth < DEEPEST
          && (next == '[' || next == '{')
          && container(keep + name, keep + nameEnd)) {
        holds = true;
        keep = -1;
        if (next == '[') {
          elements(depth + 1);
        } else {
          object(depth + 1);
        }
      } else {
        if (alone) {
          keep = -1;
        }
        value();
      }
    }
    if (!holds) {
      record();
    }
    keep = -1;
  }

  private int afterColon() throws Unfinished {
    int c = peek();
    boolean colon = false;
    while (c >= 0 && (c <= ' ' || (c == ':' && !colon))) {
      colon |= c == ':';
      at++;
      c = peek();
    }
    if (c < 0) {
      throw new Unfinished("cut off in the middle", false);
    }
    if (!colon) {
      throw damaged();
    }
    return c;
  }

  private static Unfinished damaged() {
    return new Unfinished("broken JSON", true);
  }

  private boolean container(int from, int to) {
    for (byte[] name : containers) {
      if (Arrays.equals(buffer, from, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  private void record() {
    sink.record(buffer, keep, at);
    keep = -1;
  }

  /** Goes behind a value. */
  private void value() throws Unfinished {
    int c = next();
    if (c == '"') {
      text();
    } else if (c == '{' || c == '[') {
      nested();
    } else {
      c = peek();
      while (c > ' ' && c != ',' && c != '}' && c != ']') {
        at++;
        c = peek();
      }
    }
  }

  private void nested() throws Unfinished {
    int depth = 1;
    while (depth > 0) {
      int c = next();
      if (c == '"') {
        text();
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  /** Goes behind the closing quote of a text. */
  private void text() throws Unfinished {
    int escaped = 0;
    while (true) {
      byte[] b = buffer;
      int last = end;
      int i = Scan.markOrLine(b, at + escaped, last);
      while (i < last) {
        if (b[i] == '"') {
          at = i + 1;
          return;
        }
        if (b[i] == '\n') {
          at = i;
          throw damaged();
        }
        i = Scan.markOrLine(b, i + 2, last);
      }
      escaped = i - last;
      at = last;
      if (!fill()) {
        throw new Unfinished("cut off in the middle", false);
      }
    }
  }

  private int next() throws Unfinished {
    int c = peek();
    if (c < 0) {
      throw new Unfinished("cut off in the middle", false);
    }
    at++;
    return c;
  }

  private int peek() {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at] & 0xff;
  }

  private boolean fill() {
    int start = keep < 0 ? at : keep;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      at -= start;
      end -= start;
      keep = keep < 0 ? -1 : 0;
    }
    int room = buffer.length - Unwrapped.PADDING;
    if (end == room) {
      if (end >= limit) {
        failure = new IOException("a record of more than " + limit + " bytes");
        return false;
      }
      buffer = Arrays.copyOf(buffer, Math.min(2 * end, limit) + Unwrapped.PADDING + 1);
      room = buffer.length - Unwrapped.PADDING;
    }
    try {
      int n = failure == null ? in.read(buffer, end, room - end) : -1;
      end += Math.max(n, 0);
      return n > 0;
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      // what unpackers throw at damaged data
      failure = new IOException(e);
    }
    return false;
  }
}
