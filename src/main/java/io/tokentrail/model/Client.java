package io.tokentrail.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What an audit event says of the program that sent a request: the address and the agent. Two
 * requests of one client are not proof of one sender: node addresses and NAT are shared.
 *
 * @param sourceIp the last entry of {@code sourceIPs}, the only one that the client cannot choose;
 *     empty when absent
 * @param userAgent the {@code User-Agent} header as logged; anything the client likes
 */
public record Client(String sourceIp, String userAgent)
    implements Comparable<Client>, Serializable {

  private static final Comparator<Client> ORDER =
      Comparator.comparing(Client::sourceIp).thenComparing(Client::userAgent);

  @Override
  public int compareTo(Client other) {
    return ORDER.compare(this, other);
  }
}
