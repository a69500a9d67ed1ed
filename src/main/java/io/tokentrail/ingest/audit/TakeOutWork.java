package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.FileAccess;
import java.util.List;
import java.util.Map;

/**
 * Folds repetitions with a negative weight, so that adding the result takes them out.
 *
 * @param access where files are
 * @param limits what bounds the reading
 * @param repeats what is taken out
 */
record TakeOutWork(FileAccess access, ReadLimits limits, Repeats repeats)
    implements PartWork<AuditFold> {

  @Override
  public Session<AuditFold> session() {
    return new TakingOut(this);
  }

  private static final class TakingOut implements Session<AuditFold>, PartReading.Taker {

    private final TakeOutWork work;
    private final AuditFold fold;
    private final PartReading reading;
    private Map<Long, List<Long>> lines = Map.of();

    TakingOut(TakeOutWork work) {
      this.work = work;
      fold = new AuditFold(work.limits);
      reading = new PartReading(work.access, work.limits, this);
    }

    @Override
    public void read(Part part) {
      lines = work.repeats.of(part);
      reading.read(part);
    }

    @Override
    public AuditFold state() {
      return fold;
    }

    @Override
    public boolean wants(long line) {
      return lines.containsKey(line);
    }

    @Override
    public void event(AuditEvent event, long hash, Part part, long line) {
      List<Long> here = lines.get(line);
      if (here != null && here.remove(hash)) {
        fold.file(part.file()).duplicate();
        fold.add(event, hash, part, line, -1);
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
