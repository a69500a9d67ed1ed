package io.tokentrail.report;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Report;
import java.util.List;
import java.util.Optional;

/**
 * Which 401s are listed one by one: the earliest so many. Of the others a report keeps what counts
 * and draws them, so nothing else of them may be shown.
 */
public final class Listing {

  private final List<Attributed> rows;
  private final Optional<Attributed> last;
  private final boolean whole;

  public Listing(Report report) {
    List<Attributed> all = report.caseFile().failures().stream().sorted().toList();
    this.rows = all.subList(0, Math.min(all.size(), Math.max(0, report.maxFailureRows())));
    this.whole = rows.size() == all.size();
    this.last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }

  /** The 401s that are listed, in their order. */
  public List<Attributed> rows() {
    return rows;
  }

  /** Whether a 401 is listed. */
  public boolean has(Attributed failure) {
    return whole || last.filter(l -> failure.compareTo(l) <= 0).isPresent();
  }
}
