package io.tokentrail.pipeline;

import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time near the input's own: the first stamp of the youngest audit file. klog stamps have no
 * year; theirs is the one that brings them nearest to this.
 */
final class Epoch {

  private static final Pattern STAMP =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z");

  private Epoch() {}

  static Optional<Instant> of(List<Offered> audit, FileAccess access) {
    return audit.stream()
        .filter(o -> o.problem().isEmpty())
        .flatMap(o -> first(o, access).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<Instant> first(Offered file, FileAccess access) {
    try (InputStream in = Unpacking.open(file, access)) {
      Matcher stamp =
          STAMP.matcher(new String(in.readNBytes(1 << 14), StandardCharsets.ISO_8859_1));
      return stamp.find() ? Optional.of(Instant.parse(stamp.group(1) + "Z")) : Optional.empty();
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
