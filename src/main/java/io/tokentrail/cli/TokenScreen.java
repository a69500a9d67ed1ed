package io.tokentrail.cli;

import io.tokentrail.model.Token;
import io.tokentrail.report.terminal.Lines;
import io.tokentrail.report.terminal.Screen;
import io.tokentrail.report.terminal.Style;
import io.tokentrail.rotate.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** What one token is, on a screen. */
final class TokenScreen {

  private static final int MARGIN = 13;

  /** EKS refuses extended tokens this long after issue, whatever they say (EKS user guide). */
  private static final Duration EKS_LIMIT = Duration.ofDays(90);

  private final Token token;
  private final Set<String> keyIds;
  private final Instant now;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param token the token
   * @param keyIds ids of the keys that were given, if any
   * @param now the time to judge by
   * @param screen where it is shown
   */
  TokenScreen(Token token, Set<String> keyIds, Instant now, Screen screen) {
    this.token = token;
    this.keyIds = Set.copyOf(keyIds);
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
    row("node", token.podName().isEmpty() ? token.nodeName() : "");
    row("secret", token.secretName());
    row("audience", String.join(", ", token.audiences()));
    row("issuer", token.issuer());
    row(
        "id",
        token.credentialId().isEmpty()
            ? ""
            : token.credentialId()
                + "   in audit events as credential-id JTI="
                + token.credentialId());
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
              if (token.extended() && token.issuer().contains("oidc.eks.")) {
                row(
                    "",
                    "EKS refuses it earlier, from "
                        + token.issuedAt().map(i -> i.plus(EKS_LIMIT)).orElse(at)
                        + " on, 90 days after issue");
              } else if (token.extended()) {
                row(
                    "",
                    "EKS refuses it 90 days after issue; with the extension off, the next one lives "
                        + spoken(ttl()));
              }
              if (token.kind() == Token.Kind.BOUND) {
                row(
                    "",
                    "later than that by up to 10 s where the API server has it in its cache; a watch"
                        + " that is open lasts until it is opened again");
                row(
                    "",
                    "earlier when the "
                        + (token.podName().isEmpty() ? "" : "pod or the ")
                        + "account is deleted, even if one of the same name is created, or the signing"
                        + " key changes");
                row("", "refused at all times where the receiver is not among its audiences");
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
    Instant begin = token.issuedAt().orElse(Instant.MIN);
    if (begin.minusSeconds(Token.LEEWAY_SECONDS).isAfter(now)) {
      return "   not valid before " + begin.minusSeconds(Token.LEEWAY_SECONDS);
    }
    if (!now.isBefore(end) && now.isBefore(end.plusSeconds(Token.LEEWAY_SECONDS))) {
      return "   expired, accepted for another "
          + spoken(Duration.between(now, end.plusSeconds(Token.LEEWAY_SECONDS)));
    }
    return now.isBefore(end)
        ? "   " + spoken(Duration.between(now, end)) + " left"
        : "   expired " + spoken(Duration.between(end, now)) + " ago";
  }

  private String signature() {
    String key = token.algorithm() + (token.keyId().isEmpty() ? "" : ", key " + token.keyId());
    String digest = "not shown; sha256 of it starts with " + token.digest();
    return switch (token.signature()) {
      case VALID -> "valid (" + key + "), " + digest;
      case INVALID -> "no given key verifies it (" + key + "), " + stranger() + ", " + digest;
      case UNCHECKED -> "not checked: give the cluster's public keys with --keys (" + key + ")";
    };
  }

  /** Whether it is the key or the signature that does not fit. */
  private String stranger() {
    if (token.keyId().isEmpty()) {
      return "it names no key";
    }
    if (keyIds.contains("")) {
      return "a key in PEM has no id to compare";
    }
    return keyIds.contains(token.keyId())
        ? "though its key is among the given ones: it was altered, or cut"
        : "its key is not among the given ones: another cluster's, or replaced since";
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
