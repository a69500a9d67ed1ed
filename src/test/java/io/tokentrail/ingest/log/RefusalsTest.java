package io.tokentrail.ingest.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.model.LogLine.Refused;
import io.tokentrail.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPIRED           | [invalid bearer token, service account token has expired]",
        "EXPIRED           | [invalid bearer token, [invalid bearer token, Token has expired.]]",
        "EXPIRED           | oidc: verify token: oidc: token is expired (Token Expiry: 2025)",
        "NOT_YET_VALID     | [invalid bearer token, service account token is not valid yet]",
        "NOT_YET_VALID     | [invalid bearer token, service account token is issued in the future]",
        "AUDIENCE          | token audiences [\"vault\"] is invalid for the target audiences [\"a\"]",
        "SIGNATURE         | [invalid bearer token, invalid signature, no keys found]",
        "SIGNATURE         | [invalid bearer token, square/go-jose: error in cryptographic primitive]",
        "SIGNATURE         | go-jose/go-jose: error in cryptographic primitive",
        "UNRECOGNISED      | invalid bearer token",
        "UNRECOGNISED      | [invalid bearer token]",
        "BOUND_OBJECT_GONE | [invalid bearer token, service account token has been invalidated]",
        "SECRET_GONE       | [invalid bearer token, Token has been invalidated]",
        "SECRET_GONE       | [invalid bearer token, Token does not match server's copy]",
        "SERVICE_ACCOUNT_GONE | [invalid bearer token, serviceaccounts \"cart\" not found]",
        "SERVICE_ACCOUNT_GONE | service account shop/cart has been deleted",
        "UID_MISMATCH      | service account UID (a-1) does not match claim (b-2)",
        "UID_MISMATCH      | pod UID (a-1) does not match service account pod ref claim (b-2)",
        "CERTIFICATE       | verifying certificate SN=4, SKID=, AKID= failed: x509: unknown authority",
        "CERTIFICATE       | [x509: certificate has expired or is not yet valid: current time x]",
        "OTHER             | context deadline exceeded"
      })
  void everyTextOfTheAuthenticatorsHasItsReason(String reason, String error) {
    assertEquals(Reason.valueOf(reason), Refusals.of(error).reason());
  }

  @Test
  void anInvalidatedTokenNamesItsSecretAndItsAccount() {
    Refused refused =
        Refusals.of(
            "[invalid bearer token, the token in secret ci/robot-token for service account ci/robot"
                + " has been marked invalid. Use tokens from the TokenRequest API]");
    assertEquals(Reason.INVALIDATED, refused.reason());
    assertEquals("ci/robot-token", refused.secret());
    assertEquals("ci/robot", refused.account());
  }

  @Test
  void aMismatchTellsTheLiveUidAndTheTokens() {
    Refused refused = Refusals.of("service account UID (live-1) does not match claim (old-2)");
    assertEquals("live-1", refused.liveUid());
    assertEquals("old-2", refused.claimUid());
  }

  @Test
  void aMissingAccountIsNamed() {
    assertEquals(
        "cart",
        Refusals.of("[invalid bearer token, serviceaccounts \"cart\" not found]").account());
  }
}
