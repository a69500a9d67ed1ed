package io.tokentrail.ingest.wrap;

/**
 * What an entry of Google's audit log was about: {@code core/v1/namespaces/shop/pods/cart-0/log}.
 * The group {@code core} stands for none; an object without a namespace has no part for it.
 */
final class GkeTarget {

  private static final byte[] CORE = Members.key("core");
  private static final byte[] NAMESPACES = Members.key("namespaces");
  private static final byte[] STATUS = Members.key("status");
  private static final byte[] FINALIZE = Members.key("finalize");
  private static final byte[] API = Members.key(",\"requestURI\":\"/api/");
  private static final byte[] APIS = Members.key(",\"requestURI\":\"/apis/");
  private static final byte[] RESOURCE = Members.key(",\"objectRef\":{\"resource\":\"");
  private static final byte[] NAMESPACE = Members.key("\",\"namespace\":\"");
  private static final byte[] NAME = Members.key("\",\"name\":\"");
  private static final byte[] GROUP = Members.key("\",\"apiGroup\":\"");
  private static final byte[] VERSION = Members.key("\",\"apiVersion\":\"");
  private static final byte[] SUBRESOURCE = Members.key("\",\"subresource\":\"");
  private static final byte[] CLOSED = Members.key("\"}");

  private GkeTarget() {}

  /** Writes the URI up to its closing quote; false when the text is no path of an object. */
  static boolean write(byte[] b, int from, int to, Unwrapped out) {
    int version = part(b, from, to) + 1;
    int rest = part(b, version, to) + 1;
    if (rest >= to || !isVersion(b, version, rest - 1)) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (b[at] < ' ' || b[at] > '~') {
        return false;
      }
    }
    if (is(b, from, version - 1, CORE)) {
      out.write(API);
      out.write(b, version, to);
    } else {
      out.write(APIS);
      out.write(b, from, to);
    }
    return true;
  }

  /** Writes the object of a path that {@link #write} took. */
  static void objectRef(byte[] b, int from, int to, Unwrapped out) {
    int version = part(b, from, to) + 1;
    int first = part(b, version, to) + 1;
    int resource = first;
    int resourceEnd = part(b, resource, to);
    int namespace = -1;
    if (is(b, resource, resourceEnd, NAMESPACES) && resourceEnd < to) {
      int inner = part(b, resourceEnd + 1, to) + 1;
      if (inner < to && !isOfNamespace(b, inner, to)) {
        namespace = resourceEnd + 1;
        resource = inner;
        resourceEnd = part(b, resource, to);
      }
    }
    out.write(RESOURCE);
    out.write(b, resource, resourceEnd);
    if (namespace >= 0) {
      out.write(NAMESPACE);
      out.write(b, namespace, resource - 1);
    }
    int nameEnd = resourceEnd < to ? part(b, resourceEnd + 1, to) : to;
    if (resourceEnd < to) {
      out.write(NAME);
      out.write(b, resourceEnd + 1, nameEnd);
    }
    if (!is(b, from, version - 1, CORE)) {
      out.write(GROUP);
      out.write(b, from, version - 1);
    }
    out.write(VERSION);
    out.write(b, version, first - 1);
    if (nameEnd < to) {
      out.write(SUBRESOURCE);
      out.write(b, nameEnd + 1, to);
    }
    out.write(CLOSED);
  }

  /** Subresources of a namespace itself. */
  private static boolean isOfNamespace(byte[] b, int from, int to) {
    return is(b, from, to, STATUS) || is(b, from, to, FINALIZE);
  }

  private static boolean isVersion(byte[] b, int from, int to) {
    return to - from >= 2 && b[from] == 'v' && b[from + 1] >= '0' && b[from + 1] <= '9';
  }

  private static int part(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] != '/') {
      at++;
    }
    return at;
  }

  private static boolean is(byte[] b, int from, int to, byte[] text) {
    if (to - from != text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (b[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
