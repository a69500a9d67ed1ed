package io.tokentrail.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision to live with findings for a while; what the user's file calls an exception. An empty
 * selector selects everything; at least the finding or the cause is named.
 *
 * @param line where in the file it stands
 * @param findingId only this finding
 * @param cause only findings of this cause
 * @param namespace only findings about this namespace's accounts, pods or objects
 * @param serviceAccount only findings about accounts of this name
 * @param pod only findings about pods of this name
 * @param node only findings about this node
 * @param object only findings about this object, {@code Kind/namespace/name}
 * @param owner who answers for it
 * @param reason why it is accepted
 * @param expires the last day on which it holds, UTC
 */
public record Exemption(
    int line,
    String findingId,
    Optional<CauseCode> cause,
    String namespace,
    String serviceAccount,
    String pod,
    String node,
    String object,
    String owner,
    String reason,
    LocalDate expires) {

  public Exemption {
    if (findingId.isEmpty() && cause.isEmpty()) {
      throw new IllegalArgumentException("an exemption names a finding or a cause");
    }
    if (owner.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("an exemption has an owner and a reason");
    }
  }

  /** Whether it is about this finding; the columns of findings.csv are what it is held against. */
  public boolean covers(Finding finding) {
    Subject subject = finding.diagnosis().subject();
    Optional<Account> account = subject.account();
    String ofObject = subject.object().map(ObjectRef::namespace).orElse("");
    return same(findingId, finding.id())
        && cause.map(c -> c == finding.diagnosis().cause()).orElse(true)
        && same(namespace, account.map(Account::namespace).orElse(ofObject))
        && same(serviceAccount, account.map(Account::name).orElse(""))
        && same(pod, subject.pod())
        && same(node, subject.node())
        && same(object, subject.object().map(ObjectRef::toString).orElse(""));
  }

  public boolean expired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** What it selects, as {@code column=value}. */
  public String selects() {
    StringBuilder out = new StringBuilder();
    add(out, "finding_id", findingId);
    add(out, "cause", cause.map(CauseCode::name).orElse(""));
    add(out, "namespace", namespace);
    add(out, "service_account", serviceAccount);
    add(out, "pod", pod);
    add(out, "node", node);
    add(out, "object", object);
    return out.toString();
  }

  private static void add(StringBuilder out, String column, String value) {
    if (!value.isEmpty()) {
      out.append(out.isEmpty() ? "" : " ").append(column).append('=').append(value);
    }
  }

  private static boolean same(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
