package io.tokentrail.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What stops working next if nothing changes: a row of outlook.csv.
 *
 * @param dueAt when; empty where it depends on a decision
 * @param kind what
 * @param account whose, where known
 * @param pod the pod, where it is one
 * @param node the node, where it is one
 * @param object the Secret, where it is one
 * @param basis the rule and the facts it rests on, in one line
 * @param confidence 0..1
 * @param findingId the finding that it belongs to, empty without
 */
public record Outlook(
    Optional<Instant> dueAt,
    Kind kind,
    Optional<Account> account,
    String pod,
    String node,
    Optional<ObjectRef> object,
    String basis,
    double confidence,
    String findingId)
    implements Comparable<Outlook> {

  private static final Comparator<Outlook> ORDER =
      Comparator.comparing((Outlook o) -> o.dueAt().orElse(Instant.MAX))
          .thenComparing(o -> o.kind().code())
          .thenComparing(o -> o.account().map(Account::namespace).orElse(""))
          .thenComparing(o -> o.account().map(Account::name).orElse(""))
          .thenComparing(Outlook::pod)
          .thenComparing(o -> o.object().map(ObjectRef::toString).orElse(""))
          .thenComparing(Outlook::basis);

  /** What stops. */
  public enum Kind {
    TOKEN_EXPIRY,
    EXTENSION_END,
    EXTENSION_OFF,
    CLEANER_INVALIDATES,
    CLEANER_DELETES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Outlook other) {
    return ORDER.compare(this, other);
  }
}
