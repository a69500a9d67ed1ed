package io.tokentrail.model;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * A service account. Its user name in audit events is {@code system:serviceaccount:NAMESPACE:NAME},
 * with exactly two segments after the prefix.
 *
 * @param namespace the namespace it lives in
 * @param name its name
 */
public record Account(String namespace, String name) implements Comparable<Account>, Serializable {

  /** What every service account's user name starts with. */
  public static final String USERNAME_PREFIX = "system:serviceaccount:";

  public Account {
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
    if (namespace.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException(
          "a service account has a namespace and a name: " + namespace + "/" + name);
    }
  }

  /** Reads an audit event's user name; empty when it is not a service account's. */
  public static Optional<Account> ofUsername(String username) {
    if (!username.startsWith(USERNAME_PREFIX)) {
      return Optional.empty();
    }
    int split = username.indexOf(':', USERNAME_PREFIX.length());
    if (split <= USERNAME_PREFIX.length()
        || split == username.length() - 1
        || username.indexOf(':', split + 1) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(
            username.substring(USERNAME_PREFIX.length(), split), username.substring(split + 1)));
  }

  /** The user name that audit events of this account carry. */
  public String username() {
    return USERNAME_PREFIX + namespace + ":" + name;
  }

  /** By namespace, then name; without a comparator's calls, as nothing is compared more often. */
  @Override
  public int compareTo(Account other) {
    int order = namespace.compareTo(other.namespace);
    return order != 0 ? order : name.compareTo(other.name);
  }

  /** {@code namespace/name}, as operators write it. */
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
