package io.tokentrail.report.html;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Report;
import io.tokentrail.report.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Section 2: what was read and what could not be seen.
 *
 * @param summary how much was read, in a sentence or two
 * @param axis the time axis
 * @param rows sources over time
 * @param blind what this report cannot see
 * @param inputs the files
 * @param moreInputs how many more files csv/inputs.csv lists
 * @param rejects records that could not be used
 * @param moreRejects how many more csv/rejected.csv lists
 */
public record CoverageView(
    String summary,
    TimeAxis axis,
    List<Row> rows,
    List<BlindSpot> blind,
    List<Input> inputs,
    long moreInputs,
    List<Reject> rejects,
    long moreRejects) {

  private static final int MOST_ROWS = 16;
  private static final int MOST_INPUTS = 50;
  private static final int MOST_REJECTS = 10;

  /**
   * One source over time.
   *
   * @param name the source
   * @param note what is missing, in words; empty when nothing is
   * @param there stretches that it covers
   * @param gone stretches that it does not
   */
  public record Row(
      String name, String note, List<TimeAxis.Block> there, List<TimeAxis.Block> gone) {}

  /**
   * Something that this input cannot show.
   *
   * @param title what
   * @param text why, and what would show it
   */
  public record BlindSpot(String title, String text) {}

  /**
   * A row of the file table.
   *
   * @param path the file
   * @param kind what it is, or why it could not be read
   * @param size its size in words
   * @param bytes its size, to sort by
   * @param records records in it
   * @param rejected how many could not be used
   * @param repeated how many were repetitions
   * @param first its first time
   * @param last its last time
   * @param digest the beginning of its SHA-256
   */
  public record Input(
      String path,
      String kind,
      String size,
      long bytes,
      String records,
      String rejected,
      String repeated,
      String first,
      String last,
      String digest) {}

  static CoverageView of(Telling telling) {
    Facts facts = telling.report.caseFile().facts();
    return new CoverageView(
        summary(telling),
        telling.axis,
        rows(telling),
        BlindSpots.of(telling),
        facts.inputs().stream().limit(MOST_INPUTS).map(CoverageView::input).toList(),
        Math.max(0, facts.inputs().size() - MOST_INPUTS),
        facts.rejected().stream()
            .limit(MOST_REJECTS)
            .map(
                r ->
                    new Reject(
                        Show.text(r.path(), 200),
                        r.position(),
                        r.byLine(),
                        Show.text(r.why(), 200),
                        Show.text(r.sample(), 120)))
            .toList(),
        Math.max(
            0,
            facts.inputs().stream().mapToLong(InputFile::rejected).sum()
                - Math.min(MOST_REJECTS, facts.rejected().size())));
  }

  private static String summary(Telling telling) {
    Report report = telling.report;
    Facts facts = report.caseFile().facts();
    AuditFacts audit = facts.audit();
    long bytes = facts.inputs().stream().mapToLong(InputFile::bytes).sum();
    long repeated = facts.inputs().stream().mapToLong(InputFile::duplicates).sum();
    long rejected = facts.inputs().stream().mapToLong(InputFile::rejected).sum();
    long servers = audit.files().stream().map(AuditFile::source).distinct().count();
    StringBuilder text = new StringBuilder();
    text.append(Show.count(facts.inputs().size(), "file")).append(", ").append(Words.size(bytes));
    text.append(": ").append(Show.count(audit.events(), "audit event"));
    if (servers > 0) {
      text.append(" of ").append(Show.count(servers, "API server"));
    }
    text.append(", ").append(Show.count(repeated, "repetition")).append(" counted once, ");
    text.append(Show.count(rejected, "record")).append(" that could not be used; ");
    text.append(Show.count(facts.logFiles().size(), "component log")).append(", ");
    text.append(Show.count(facts.snapshots().size(), "snapshot")).append(", ");
    text.append(Words.count(facts.series().size()).replace(' ', '\u00a0'))
        .append(" metric series. ");
    if (audit.events() > 0) {
      text.append(
          telling.headline.sees401s()
              ? "401s are visible in this log: the stage ResponseStarted, the only one in which a"
                  + " refused request is written, is there."
              : "401s are not visible in this log: it lacks the stage ResponseStarted, the only one"
                  + " in which a refused request is written. No 401 here does not mean that there"
                  + " was none.");
    }
    return text.toString();
  }

  private static List<Row> rows(Telling telling) {
    Facts facts = telling.report.caseFile().facts();
    TimeAxis axis = telling.axis;
    List<Row> rows = new ArrayList<>();
    List<String> sources =
        facts.audit().files().stream().map(AuditFile::source).distinct().sorted().toList();
    sources.forEach(
        source ->
            rows.add(
                row(
                    "Audit log " + Show.text(brief(source, sources), 80),
                    telling.report.gaps().getOrDefault(source, List.of()),
                    telling)));
    for (LogFile log : facts.logFiles()) {
      Interval all = axis.bins().all();
      List<Interval> gone = new ArrayList<>();
      Instant from = log.firstAt().orElse(all.to());
      Instant to = log.lastAt().orElse(all.to());
      if (from.isAfter(all.from())) {
        gone.add(new Interval(all.from(), from.isAfter(all.to()) ? all.to() : from));
      }
      if (to.isBefore(all.to())) {
        gone.add(new Interval(to.isBefore(all.from()) ? all.from() : to, all.to()));
      }
      List<Interval> told =
          gone.stream()
              .filter(g -> g.length().toSeconds() * 100 > all.length().toSeconds())
              .toList();
      String what = log.component().isEmpty() ? log.path() : log.component() + " " + log.host();
      rows.add(row(Show.text(what.strip(), 80), told, telling));
    }
    if (rows.size() > MOST_ROWS) {
      int more = rows.size() - MOST_ROWS;
      List<Row> cut = new ArrayList<>(rows.subList(0, MOST_ROWS));
      cut.add(new Row(Words.count(more, "more source"), "listed below", List.of(), List.of()));
      return List.copyOf(cut);
    }
    return List.copyOf(rows);
  }

  /** The last part of a path where that tells it apart. */
  private static String brief(String source, List<String> all) {
    String last = source.substring(source.lastIndexOf('/') + 1);
    boolean alone = all.stream().filter(s -> s.endsWith("/" + last) || s.equals(last)).count() < 2;
    return alone && !last.isEmpty() ? last : source;
  }

  private static Row row(String name, List<Interval> gaps, Telling telling) {
    Interval all = telling.axis.bins().all();
    List<TimeAxis.Block> there = new ArrayList<>();
    List<TimeAxis.Block> gone = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Instant at = all.from();
    for (Interval gap : gaps) {
      if (gap.from().isAfter(at)) {
        there.add(telling.axis.block(new Interval(at, gap.from())));
      }
      gone.add(telling.axis.block(gap));
      at = gap.to().isAfter(at) ? gap.to() : at;
      notes.add(note(gap, all, telling));
    }
    if (at.isBefore(all.to())) {
      there.add(telling.axis.block(new Interval(at, all.to())));
    }
    String note =
        notes.size() <= 2
            ? String.join(", ", notes)
            : notes.get(0) + " and " + (notes.size() - 1) + " more gaps";
    return new Row(name, note, List.copyOf(there), List.copyOf(gone));
  }

  private static String note(Interval gap, Interval all, Telling telling) {
    Interval span = telling.headline.span();
    if (!gap.from().isAfter(all.from()) && !gap.to().isBefore(all.to())) {
      return "nothing in this time";
    }
    if (!gap.from().isAfter(all.from())) {
      return "starts " + Words.moment(gap.to(), span);
    }
    if (!gap.to().isBefore(span.to())) {
      return "ends " + Words.moment(gap.from(), span);
    }
    return "gap " + Words.moment(gap.from(), span) + "–" + Words.moment(gap.to(), span);
  }

  private static Input input(InputFile f) {
    boolean counted = f.problem().isEmpty() && f.kind() != InputFile.Kind.UNRECOGNISED;
    String kind =
        f.problem().isEmpty()
            ? f.kind().code() + (f.wrapper().isEmpty() ? "" : ", " + f.wrapper())
            : "not read: " + f.problem();
    return new Input(
        Show.text(f.path(), 300),
        Show.text(kind, 200),
        Words.size(f.bytes()),
        f.bytes(),
        counted ? Show.count(f.records()) : "",
        counted ? Show.count(f.rejected()) : "",
        counted && f.duplicates() > 0 ? Show.count(f.duplicates()) : "",
        time(f.firstAt()),
        time(f.lastAt()),
        f.sha256().isEmpty() ? "" : f.sha256().substring(0, Math.min(12, f.sha256().length())));
  }

  private static String time(Optional<Instant> at) {
    return at.map(t -> Words.day(t) + " " + Words.second(t)).orElse("");
  }
}
