package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;

/**
 * Finds where suspect events stand.
 *
 * @param access where files are
 * @param limits what bounds the reading
 * @param suspects what is looked for
 * @param round in which round
 */
record RepeatWork(FileAccess access, ReadLimits limits, Suspects suspects, int round)
    implements PartWork<Repeats> {

  @Override
  public Session<Repeats> session() {
    return new Looking(this);
  }

  private static final class Looking implements Session<Repeats>, PartReading.Taker {

    private final RepeatWork work;
    private final Repeats found = new Repeats();
    private final PartReading reading;

    Looking(RepeatWork work) {
      this.work = work;
      reading = new PartReading(work.access, work.limits, this);
    }

    @Override
    public void read(Part part) {
      reading.read(part);
    }

    @Override
    public Repeats state() {
      return found;
    }

    @Override
    public void event(AuditEvent event, long hash, Part part, long line) {
      long minute = Stamp.minute(event.answered);
      if (work.suspects.suspect(part.file(), minute, hash, work.round)) {
        found.add(hash, part.file(), line);
      }
    }

    @Override
    public void again(AuditEvent event, Part part) {}

    @Override
    public void reject(String why, byte[] bytes, int from, int to, Part part, long line) {}

    @Override
    public void leftOut(Part part) {}

    @Override
    public void end(Part part, long lines, String problem) {}
  }
}
