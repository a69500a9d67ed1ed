package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokentrail.ingest.source.WholeToken;

/**
 * Reads one event of the form that API servers write, compact JSON in one line with keys in any
 * order, in one pass over its bytes and without an object. What it does not know (white space,
 * escapes in keys, the same key twice, texts where objects are expected) it gives up on, for {@link
 * StrictReader}.
 *
 * <p>The line must be followed by a line feed and {@link #PADDING} readable bytes. That line feed
 * ends every loop: it is no part of any text and of nothing between texts.
 */
final class Skimmer {

  /** Bytes behind the data that may be looked at. */
  static final int PADDING = 72;

  private static final int FAILED = -1;

  /** Sets of user objects seen before, by some bytes of the user name. */
  private static final int SETS = 1 << 9;

  private static final int WAYS = 8;

  /** Where in a service account's object its namespace starts. */
  private static final int NAMESPACE = "{\"username\":\"system:serviceaccount:".length();

  private final UserMemo[] memos = new UserMemo[SETS * WAYS];
  private final long[] missed = new long[SETS * WAYS];
  private final Stamps stamps = new Stamps();
  private int newest;
  private int limit;
  private byte[] b = new byte[0];
  private AuditEvent event = new AuditEvent();
  private int found;
  private long texts;

  /**
   * Reads the event that starts at an index.
   *
   * @param to where the data end
   * @return where it ends; negative when this reader gives up
   */
  int skim(byte[] bytes, int from, int to, AuditEvent into) {
    b = bytes;
    limit = to;
    event = into;
    texts = 0;
    into.clear(bytes);
    int end = object(Shapes.EVENT, from);
    into.extent(from, end);
    return end;
  }

  /** An object; keys are tried first in their usual order, and none may come twice. */
  private int object(Shape shape, int from) {
    if (b[from] != '{') {
      return FAILED;
    }
    if (b[from + 1] == '}') {
      return from + 2;
    }
    int at = from + 1;
    int next = 0;
    int seen = 0;
    while (true) {
      at = key(shape.keys, next, at);
      if (at < 0) {
        return FAILED;
      }
      int which = found;
      if (which < 0) {
        at = skip(at);
      } else {
        if (((seen >>> which) & 1) != 0) {
          return FAILED;
        }
        seen |= 1 << which;
        next = which + 1;
        at = value(shape, which, at);
      }
      if (at < 0 || b[at] == '}') {
        return at < 0 ? FAILED : at + 1;
      }
      if (b[at] != ',') {
        return FAILED;
      }
      at++;
    }
  }

  private int value(Shape shape, int which, int at) {
    return switch (shape.actions[which]) {
      case Shape.TEXT -> once(shape.fields[which], at);
      case Shape.LIST -> list(shape.fields[which], at);
      case Shape.OBJECT -> object(shape.shapes[which], at);
      case Shape.USER -> user(shape.shapes[which], at);
      case Shape.BODY -> body(shape.fields[which], at);
      case Shape.CODE -> code(at);
      case Shape.RECEIVED -> received(at);
      case Shape.ANSWERED -> answered(at);
      case Shape.KIND -> kind(at);
      default -> skip(at);
    };
  }

  /** A text into a field that has none yet; two keys may share one. */
  private int once(int field, int at) {
    if (((texts >>> field) & 1) != 0) {
      return FAILED;
    }
    texts |= 1L << field;
    return text(field, at);
  }

  private int kind(int at) {
    // "Event", and whatever follows the closing quote
    return b[at] == '"'
            && b[at + 1] == 'E'
            && b[at + 2] == 'v'
            && b[at + 3] == 'e'
            && b[at + 4] == 'n'
            && b[at + 5] == 't'
            && b[at + 6] == '"'
        ? at + 7
        : FAILED;
  }

  /**
   * Reads a key, tried first in its usual order; {@link #found} says which.
   *
   * @return where its value starts; negative when there is none
   */
  private int key(Key[] keys, int expected, int at) {
    if (b[at] != '"') {
      return FAILED;
    }
    for (int i = expected; i < keys.length; i++) {
      if (keys[i].at(b, at + 1)) {
        found = i;
        return at + 1 + keys[i].length();
      }
    }
    for (int i = 0; i < expected; i++) {
      if (keys[i].at(b, at + 1)) {
        found = i;
        return at + 1 + keys[i].length();
      }
    }
    found = -1;
    int end = Swar.special(b, at + 1);
    return b[end] == '"' && b[end + 1] == ':' ? end + 2 : FAILED;
  }

  /** A text into a field. */
  private int text(int field, int at) {
    if (b[at] != '"') {
      return FAILED;
    }
    int end = Swar.unusual(b, at + 1);
    if (b[end] == '"') {
      event.slice(field, at + 1, end);
      if (end - at > WholeToken.SHORTEST) {
        event.suspect(at, end);
      }
      return end + 1;
    }
    return b[end] < 0 || b[end] == '\\' ? unusual(field, at + 1, end) : FAILED;
  }

  /** A text with escapes or beyond ASCII. */
  private int unusual(int field, int from, int first) {
    int end = b[first] < 0 ? Swar.special(b, first) : first;
    if (b[end] == '"') {
      event.text(field, new String(b, from, end - from, UTF_8));
      return end + 1;
    }
    while (b[end] == '\\') {
      end = Swar.special(b, b[end + 1] >= ' ' ? end + 2 : end + 1);
    }
    if (b[end] != '"') {
      return FAILED;
    }
    event.suspect(from, end);
    return Escapes.text(event, field, b, from, first, end) ? end + 1 : FAILED;
  }

  /** The last text of a list into a field. */
  private int list(int field, int from) {
    if (b[from] != '[') {
      return FAILED;
    }
    int at = from + 1;
    while (true) {
      at = field < 0 ? skipText(at) : text(field, at);
      if (at < 0 || b[at] == ']') {
        return at < 0 ? FAILED : at + 1;
      }
      if (b[at] != ',') {
        return FAILED;
      }
      at++;
    }
  }

  private int user(Shape shape, int from) {
    if (from + NAMESPACE + 16 > limit) {
      return object(shape, from);
    }
    int set = set(from);
    for (int i = set; i < set + WAYS && memos[i] != null; i++) {
      if (memos[i].at(b, from, limit)) {
        return memos[i].apply(event, from);
      }
    }
    int end = object(shape, from);
    UserMemo memo = end < 0 || !again(set, end) ? null : UserMemo.of(event, b, from, end);
    if (memo != null) {
      int way = 0;
      while (way < WAYS && memos[set + way] != null) {
        way++;
      }
      memos[set + (way < WAYS ? way : newest++ & (WAYS - 1))] = memo;
      event.user = memo;
    }
    return end;
  }

  /** Whether an object that ends there was missed before: one that comes once is not remembered. */
  private boolean again(int set, int end) {
    long tail = Hashing.word(b, end - 8);
    int slot = set + ((int) Hashing.mix(tail, 0x9e3779b97f4a7c15L) & (WAYS - 1));
    boolean again = missed[slot] == tail;
    missed[slot] = tail;
    return again;
  }

  private int set(int from) {
    long h =
        Hashing.mix(
            Hashing.word(b, from + NAMESPACE) ^ 0x9e3779b97f4a7c15L,
            Hashing.word(b, from + NAMESPACE + 8) ^ 0xe7037ed1a0b428dbL);
    return ((int) h & (SETS - 1)) * WAYS;
  }

  private int code(int from) {
    int at = from;
    int code = 0;
    while (b[at] >= '0' && b[at] <= '9' && at - from < 6) {
      code = code * 10 + b[at++] - '0';
    }
    event.code = code;
    boolean number = at > from && (b[from] != '0' || at == from + 1);
    return number && (b[at] == ',' || b[at] == '}') ? at : FAILED;
  }

  private int body(int field, int from) {
    int end = skip(from);
    if (end >= 0 && (b[from] == '{' || b[from] == '[')) {
      event.slice(field, from, end);
    }
    return end;
  }

  private int received(int from) {
    int end = skipText(from);
    if (end >= 0) {
      event.received = stamps.micros(b, from + 1, end - 1);
    }
    return end;
  }

  private int answered(int from) {
    int end = skipText(from);
    if (end >= 0) {
      event.answered = stamps.micros(b, from + 1, end - 1);
    }
    return end;
  }

  /** Any text without escapes. */
  private int skipText(int at) {
    if (b[at] != '"') {
      return FAILED;
    }
    int end = Swar.special(b, at + 1);
    if (end - at > WholeToken.SHORTEST) {
      event.suspect(at, end);
    }
    return b[end] == '"' ? end + 1 : FAILED;
  }

  /** Any value. */
  private int skip(int from) {
    return Grammar.end(b, from, event);
  }
}
