package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Masking;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.wrap.LogWrappers;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Client;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the final records of a merged fold: numbers become texts, places become lines. */
final class Assembly {

  private final List<Offered> files;
  private final AuditFold fold;
  private final List<String> sources = new ArrayList<>();

  /**
   * Over the fold of all files.
   *
   * @param files in the order of their numbers
   */
  Assembly(List<Offered> files, AuditFold fold) {
    this.files = files;
    this.fold = fold;
    files.forEach(f -> sources.add(Streams.source(f.path())));
  }

  AuditReading reading() {
    List<Kept> kept = fold.kept.distinct();
    AuditFacts facts =
        new AuditFacts(
            coverage(),
            records(kept, Kept.Kind.FAILURE, (k, p) -> k.failure(source(k), p)),
            records(kept, Kept.Kind.TOKEN_REQUEST, (k, p) -> k.tokenRequest(source(k), p)),
            records(kept, Kept.Kind.CHANGE, (k, p) -> k.change(source(k), p)),
            records(kept, Kept.Kind.LOOK_UP, (k, p) -> k.lookUp(source(k), p)),
            records(kept, Kept.Kind.REVIEW, (k, p) -> k.review(source(k), p)),
            uses(),
            records(kept, Kept.Kind.READ, (k, p) -> k.read(source(k), p)),
            fold.exposures.all(this::place));
    List<Reject> rejects = new ArrayList<>();
    for (Rejected.Row r : fold.rejected.rows()) {
      Place place = place(r.file(), r.line());
      boolean byLine = !files.get(r.file()).layout().documents();
      rejects.add(new Reject(place.path(), place.line(), byLine, r.why(), r.sample()));
    }
    rejects.sort(null);
    return new AuditReading(facts, counts(), rejects);
  }

  private String source(Kept kept) {
    return sources.get(kept.file());
  }

  private <T extends Comparable<T>> List<T> records(
      List<Kept> kept, Kept.Kind kind, BiFunction<Kept, Place, T> record) {
    return kept.stream()
        .filter(k -> k.kind() == kind)
        .map(k -> record.apply(k, place(k.file(), k.line())))
        .sorted()
        .toList();
  }

  private Place place(int file, long line) {
    Coverage coverage = fold.file(file);
    return new Place(
        files.get(file).path(),
        coverage.linesBefore(Lines.range(line)) + Math.max(1, Lines.line(line)));
  }

  private List<AuditFile> coverage() {
    List<AuditFile> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Coverage c = fold.file(i);
      all.add(
          new AuditFile(
              files.get(i).path(),
              sources.get(i),
              c.stages(fold.texts),
              c.levels(fold.texts),
              c.tokenRequestLevels(fold.texts),
              Recorded.verbs(c.recorded()),
              Recorded.resources(c.recorded()),
              c.minutes(),
              LogWrappers.named(files.get(i).wrapper()).blindSpots()));
    }
    return all;
  }

  private List<AuditReading.Counts> counts() {
    List<AuditReading.Counts> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Coverage c = fold.file(i);
      boolean empty = c.first() > c.last();
      all.add(
          new AuditReading.Counts(
              files.get(i).path(),
              c.records(),
              c.rejected(),
              empty ? Optional.empty() : Optional.of(Stamp.instant(c.first())),
              empty ? Optional.empty() : Optional.of(Stamp.instant(c.last())),
              c.duplicates(),
              files.get(i).problem().isEmpty() ? c.problem() : files.get(i).problem()));
    }
    return all;
  }

  private List<Use> uses() {
    UseTable t = fold.uses;
    long[] open = fold.open.unpaired(t.size());
    List<Use> all = new ArrayList<>(t.size());
    for (int row = 0; row < t.size(); row++) {
      all.add(
          new Use(
              new Client(text(t, row, 0), text(t, row, 1)),
              text(t, row, 2),
              text(t, row, 3),
              text(t, row, 4),
              text(t, row, 5),
              text(t, row, 6),
              text(t, row, 7),
              t.requests(row, 0, open[row * UseTable.COUNTS]),
              t.requests(row, 1, open[row * UseTable.COUNTS + 1]),
              t.requests(row, 2, open[row * UseTable.COUNTS + 2]),
              t.requests(row, 3, open[row * UseTable.COUNTS + 3]),
              Stamp.instant(t.firstAt(row)),
              Stamp.instant(t.lastAt(row)),
              instant(t.threshold(row)),
              instant(t.lastStaleAt(row)),
              place(t.firstFile(row), t.firstPlace(row)),
              place(t.lastFile(row), t.lastPlace(row)),
              fold.asked.of(row, fold.texts)));
    }
    all.sort(null);
    return all;
  }

  private String text(UseTable t, int row, int column) {
    return Masking.of(fold.texts.text(t.key(row, column)));
  }

  private static Instant instant(long micros) {
    return micros == AuditEvent.NEVER ? Instant.EPOCH : Stamp.instant(micros);
  }
}
