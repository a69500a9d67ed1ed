package io.tokentrail.diagnose;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which finding a thing that stops working next belongs to. */
public final class Belonging {

  private static final Map<Outlook.Kind, Set<CauseCode>> CAUSES =
      Map.of(
          Outlook.Kind.TOKEN_EXPIRY,
          EnumSet.of(CauseCode.ROTATION_STALL, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.EXTENSION_END,
          EnumSet.of(CauseCode.STALE_TOKEN_USE, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.EXTENSION_OFF,
          EnumSet.of(CauseCode.STALE_TOKEN_USE, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.CLEANER_INVALIDATES,
          EnumSet.of(CauseCode.STALE_LEGACY_TOKEN, CauseCode.LEGACY_TOKEN_IN_USE),
          Outlook.Kind.CLEANER_DELETES,
          EnumSet.of(CauseCode.STALE_LEGACY_TOKEN, CauseCode.LEGACY_TOKEN_INVALIDATED));

  private Belonging() {}

  /** The same rows, each with the worst finding of its subject and kind, where there is one. */
  public static List<Outlook> link(List<Outlook> rows, List<Finding> findings) {
    return rows.stream().map(row -> linked(row, findings)).sorted().toList();
  }

  private static Outlook linked(Outlook row, List<Finding> findings) {
    return findings.stream()
        .sorted()
        .filter(f -> CAUSES.get(row.kind()).contains(f.diagnosis().cause()))
        .filter(f -> sameSubject(row, f.diagnosis().subject()))
        .findFirst()
        .map(
            f ->
                new Outlook(
                    row.dueAt(),
                    row.kind(),
                    row.account(),
                    row.pod(),
                    row.node(),
                    row.object(),
                    row.basis(),
                    row.confidence(),
                    f.id()))
        .orElse(row);
  }

  private static boolean sameSubject(Outlook row, Subject subject) {
    if (row.object().isPresent()) {
      return row.object().equals(subject.object());
    }
    return subject.account().isPresent()
        ? subject.account().equals(row.account())
        : !subject.node().isEmpty() && subject.node().equals(row.node());
  }
}
