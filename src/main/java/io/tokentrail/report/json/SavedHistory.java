package io.tokentrail.report.json;

import io.tokentrail.model.AccountRow;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenSecret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lifetimes of tokens, accounts and Secret-based tokens of a report.json. */
final class SavedHistory {

  private SavedHistory() {}

  static Lifetime lifetime(JsonRow row) {
    return new Lifetime(
        row.needAccount(),
        row.text("pod"),
        row.text("node"),
        row.text("audience"),
        row.seconds("ttl_seconds"),
        row.code("source", Lifetime.Source.values(), Lifetime.Source::code),
        row.needTime("issued_at"),
        row.time("refresh_due"),
        row.time("expires_at"),
        row.time("refreshed_at"),
        row.codeIfAny("status", Lifetime.Status.values(), Lifetime.Status::code),
        row.text("credential_id"),
        row.flag("extended"),
        row.evidence("evidence"));
  }

  static AccountRow account(JsonRow row) {
    return new AccountRow(
        row.needAccount(),
        row.text("uid"),
        row.flag("in_snapshot"),
        row.flag("automount"),
        row.countIfAny("pods"),
        row.count("token_requests"),
        row.count("bound_requests"),
        row.count("stale_requests"),
        row.count("legacy_requests"),
        row.count("failures_401"),
        row.time("first_seen"),
        row.time("last_seen"),
        row.list("audiences"),
        row.countIfAny("min_ttl_seconds"),
        row.countIfAny("max_ttl_seconds"),
        row.list("legacy_secrets"));
  }

  static LegacyToken legacyToken(JsonRow row) {
    Optional<Token> token =
        row.codeIfAny("signature", Token.Signature.values(), s -> s.name().toLowerCase(Locale.ROOT))
            .map(signature -> token(signature, row));
    TokenSecret secret =
        new TokenSecret(
            row.text("namespace"),
            row.text("secret"),
            row.text("uid"),
            row.text("service_account"),
            row.text("service_account_uid"),
            row.time("created_at"),
            Optional.empty(),
            row.text("last_used_label"),
            row.text("invalid_since"),
            token.isPresent(),
            token,
            row.place("place"));
    return new LegacyToken(
        secret,
        row.codeIfAny("origin", LegacyToken.Origin.values(), LegacyToken.Origin::code),
        row.time("last_used_observed"),
        row.list("referenced_by"),
        row.code("verdict", LegacyToken.Verdict.values(), LegacyToken.Verdict::code),
        row.code("safe_to_delete", LegacyToken.Safety.values(), LegacyToken.Safety::code),
        row.text("reason"),
        row.evidence("evidence"));
  }

  /** Of a Secret's token the report keeps what the given keys say of it. */
  private static Token token(Token.Signature signature, JsonRow row) {
    return new Token(
        Token.Kind.LEGACY,
        "",
        "",
        "",
        "",
        row.account(),
        "",
        List.of(),
        0,
        0,
        0,
        0,
        "",
        "",
        "",
        "",
        row.text("secret"),
        "",
        signature,
        row.place("place"));
  }
}
