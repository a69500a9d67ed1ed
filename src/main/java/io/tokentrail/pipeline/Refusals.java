package io.tokentrail.pipeline;

import io.tokentrail.ingest.source.Offered;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import java.util.ArrayList;
import java.util.List;

/** When there is nothing to say, and what is said then. "Nothing to say" is not "clean". */
final class Refusals {

  private static final int NAMED = 10;

  private Refusals() {}

  /** Ends the run when no file can be read or recognised. */
  static void whenNothingIsReadable(List<Offered> offered) {
    if (offered.stream()
        .anyMatch(o -> o.problem().isEmpty() && o.kind() != InputFile.Kind.UNRECOGNISED)) {
      return;
    }
    List<String> details = new ArrayList<>(leftOut(offered).stream().limit(NAMED).toList());
    if (offered.size() > NAMED) {
      details.add("and " + (offered.size() - NAMED) + " more");
    }
    boolean unreadable = offered.stream().allMatch(o -> !o.problem().isEmpty());
    if (!unreadable) {
      details.add(
          "Expected: audit.k8s.io events, kubectl -o json, a metric export, a klog log, a JWT, a JWKS.");
      details.add("If it is one of these, say so: --kind " + offered.get(0).path() + "=audit");
    }
    details.add("Nothing was written.");
    String what = offered.size() == 1 ? "1 file" : offered.size() + " files";
    throw new RunFailed(
        RunFailed.Kind.NOTHING_READ,
        unreadable
            ? "cannot read " + offered.get(0).path() + ": " + offered.get(0).problem()
            : "nothing in " + what + " could be recognised",
        details);
  }

  /** Files that are left out, each as {@code path (bytes) why}. */
  static List<String> leftOut(List<Offered> offered) {
    return offered.stream()
        .filter(o -> !o.problem().isEmpty() || o.kind() == InputFile.Kind.UNRECOGNISED)
        .map(
            o ->
                o.path()
                    + " ("
                    + o.bytes()
                    + " B) "
                    + (o.problem().isEmpty() ? "not recognised" : o.problem()))
        .toList();
  }

  /** Ends the run when options leave no event to speak of. */
  static void whenNothingMatched(Facts facts, RunRequest request) {
    if (facts.inputs().stream().mapToLong(InputFile::records).sum() == 0) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          "nothing in the input could be used, so there is nothing to say (this is not \"clean\")",
          facts.rejected().stream()
              .limit(NAMED)
              .map(r -> r.path() + " " + r.positionText() + ": " + r.why())
              .toList());
    }
    boolean narrowed = request.from().isPresent() || request.to().isPresent();
    Interval log = facts.audit().span().orElse(null);
    if (!narrowed || log == null) {
      return;
    }
    Interval asked =
        new Interval(request.from().orElse(log.from()), request.to().orElse(later(log, request)));
    if (!asked.overlaps(log)) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          "no event matched, so there is nothing to say (this is not \"clean\")",
          List.of(
              "asked for   "
                  + request.from().map(t -> "from " + t).orElse("")
                  + request.to().map(t -> " to " + t).orElse(""),
              "the log has "
                  + log.from()
                  + " to "
                  + log.to()
                  + ", "
                  + facts.audit().events()
                  + " events",
              "Leave out --from and --to, or give the log of that time."));
    }
  }

  private static java.time.Instant later(Interval log, RunRequest request) {
    return request.from().filter(f -> f.isAfter(log.to())).orElse(log.to());
  }
}
