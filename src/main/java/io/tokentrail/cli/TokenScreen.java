package io.tokentrail.cli;

import io.tokentrail.model.Token;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import io.tokentrail.rotate.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What one token is, on a screen. */
final class TokenScreen {

  private static final int MARGIN = 13;

  private final Token token;
  private final Instant now;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  TokenScreen(Token token, Instant now, Screen screen) {
    this.token = token;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.screen = screen;
  }

  String render() {
    out.append(screen.in(Style.BOLD, headline())).append("\n\n");
    row("account", token.account().map(Object::toString).orElse(token.subject()));
    row(
        "pod",
        token.podName()
            + (token.podName().isEmpty() || token.nodeName().isEmpty()
                ? ""
                : " on " + token.nodeName()));
    row("secret", token.secretName());
    row("audience", String.join(", ", token.audiences()));
    row("issuer", token.issuer());
    token.issuedAt().ifPresent(at -> row("issued", at.toString()));
    refresh();
    expiry();
    row("now", now + state());
    row("signature", signature());
    return screen.shown(out.toString());
  }

  private String headline() {
    return switch (token.kind()) {
      case LEGACY -> "Secret-based service-account token: it never expires.";
      case OTHER -> "A JWT, but no service-account token." + life();
      case BOUND ->
          "Bound service-account token, "
              + (token.extended()
                  ? "extended: refreshed as if it lived " + spoken(ttl()) + "."
                  : "not extended.")
              + life();
    };
  }

  private String life() {
    if (token.expiresAt().isEmpty() || token.issuedAt().isEmpty()) {
      return "";
    }
    Duration life = Duration.between(token.issuedAt().get(), token.expiresAt().get());
    return " Lives "
        + spoken(life)
        + "."
        + (now.isBefore(token.expiresAt().get()) ? "" : " Expired.");
  }

  /** The lifetime that was asked for: to the warning threshold of an extended token. */
  private Duration ttl() {
    long end = token.extended() ? token.warnAfterSecond() : token.expiresAtSecond();
    return Duration.ofSeconds(end - token.issuedAtSecond());
  }

  private void refresh() {
    if (token.kind() != Token.Kind.BOUND
        || token.issuedAt().isEmpty()
        || token.expiresAt().isEmpty()) {
      return;
    }
    Duration age = Rotation.dueAge(ttl());
    String rule = age.equals(Duration.ofHours(24)) ? "24 h after issue" : "at 80 % of its life";
    row(
        "refresh",
        token.issuedAt().get().plus(age)
            + "   "
            + rule
            + (token.podName().isEmpty() ? ", if a kubelet held it" : ""));
    if (token.extended()) {
      row(
          "stale from",
          Instant.ofEpochSecond(token.warnAfterSecond())
              + "   accepted, but each use is annotated stale-token");
    }
  }

  private void expiry() {
    token
        .expiresAt()
        .ifPresent(
            at -> {
              row(
                  "expires",
                  at + "   refused from " + at.plusSeconds(Token.LEEWAY_SECONDS) + " on");
              if (token.extended()) {
                row(
                    "",
                    "EKS refuses it 90 days after issue; with the extension off, the next one lives "
                        + spoken(ttl()));
              }
              if (!token.podName().isEmpty()) {
                row(
                    "",
                    "earlier when the pod or the account is deleted, or the signing key changes");
              }
            });
    if (token.kind() == Token.Kind.LEGACY) {
      row(
          "dies",
          "with its Secret, its account, the signing key, or label legacy-token-invalid-since");
    }
  }

  private String state() {
    if (token.expiresAt().isEmpty()) {
      return "";
    }
    Instant end = token.expiresAt().get();
    return now.isBefore(end)
        ? "   " + spoken(Duration.between(now, end)) + " left"
        : "   expired " + spoken(Duration.between(end, now)) + " ago";
  }

  private String signature() {
    String key = token.algorithm() + (token.keyId().isEmpty() ? "" : ", key " + token.keyId());
    String digest = "not shown; sha256 of it starts with " + token.digest();
    return switch (token.signature()) {
      case VALID -> "valid (" + key + "), " + digest;
      case INVALID -> "no given key verifies it (" + key + "), " + digest;
      case UNCHECKED -> "not checked: give the cluster's public keys with --keys (" + key + ")";
    };
  }

  private void row(String label, String text) {
    if (!text.isEmpty()) {
      out.append(Lines.labelled("  " + label, MARGIN, screen.safe(text), screen.width()));
    }
  }

  /** Two units at most: {@code 59 min 6 s}, {@code 365 d}. */
  static String spoken(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    if (seconds < 172_800) {
      return seconds / 3600
          + " h"
          + (seconds / 60 % 60 == 0 ? "" : " " + seconds / 60 % 60 + " min");
    }
    return seconds / 86_400
        + " d"
        + (seconds / 3600 % 24 == 0 ? "" : " " + seconds / 3600 % 24 + " h");
  }
}
