package io.tokentrail.model;

import java.util.Optional;

/**
 * What a finding is about. The narrowest description that is true of all of it.
 *
 * @param account the account, when it is about exactly one
 * @param pod the pod, when it is about exactly one
 * @param node the node, when it is about exactly one
 * @param object any other object
 * @param other text that tells apart findings about none of these, such as a client's address; not
 *     printed as a column
 */
public record Subject(
    Optional<Account> account, String pod, String node, Optional<ObjectRef> object, String other) {

  /** The input as a whole. */
  public static final Subject ALL = new Subject(Optional.empty(), "", "", Optional.empty(), "");

  public static Subject of(Account account) {
    return new Subject(Optional.of(account), "", "", Optional.empty(), "");
  }

  public static Subject ofNode(String node) {
    return new Subject(Optional.empty(), "", node, Optional.empty(), "");
  }

  public static Subject of(ObjectRef object) {
    return new Subject(Optional.empty(), "", "", Optional.of(object), "");
  }

  public static Subject ofOther(String other) {
    return new Subject(Optional.empty(), "", "", Optional.empty(), other);
  }

  public Subject withAccount(Account value) {
    return new Subject(Optional.of(value), pod, node, object, other);
  }

  public Subject withPod(String value) {
    return new Subject(account, value, node, object, other);
  }

  public Subject withNode(String value) {
    return new Subject(account, pod, value, object, other);
  }

  public Subject withObject(ObjectRef value) {
    return new Subject(account, pod, node, Optional.of(value), other);
  }
}
