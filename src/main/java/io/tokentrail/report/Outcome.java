package io.tokentrail.report;

import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Report;
import io.tokentrail.model.Verdict;
import java.util.EnumMap;
import java.util.Map;

/**
 * What looking for a cause came to once all claims were settled: a cause whose 401s all went to
 * better claims is not found.
 *
 * @param kind found, clear or not checked
 * @param text what was looked at, or what is missing; empty when found
 */
public record Outcome(Kind kind, String text) {

  /** The three answers. */
  public enum Kind {
    FOUND("found"),
    CLEAR("clear"),
    NOT_CHECKED("not checked");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As report.json has it. */
    public String code() {
      return words.replace(' ', '_');
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** Of every cause that was looked for, in the order of the codes. */
  public static Map<CauseCode, Outcome> all(Report report) {
    Map<CauseCode, Outcome> all = new EnumMap<>(CauseCode.class);
    for (Map.Entry<CauseCode, Verdict> entry : report.verdicts().entrySet()) {
      all.put(entry.getKey(), of(entry.getKey(), entry.getValue(), report));
    }
    return all;
  }

  private static Outcome of(CauseCode cause, Verdict verdict, Report report) {
    boolean stands = report.findings().stream().anyMatch(f -> f.diagnosis().cause() == cause);
    return verdict.fold(
        found ->
            stands
                ? new Outcome(Kind.FOUND, "")
                : new Outcome(Kind.CLEAR, "its 401s, which other findings explain better"),
        clear -> new Outcome(Kind.CLEAR, clear.lookedAt()),
        not -> new Outcome(Kind.NOT_CHECKED, not.missing()));
  }

  /** How many causes came to an answer. */
  public static long count(Map<CauseCode, Outcome> all, Kind kind) {
    return all.values().stream().filter(o -> o.kind() == kind).count();
  }
}
