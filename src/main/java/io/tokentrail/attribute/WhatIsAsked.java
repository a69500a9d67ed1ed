package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.Target;
import java.io.Serializable;
import java.util.Set;

/**
 * Whose name is in what was asked for: programs mostly work in their own namespace, and
 * leader-election leases and settings are called like their owner. Weak alone; it is what {@link
 * Fingerprint} expects of an account before it has seen what the account asks for.
 */
final class WhatIsAsked implements Serializable {

  private static final long serialVersionUID = 1;

  /** Namespaces that everybody asks in. */
  private static final Set<String> COMMON = Set.of("", "default", "kube-public", "kube-system");

  private static final double OWN_NAMESPACE = 1.8;
  private static final double OTHER_NAMESPACE = -1.2;

  /** The control plane's Secrets: what intruders ask for first. */
  private static final double PRYING = -2;

  private static final double OWN_OBJECT = 1.8;

  private final Traces traces;

  WhatIsAsked(Traces traces) {
    this.traces = traces;
  }

  /** How much likelier the account is to ask for this than somebody who is no account here. */
  double weight(Question question, Account account) {
    Target target = question.failure().target();
    if (target.subresource().equals("token")) {
      // a TokenRequest names whose token is wanted, not who wants it
      return 0;
    }
    double weight = 0;
    if (target.namespace().equals(account.namespace())) {
      weight += OWN_NAMESPACE;
    } else if (!COMMON.contains(target.namespace())) {
      weight += OTHER_NAMESPACE;
    } else if (target.namespace().equals("kube-system") && target.resource().equals("secrets")) {
      weight += PRYING;
    }
    boolean own =
        !target.name().isEmpty()
            && target.namespace().equals(account.namespace())
            && callsItself(account, target.name(), question);
    return own ? weight + OWN_OBJECT : weight;
  }

  /** Whether an object is called like the account or like one of its pods' owners. */
  private boolean callsItself(Account account, String object, Question question) {
    if (object.startsWith(account.name())) {
      return true;
    }
    String node = traces.nodeAt(question.ip());
    for (PodLife pod :
        node.isEmpty() ? traces.pods().withAddress(question.ip()) : traces.pods().onNode(node)) {
      if (pod.account().filter(account::equals).isPresent()
          && shared(pod.name(), object) >= Math.min(object.length(), 4)
          && object.startsWith(stem(pod.name()))) {
        return true;
      }
    }
    return false;
  }

  /** A pod's name without the random parts that its controllers append. */
  static String stem(String pod) {
    String[] parts = pod.split("-");
    int keep = parts.length > 2 ? parts.length - 2 : 1;
    return String.join("-", java.util.Arrays.copyOf(parts, keep));
  }

  private static int shared(String a, String b) {
    int n = 0;
    while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }
}
