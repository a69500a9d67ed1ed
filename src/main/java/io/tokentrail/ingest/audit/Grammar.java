package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.WholeToken;

/**
 * JSON's grammar, for values that nobody needs: they are checked on the way to their end, so that a
 * line with damage anywhere is no event. Without white space, as API servers write it; nested at
 * most 62 deep. All that is not checked is whether texts are UTF-8.
 */
final class Grammar {

  private static final int FAILED = -1;

  /** What may stand behind a backslash: 1 alone, 2 with four digits behind it. */
  private static final byte[] ESCAPES = new byte[256];

  static {
    for (char c : "\"\\/bfnrt".toCharArray()) {
      ESCAPES[c] = 1;
    }
    ESCAPES['u'] = 2;
  }

  private Grammar() {}

  /**
   * Goes behind a value. A line feed must stand behind the data.
   *
   * @param event told of texts that may be tokens
   * @return where the value ends; negative when it is none
   */
  static int end(byte[] b, int from, AuditEvent event) {
    int at = from;
    // One bit for each level that is open, 1 for objects, below a 1 that ends them.
    long open = 1;
    while (true) {
      byte c = b[at];
      if (c == '"') {
        at = text(b, at, event);
      } else if (c == '{') {
        if (b[at + 1] == '}') {
          at += 2;
        } else {
          open = open << 1 | 1;
          at = open < 0 ? FAILED : key(b, at + 1, event);
          if (at < 0) {
            return FAILED;
          }
          continue;
        }
      } else if (c == '[') {
        if (b[at + 1] == ']') {
          at += 2;
        } else {
          open <<= 1;
          if (open < 0) {
            return FAILED;
          }
          at++;
          continue;
        }
      } else {
        at = scalar(b, at);
      }
      if (at < 0) {
        return FAILED;
      }
      while (open != 1 && b[at] == ((open & 1) == 1 ? '}' : ']')) {
        open >>>= 1;
        at++;
      }
      if (open == 1) {
        return at;
      }
      if (b[at] != ',') {
        return FAILED;
      }
      at++;
      if ((open & 1) == 1) {
        at = key(b, at, event);
        if (at < 0) {
          return FAILED;
        }
      }
    }
  }

  private static int key(byte[] b, int at, AuditEvent event) {
    if (b[at] != '"') {
      return FAILED;
    }
    int end = text(b, at, event);
    return end > 0 && b[end] == ':' ? end + 1 : FAILED;
  }

  private static int text(byte[] b, int from, AuditEvent event) {
    int at = Swar.special(b, from + 1);
    while (b[at] == '\\') {
      byte kind = ESCAPES[b[at + 1] & 0xff];
      if (kind == 0 || (kind == 2 && !Escapes.isUnit(b, at + 2))) {
        return FAILED;
      }
      at = Swar.special(b, at + 2);
    }
    if (at - from > WholeToken.SHORTEST) {
      event.suspect(from, at);
    }
    return b[at] == '"' ? at + 1 : FAILED;
  }

  private static int scalar(byte[] b, int at) {
    return switch (b[at]) {
      case 't' -> b[at + 1] == 'r' && b[at + 2] == 'u' && b[at + 3] == 'e' ? at + 4 : FAILED;
      case 'f' ->
          b[at + 1] == 'a' && b[at + 2] == 'l' && b[at + 3] == 's' && b[at + 4] == 'e'
              ? at + 5
              : FAILED;
      case 'n' -> b[at + 1] == 'u' && b[at + 2] == 'l' && b[at + 3] == 'l' ? at + 4 : FAILED;
      default -> number(b, at);
    };
  }

  private static int number(byte[] b, int from) {
    int first = b[from] == '-' ? from + 1 : from;
    int at = digits(b, first);
    if (at == first || (b[first] == '0' && at > first + 1)) {
      return FAILED;
    }
    if (b[at] == '.') {
      int end = digits(b, at + 1);
      if (end == at + 1) {
        return FAILED;
      }
      at = end;
    }
    if (b[at] == 'e' || b[at] == 'E') {
      first = b[at + 1] == '+' || b[at + 1] == '-' ? at + 2 : at + 1;
      at = digits(b, first);
      if (at == first) {
        return FAILED;
      }
    }
    return at;
  }

  private static int digits(byte[] b, int from) {
    int at = from;
    while (b[at] >= '0' && b[at] <= '9') {
      at++;
    }
    return at;
  }
}
