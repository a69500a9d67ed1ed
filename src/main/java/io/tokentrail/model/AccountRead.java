package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * One answered read of a ServiceAccount, or of the Secrets in which its token could stand, by
 * anybody but the cluster's own components: what a tool does that waits for a token Secret. Of many
 * reads of one object by one user, the earliest and the latest ones are kept.
 *
 * @param auditId the event's id
 * @param at when it was answered
 * @param verb {@code get} of a ServiceAccount that is there or of a token Secret that is not,
 *     {@code list} of a namespace's Secrets
 * @param user who read
 * @param client address and agent
 * @param target what was read
 * @param code HTTP status
 * @param source the stream of audit files it stands in
 * @param place where it stands
 */
public record AccountRead(
    String auditId,
    Instant at,
    String verb,
    String user,
    Client client,
    Target target,
    int code,
    String source,
    Place place)
    implements Comparable<AccountRead>, Serializable {

  private static final Comparator<AccountRead> ORDER =
      Comparator.comparing(AccountRead::at)
          .thenComparing(AccountRead::auditId)
          .thenComparing(AccountRead::verb)
          .thenComparing(AccountRead::source);

  @Override
  public int compareTo(AccountRead other) {
    return ORDER.compare(this, other);
  }
}
