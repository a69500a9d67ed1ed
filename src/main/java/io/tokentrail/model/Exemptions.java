package io.tokentrail.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The exceptions of a run, and what each of them came to.
 *
 * @param file the file as given; empty when none was
 * @param today the day by which they were judged
 * @param all each of them, in the order of the file
 */
public record Exemptions(String file, LocalDate today, List<Judged> all) {

  /** No exceptions were given. */
  public static final Exemptions NONE = new Exemptions("", LocalDate.EPOCH, List.of());

  /** What an exception came to. */
  public enum Status {
    /** It accepts findings. */
    USED,
    /** Its day is over; what it selects is accepted no more. */
    EXPIRED,
    /** No finding is what it selects. */
    UNUSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An exception.
   *
   * @param exemption as written
   * @param status what it came to
   * @param findingIds the findings that it selects, accepted or not
   * @param note why it may be unused; empty without
   */
  public record Judged(Exemption exemption, Status status, List<String> findingIds, String note) {
    public Judged {
      findingIds = List.copyOf(findingIds);
    }
  }

  public Exemptions {
    all = List.copyOf(all);
  }

  public boolean given() {
    return !file.isEmpty();
  }

  /** The exception that accepts this finding: of several, the one that holds longest. */
  public Optional<Exemption> accepting(Finding finding) {
    return all.stream()
        .filter(j -> j.status() == Status.USED)
        .filter(j -> j.findingIds().contains(finding.id()))
        .map(Judged::exemption)
        .reduce((a, b) -> b.expires().isAfter(a.expires()) ? b : a);
  }

  public long count(Status status) {
    return all.stream().filter(j -> j.status() == status).count();
  }
}
