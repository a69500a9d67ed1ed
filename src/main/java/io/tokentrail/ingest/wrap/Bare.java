package io.tokentrail.ingest.wrap;

import java.util.List;

/** No envelope at all. */
final class Bare implements LogWrapper {

  @Override
  public String name() {
    return "";
  }

  @Override
  public boolean claims(Outline outline) {
    return false;
  }

  @Override
  public void unwrap(byte[] bytes, int from, int to, Unwrapped event) {
    event.slice(bytes, from, to);
  }

  @Override
  public List<String> blindSpots() {
    return List.of();
  }
}
