package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * One line of an audit file into its event. Damage is survived: what stands around whole events is
 * rejected, the events are not.
 */
final class EventLines {

  private static final byte[] BEGINNING = "{\"kind\":\"Event\"".getBytes(UTF_8);

  private final AuditEvent event = new AuditEvent();
  private final Skimmer skimmer = new Skimmer();
  private final StrictReader strict = new StrictReader();
  private final AuditSink sink;

  EventLines(AuditSink sink) {
    this.sink = sink;
  }

  /**
   * Reads a line of the usual form whose end is not known yet.
   *
   * @return as {@link LineSplitter.Sink#whole}
   */
  int whole(byte[] bytes, int from, int to, boolean last) {
    int end = skimmer.skim(bytes, from, to, event);
    if (end < 0) {
      return end;
    }
    if (bytes[end] == '\r' && bytes[end + 1] == '\n') {
      end++;
    }
    if (bytes[end] != '\n' || (end >= to && !last) || !missing().isEmpty()) {
      return -1;
    }
    sink.event(event);
    return end;
  }

  /** Reads an event of the usual form; {@link #take} gives it out. Where it ends, or negative. */
  int skim(byte[] bytes, int from, int to) {
    int end = skimmer.skim(bytes, from, to, event);
    return end > to || !missing().isEmpty() ? -1 : end;
  }

  /** Gives out what was skimmed. */
  void take() {
    sink.event(event);
  }

  /** Reads what came out of an envelope; {@link Skimmer#PADDING} bytes stand behind it. */
  void bare(byte[] bytes, int from, int to) {
    byte behind = bytes[to];
    bytes[to] = '\n';
    int end = whole(bytes, from, to, true);
    bytes[to] = behind;
    if (end != to) {
      line(bytes, end < 0 ? from : end, to);
    }
  }

  /** Where a line begins behind blanks and marks; its end when it is blank. */
  static int start(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to && filler(bytes, start)) {
      start += bytes[start] == (byte) 0xEF ? 3 : 1;
    }
    return Math.min(start, to);
  }

  /** Reads any line; blank ones are nothing. */
  void line(byte[] bytes, int from, int to) {
    int start = start(bytes, from, to);
    int end = to;
    while (start < end && filler(bytes, end - 1)) {
      end--;
    }
    if (start < end) {
      slow(bytes, start, end);
    }
  }

  /** Spaces, and what a crash or a Windows editor leaves: NUL bytes, byte order marks. */
  private static boolean filler(byte[] b, int at) {
    return (b[at] >= 0 && b[at] <= ' ')
        || (b[at] == (byte) 0xEF
            && at + 2 < b.length
            && b[at + 1] == (byte) 0xBB
            && b[at + 2] == (byte) 0xBF);
  }

  private void slow(byte[] bytes, int from, int to) {
    byte[] clean = bytes;
    int at = from;
    int end = to;
    if (!isUtf8(bytes, from, to)) {
      clean = new String(bytes, from, to - from, UTF_8).getBytes(UTF_8);
      at = 0;
      end = clean.length;
    }
    while (at < end) {
      int next = end;
      try {
        next = strict.read(clean, at, end, event);
        String missing = missing();
        if (missing.isEmpty()) {
          sink.event(event);
        } else {
          sink.reject(missing, clean, at, next);
        }
      } catch (StrictReader.NotAnEvent e) {
        sink.reject(e.getMessage(), clean, at, end);
      } catch (IOException e) {
        next = next(clean, at + 1, end);
        sink.reject(why(e, clean, at, next), clean, at, next);
      }
      at = next;
      while (at < end && (filler(clean, at) || clean[at] == ',')) {
        at++;
      }
    }
  }

  /** What an event cannot do without; also puts in the one time that is missing. */
  private String missing() {
    boolean id = event.has(AuditEvent.AUDIT_ID);
    boolean stage = event.has(AuditEvent.STAGE);
    if (!id || !stage) {
      return id
          ? "an audit event without a stage"
          : stage ? "an audit event without an auditID" : StrictReader.NOT_AN_EVENT;
    }
    if (event.received == AuditEvent.NEVER) {
      event.received = event.answered;
    }
    if (event.answered == AuditEvent.NEVER) {
      event.answered = event.received;
    }
    return event.received == AuditEvent.NEVER ? "an audit event without a time" : "";
  }

  private static String why(IOException e, byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == 0) {
        return "NUL bytes inside";
      }
    }
    if (b[from] != '{') {
      return "no JSON";
    }
    if (e instanceof JsonEOFException || (to < b.length && b[to] == '{')) {
      return "cut off in the middle";
    }
    return "broken JSON";
  }

  private static int next(byte[] b, int from, int to) {
    for (int i = from; i <= to - BEGINNING.length; i++) {
      if (b[i] == '{' && b[i + 2] == 'k') {
        int n = 1;
        while (n < BEGINNING.length && b[i + n] == BEGINNING[n]) {
          n++;
        }
        if (n == BEGINNING.length) {
          return i;
        }
      }
    }
    return to;
  }

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to && ascii; i++) {
      ascii = bytes[i] >= 0;
    }
    if (ascii) {
      return true;
    }
    try {
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
