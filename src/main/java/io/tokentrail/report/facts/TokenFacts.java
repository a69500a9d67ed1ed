package io.tokentrail.report.facts;

import io.tokentrail.model.Account;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Report;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.Use;
import io.tokentrail.report.WindowFailures;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tokens: asked for, lived, used; and those in Secrets, of which only metadata is kept. */
final class TokenFacts {

  private record Window(Lifetime lifetime, WindowFailures failures) {}

  static final FactsTable<?> ROTATION_WINDOWS =
      FactsTable.<Window>named("rotation_windows", "One token's life; rotation_windows.csv.")
          .text("namespace", "The account's.", w -> w.lifetime.account().namespace())
          .text("service_account", "Whose token.", w -> w.lifetime.account().name())
          .text("pod", "The pod that it is bound to.", w -> w.lifetime.pod())
          .time("issued_at", "The token's iat, else its grant.", w -> w.lifetime.issuedAt())
          .text("node", "The node that asked for it.", w -> w.lifetime.node())
          .text("audience", "Null for the API server's own.", w -> w.lifetime.audience())
          .seconds("ttl_seconds", "Lifetime asked for.", w -> w.lifetime.ttl())
          .text("source", "observed or predicted.", w -> w.lifetime.source().code())
          .maybeTime("refresh_due", "80 % of its life, at most 24 h.", w -> w.lifetime.refreshDue())
          .maybeTime("expires_at", "iat + lifetime asked for.", w -> w.lifetime.expiresAt())
          .maybeTime("refreshed_at", "When the next was granted.", w -> w.lifetime.refreshedAt())
          .seconds("delay_seconds", "How late that was.", w -> w.lifetime.delay())
          .text(
              "status",
              "on_time, late, missed, ended, open.",
              w -> w.lifetime.status().map(Lifetime.Status::code).orElse(""))
          .text("credential_id", "Its jti.", w -> w.lifetime.credentialId())
          .count(
              "failures_401",
              "401s of its holder while it was the newest.",
              w -> w.failures.during(w.lifetime))
          .of(TokenFacts::windows);

  static final FactsTable<?> TOKEN_REQUESTS =
      FactsTable.<TokenRequest>named(
              "token_requests", "An answered TokenRequest, refused ones included.")
          .time("time", "When it came in.", TokenRequest::receivedAt)
          .text("audit_id", "The event's id.", TokenRequest::auditId)
          .time("answered_at", "When it was answered.", TokenRequest::answeredAt)
          .text("namespace", "The account's.", t -> t.account().namespace())
          .text("service_account", "Whose token was asked for.", t -> t.account().name())
          .text("requester", "Who asked; system:node:NAME for a kubelet.", TokenRequest::requester)
          .text("source_ip", "The requester's address.", t -> t.client().sourceIp())
          .text("user_agent", "The requester's own words.", t -> t.client().userAgent())
          .count("code", "HTTP status; 201 when granted.", t -> (long) t.code())
          .text("message", "Of a refusal.", TokenRequest::message)
          .text("credential_id", "The new token's jti, from 1.30 on.", TokenRequest::credentialId)
          .flag(
              "body_logged",
              "Whether the log tells audiences, lifetime and pod.",
              TokenRequest::bodyLogged)
          .texts("audiences", "Asked for; empty for the API server's own.", TokenRequest::audiences)
          .maybeCount("ttl_seconds", "Lifetime asked for.", t -> positive(t.ttlSeconds()))
          .text("pod", "The pod that it is bound to.", TokenRequest::podName)
          .text("pod_uid", "Its UID.", TokenRequest::podUid)
          .maybeTime("expires_at", "As the answer says.", t -> parsed(t.expiration()))
          .text("api_server", "The stream of audit files that it stands in.", TokenRequest::source)
          .text("place", "File and line.", t -> t.place().toString())
          .of(r -> r.caseFile().facts().audit().tokenRequests().stream());

  static final FactsTable<?> USES =
      FactsTable.<Use>named(
              "uses",
              "Accepted requests of one client under one identity and credential, counted together.")
          .time("first_seen", "The first one's arrival.", Use::firstAt)
          .text("username", "Who the API server said it was.", Use::username)
          .text(
              "namespace",
              "The account's, where it is one.",
              u -> Account.ofUsername(u.username()).map(Account::namespace).orElse(""))
          .text(
              "service_account",
              "The account, where it is one.",
              u -> Account.ofUsername(u.username()).map(Account::name).orElse(""))
          .text("source_ip", "The client's address.", u -> u.client().sourceIp())
          .text("user_agent", "The client's own words.", u -> u.client().userAgent())
          .text("pod", "The pod that the token is bound to.", Use::podName)
          .text("pod_uid", "Its UID.", Use::podUid)
          .text("node", "That pod's node, from 1.30 on.", Use::nodeName)
          .text("credential_id", "The token's jti, from 1.30 on.", Use::credentialId)
          .text("legacy_secret", "The Secret of a Secret-based token.", Use::legacySecret)
          .time("last_seen", "The last one's arrival.", Use::lastAt)
          .count("requests", "How many requests.", Use::requests)
          .count("legacy_requests", "With a Secret-based token.", Use::legacyRequests)
          .count("stale_requests", "With a token past its threshold.", Use::staleRequests)
          .count("forbidden_requests", "Answered 403.", Use::forbiddenRequests)
          .maybeTime("last_stale_at", "The last stale one.", u -> since1970(u.lastStaleAt()))
          .text("first_place", "Where the first one stands.", u -> u.firstPlace().toString())
          .text("last_place", "Where the last one stands.", u -> u.lastPlace().toString())
          .of(r -> r.caseFile().facts().audit().uses().stream());

  static final FactsTable<?> LEGACY_TOKENS =
      FactsTable.<LegacyToken>named(
              "legacy_tokens", "A Secret-based token: its metadata and verdict; legacy_tokens.csv.")
          .text("namespace", "The Secret's.", t -> t.secret().namespace())
          .text("secret", "The Secret.", t -> t.secret().name())
          .text("uid", "Its UID.", t -> t.secret().uid())
          .text("service_account", "Whose token.", t -> t.secret().serviceAccount())
          .text(
              "origin", "auto or manual.", t -> t.origin().map(LegacyToken.Origin::code).orElse(""))
          .maybeTime("created_at", "Creation.", t -> t.secret().createdAt())
          .text("last_used_label", "As written.", t -> t.secret().lastUsedLabel())
          .maybeTime(
              "last_used_observed", "The last use in the log.", LegacyToken::lastUsedObserved)
          .text("invalid_since", "As written.", t -> t.secret().invalidSinceLabel())
          .texts("referenced_by", "What names it.", LegacyToken::referencedBy)
          .text("signature", "valid, invalid, unchecked.", TokenFacts::signature)
          .text("verdict", "What it is.", t -> t.verdict().code())
          .text("safe_to_delete", "yes, no, unknown.", t -> t.safety().code())
          .text("reason", "Why.", LegacyToken::reason)
          .of(r -> r.caseFile().inventory().legacyTokens().stream());

  private TokenFacts() {}

  private static Stream<Window> windows(Report report) {
    WindowFailures failures = new WindowFailures(report);
    return report.caseFile().lifetimes().stream().map(l -> new Window(l, failures));
  }

  private static String signature(LegacyToken token) {
    return token
        .secret()
        .token()
        .map(t -> t.signature().name().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static OptionalLong positive(long value) {
    return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static Optional<Instant> since1970(Instant at) {
    return Optional.of(at).filter(a -> a.isAfter(Instant.EPOCH));
  }

  private static Optional<Instant> parsed(String time) {
    try {
      return time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
