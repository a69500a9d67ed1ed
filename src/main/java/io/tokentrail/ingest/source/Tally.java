package io.tokentrail.ingest.source;

import io.tokentrail.model.InputFile;
import io.tokentrail.model.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what became of one file while it is read. */
public final class Tally {

  private final Offered file;
  private final int mostRejects;
  private final List<Reject> rejects = new ArrayList<>();
  private long records;
  private long rejected;
  private Instant first;
  private Instant last;
  private String problem;

  /**
   * Starts counting.
   *
   * @param mostRejects how many rejects are listed; all are counted
   */
  public Tally(Offered file, int mostRejects) {
    this.file = file;
    this.mostRejects = mostRejects;
    this.problem = file.problem();
  }

  public Offered file() {
    return file;
  }

  /** One more record that is used; what is rejected is counted apart. */
  public void record() {
    records++;
  }

  public long records() {
    return records;
  }

  /** Records so far, used or rejected. */
  public long seen() {
    return records + rejected;
  }

  public long rejected() {
    return rejected;
  }

  /** A time that stands in the file. */
  public void time(Instant at) {
    if (first == null || at.isBefore(first)) {
      first = at;
    }
    if (last == null || at.isAfter(last)) {
      last = at;
    }
  }

  public Optional<Instant> firstAt() {
    return Optional.ofNullable(first);
  }

  public Optional<Instant> lastAt() {
    return Optional.ofNullable(last);
  }

  /** A line that could not be used. */
  public void rejectLine(long number, String why, String text) {
    reject(new Reject(file.path(), number, true, why, Masking.sample(text)));
  }

  /** An item that could not be used; items are numbered from 1. */
  public void rejectItem(long number, String why, String text) {
    reject(new Reject(file.path(), number, false, why, Masking.sample(text)));
  }

  private void reject(Reject reject) {
    rejected++;
    if (rejects.size() < mostRejects) {
      rejects.add(reject);
    }
  }

  /** The file as a whole cannot be read. */
  public void problem(String why) {
    problem = why;
  }

  public List<Reject> rejects() {
    return rejects;
  }

  /** The file's row in the chain of custody. */
  public InputFile row(String sha256, long duplicates) {
    return new InputFile(
        file.path(),
        file.kind(),
        file.wrapper(),
        file.compression().code(),
        file.bytes(),
        sha256,
        records,
        rejected,
        firstAt(),
        lastAt(),
        duplicates,
        problem);
  }
}
