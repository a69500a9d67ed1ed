package io.tokentrail.ingest.source;

import java.util.HashMap;
import java.util.Map;

/**
 * One object for all equal ones: a client that is refused a million times over says the same words
 * each time. Values must not change. What it remembers is bounded; beyond that it starts again.
 */
public final class Sharing {

  private static final int MOST = 1 << 16;

  private final Map<Object, Object> known = new HashMap<>();

  /** The first value that was equal to this one. */
  @SuppressWarnings("unchecked") // equal values of one type: a record or a text
  public <T> T one(T value) {
    if (known.size() >= MOST) {
      known.clear();
    }
    Object first = known.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }
}
