package io.tokentrail.report.csv;

import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Report;
import java.util.Locale;

/** legacy_tokens.csv: every Secret of type service-account-token, with its verdict. */
final class LegacyTokensTable {

  private LegacyTokensTable() {}

  static Table of(Report report) {
    return Table.<LegacyToken>named("legacy_tokens")
        .column("namespace", t -> Cell.text(t.secret().namespace()))
        .column("secret", t -> Cell.text(t.secret().name()))
        .column("service_account", t -> Cell.text(t.secret().serviceAccount()))
        .column("origin", t -> t.origin().map(LegacyToken.Origin::code).orElse(""))
        .column("created_at", t -> Cell.time(t.secret().createdAt()))
        .column("last_used_label", t -> Cell.text(t.secret().lastUsedLabel()))
        .column("last_used_observed", t -> Cell.time(t.lastUsedObserved()))
        .column("invalid_since", t -> Cell.text(t.secret().invalidSinceLabel()))
        .column("referenced_by", t -> Cell.list(t.referencedBy()))
        .column(
            "signature",
            t ->
                t.secret()
                    .token()
                    .map(token -> token.signature().name().toLowerCase(Locale.ROOT))
                    .orElse(""))
        .column("verdict", t -> t.verdict().code())
        .column("safe_to_delete", t -> t.safety().code())
        .column("reason", t -> Cell.text(t.reason()))
        .byText("namespace")
        .byText("secret")
        .of(report.caseFile().inventory().legacyTokens().stream());
  }
}
