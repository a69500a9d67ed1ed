package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;

/**
 * Folds all events of parts.
 *
 * @param access where files are
 * @param limits what bounds the reading
 */
record FoldWork(FileAccess access, ReadLimits limits) implements PartWork<AuditFold> {

  @Override
  public Session<AuditFold> session() {
    return new Folding(access, limits);
  }

  private static final class Folding implements Session<AuditFold>, PartReading.Taker {

    private final AuditFold fold;
    private final PartReading reading;
    private Coverage coverage = new Coverage();
    private long first;
    private long last;

    Folding(FileAccess access, ReadLimits limits) {
      fold = new AuditFold(limits);
      reading = new PartReading(access, limits, this);
    }

    @Override
    public void read(Part part) {
      coverage = fold.file(part.file());
      first = Long.MAX_VALUE;
      last = Long.MIN_VALUE;
      reading.read(part);
    }

    @Override
    public AuditFold state() {
      return fold;
    }

    @Override
    public void event(AuditEvent event, long hash, Part part, long line) {
      coverage.record();
      long minute = Stamp.minute(event.answered);
      first = Math.min(first, minute);
      last = Math.max(last, minute);
      fold.add(event, hash, part, line, 1);
    }

    @Override
    public void again(AuditEvent event, Part part) {
      coverage.record();
      coverage.duplicate();
    }

    @Override
    public void reject(String why, byte[] bytes, int from, int to, Part part, long line) {
      coverage.reject();
      fold.rejected.add(part.file(), line, why, bytes, from, to);
    }

    @Override
    public void leftOut(Part part) {
      coverage.record();
    }

    @Override
    public void end(Part part, long lines, String problem) {
      fold.edges.end(part);
      coverage.range(part.range(), new Coverage.Range(lines, first, last));
      if (!problem.isEmpty()) {
        coverage.problem(problem);
      }
    }
  }
}
