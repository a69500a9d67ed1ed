package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * A 401 of this API server with what the causes ask of it.
 *
 * @param attributed the 401 with its sender
 * @param reason the server's reason; where the log does not tell, the one that all told 401s of the
 *     same sender at that time have
 * @param told whether the log tells the reason of this very 401
 * @param node the node it came from: the sender's, else the one whose address it came from; empty
 *     when unknown
 * @param lookUp the authenticator's own look-up inside this request that found nothing
 */
record Refusal(
    Attributed attributed, Reason reason, boolean told, String node, Optional<LookUp> lookUp) {

  Instant at() {
    return attributed.failure().receivedAt();
  }

  Optional<Account> account() {
    return attributed.sender().account();
  }

  String pod() {
    return attributed.sender().pod();
  }

  String address() {
    return attributed.failure().client().sourceIp();
  }

  String agent() {
    return attributed.failure().client().userAgent();
  }

  String text() {
    return attributed.reasonText();
  }

  /** The sender as well as it is known: the account, else address and agent. */
  String sender() {
    return account()
        .map(Account::toString)
        .orElseGet(() -> attributed.failure().client().sourceIp() + " " + agent());
  }
}
