package io.tokentrail.report.json;

import io.tokentrail.model.AccountRow;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.report.Links;
import java.io.IOException;
import java.util.Locale;

/** What stands: accounts and Secret-based tokens. */
final class InventoryJson {

  private InventoryJson() {}

  static void account(AccountRow r, Links links, JsonWriter json) throws IOException {
    json.text("namespace", r.account().namespace());
    json.text("service_account", r.account().name());
    json.text("uid", r.uid());
    json.flag("in_snapshot", r.inSnapshot());
    json.flag("automount", r.automount());
    json.count("pods", r.pods());
    json.count("token_requests", r.tokenRequests());
    json.count("bound_requests", r.boundRequests());
    json.count("stale_requests", r.staleRequests());
    json.count("legacy_requests", r.legacyRequests());
    json.count("failures_401", r.failures());
    json.time("first_seen", r.firstSeen());
    json.time("last_seen", r.lastSeen());
    json.list("audiences", r.audiences());
    json.count("min_ttl_seconds", r.minTtlSeconds());
    json.count("max_ttl_seconds", r.maxTtlSeconds());
    json.list("legacy_secrets", r.legacySecrets());
    json.list("findings", links.findingsOf(r.account()));
  }

  static void legacyToken(LegacyToken t, JsonWriter json) throws IOException {
    json.text("namespace", t.secret().namespace());
    json.text("secret", t.secret().name());
    json.text("uid", t.secret().uid());
    json.text("service_account", t.secret().serviceAccount());
    json.text("service_account_uid", t.secret().serviceAccountUid());
    json.text("origin", t.origin().map(LegacyToken.Origin::code).orElse(""));
    json.time("created_at", t.secret().createdAt());
    json.text("last_used_label", t.secret().lastUsedLabel());
    json.time("last_used_observed", t.lastUsedObserved());
    json.text("invalid_since", t.secret().invalidSinceLabel());
    json.list("referenced_by", t.referencedBy());
    json.text(
        "signature",
        t.secret().token().map(k -> k.signature().name().toLowerCase(Locale.ROOT)).orElse(""));
    json.text("verdict", t.verdict().code());
    json.text("safe_to_delete", t.safety().code());
    json.text("reason", t.reason());
    json.evidence("evidence", t.evidence());
    json.text("place", t.secret().place().toString());
  }
}
