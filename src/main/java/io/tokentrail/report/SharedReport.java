package io.tokentrail.report;

import io.tokentrail.model.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A report that is told in several formats, with what more than one of them needs of it: made when
 * first asked for, and once. For one thread.
 */
public final class SharedReport {

  private final Report report;
  private final Map<Class<?>, Object> made = new HashMap<>();

  public SharedReport(Report report) {
    this.report = report;
  }

  public Report report() {
    return report;
  }

  /** Which 401 belongs to which finding and burst. */
  public Links links() {
    return once(Links.class, Links::new);
  }

  /** What is told by its class. */
  public <T> T once(Class<T> what, Function<Report, T> make) {
    Object known = made.get(what);
    T one = known == null ? make.apply(report) : what.cast(known);
    made.put(what, one);
    return one;
  }

  /** Keeps what a format came to by the way. */
  public <T> void keep(Class<T> what, T one) {
    made.put(what, one);
  }
}
