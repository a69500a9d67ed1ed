package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** What the skimmer must do whatever bytes it is given. */
public final class SkimmerLaws {

  private SkimmerLaws() {}

  /**
   * Checks one input: no exception, no look behind the data, nothing taken that is no JSON, and
   * what is read is what Jackson reads.
   */
  public static void check(byte[] input) {
    byte[] bytes = Arrays.copyOf(input, input.length + Skimmer.PADDING);
    bytes[input.length] = '\n';
    AuditEvent skimmed = new AuditEvent();
    Skimmer skimmer = new Skimmer();
    int end = skimmer.skim(bytes, 0, input.length, skimmed);
    if (end < 0) {
      return;
    }
    if (end > input.length) {
      throw new AssertionError("read " + end + " of " + input.length + " bytes");
    }
    String first = fields(skimmed);
    AuditEvent strict = new AuditEvent();
    byte[] clean = new String(bytes, 0, end, UTF_8).getBytes(UTF_8);
    try {
      int all = new StrictReader().read(clean, 0, clean.length, strict);
      if (all != clean.length) {
        throw new AssertionError("the event ends at " + all + ", not at " + clean.length);
      }
    } catch (IOException e) {
      throw new AssertionError("the skimmer takes what is no event or no JSON", e);
    }
    if (skimmed.received == AuditEvent.NEVER && skimmed.answered == AuditEvent.NEVER) {
      // Left to the strict reader, which knows the one time of early events.
      return;
    }
    if (!first.equals(fields(strict))) {
      throw new AssertionError("skimmed\n" + first + "\nis not\n" + fields(strict));
    }
    // memory of users and stamps seen before changes nothing
    skimmer.skim(bytes, 0, input.length, skimmed);
    if (!Objects.equals(first, fields(skimmed))) {
      throw new AssertionError("the second reading differs");
    }
  }

  private static String fields(AuditEvent e) {
    StringBuilder all = new StringBuilder();
    for (int field = 0; field < AuditEvent.FIELDS; field++) {
      all.append(field).append('=').append(e.text(field)).append('\n');
    }
    return all.append(e.code + " " + e.received + " " + e.answered).toString();
  }
}
