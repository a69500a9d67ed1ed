package io.tokentrail.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Digest;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.ingest.source.Lines;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.Account;
import io.tokentrail.model.Place;
import io.tokentrail.model.Token;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tokens: claims without trust, signatures against the keys at hand. */
public final class TokenReader {

  /** Digits that tell tokens apart. */
  private static final int DIGEST_DIGITS = 12;

  private static final String LEGACY_ISSUER = "kubernetes/serviceaccount";

  /** A file of tokens is small; what is larger is none. */
  private static final int LARGEST = 16 << 20;

  private final KeySet keys;

  public TokenReader(KeySet keys) {
    this.keys = keys;
  }

  /** The token that a text holds; empty when it holds no JWT. */
  public Optional<Token> parse(String text, Place place) {
    return Jwt.find(text).map(jwt -> token(jwt, place));
  }

  /** All tokens of a file: one a line, or JSON objects such as {@code TokenRequest}. */
  public List<Token> read(InputStream unpacked, Tally tally) throws IOException {
    byte[] bytes;
    try (InputStream in = unpacked) {
      bytes = in.readNBytes(LARGEST);
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return text.startsWith("{") || text.startsWith("[")
        ? objects(text, bytes, tally)
        : lines(bytes, tally);
  }

  private List<Token> lines(byte[] bytes, Tally tally) throws IOException {
    List<Token> all = new ArrayList<>();
    try (Lines lines = new Lines(new java.io.ByteArrayInputStream(bytes))) {
      while (lines.next()) {
        if (lines.blank()) {
          continue;
        }
        Place place = new Place(tally.file().path(), lines.number());
        Optional<Token> token = parse(lines.text(), place);
        if (token.isPresent()) {
          keep(token.get(), all, tally);
        } else {
          tally.rejectLine(lines.number(), "no JWT", "");
        }
      }
    }
    return all;
  }

  /** A document, an array, a list, or one object a line. */
  private List<Token> objects(String text, byte[] bytes, Tally tally) throws IOException {
    List<Token> all = new ArrayList<>();
    JsonNode whole = Json.read(text);
    if (whole.isMissingNode()) {
      return lines(bytes, tally);
    }
    List<JsonNode> items = new ArrayList<>();
    JsonNode list = whole.isArray() ? whole : whole.path("items");
    if (list.isArray()) {
      list.forEach(items::add);
    } else {
      items.add(whole);
    }
    for (int i = 0; i < items.size(); i++) {
      Place place = new Place(tally.file().path(), i + 1L);
      String jwt = Json.text(items.get(i), "status", "token");
      Optional<Token> token = parse(jwt.isEmpty() ? Json.text(items.get(i), "token") : jwt, place);
      if (token.isPresent()) {
        keep(token.get(), all, tally);
      } else {
        tally.rejectItem(i + 1L, "no JWT in status.token", "");
      }
    }
    return all;
  }

  private static void keep(Token token, List<Token> all, Tally tally) {
    all.add(token);
    tally.record();
    token.issuedAt().ifPresent(tally::time);
  }

  private Token token(Jwt jwt, Place place) {
    JsonNode claims = jwt.claims();
    JsonNode bound = claims.path("kubernetes.io");
    String issuer = Json.text(claims, "iss");
    String subject = Json.text(claims, "sub");
    boolean legacy = issuer.equals(LEGACY_ISSUER) || claims.has(flat("service-account.name"));
    Optional<Account> account = Account.ofUsername(subject);
    Token.Kind kind =
        legacy
            ? Token.Kind.LEGACY
            : bound.isObject() || account.isPresent() ? Token.Kind.BOUND : Token.Kind.OTHER;
    return new Token(
        kind,
        Json.text(jwt.header(), "alg"),
        Json.text(jwt.header(), "kid"),
        issuer,
        subject,
        account,
        legacy
            ? Json.text(claims, flat("service-account.uid"))
            : Json.text(bound, "serviceaccount", "uid"),
        Json.texts(claims.path("aud")),
        second(claims.path("iat")),
        second(claims.path("exp")),
        second(claims.path("nbf")),
        second(bound.path("warnafter")),
        Json.text(claims, "jti"),
        Json.text(bound, "pod", "name"),
        Json.text(bound, "pod", "uid"),
        Json.text(bound, "node", "name"),
        legacy ? Json.text(claims, flat("secret.name")) : Json.text(bound, "secret", "name"),
        Digest.ofText(jwt.signature(), DIGEST_DIGITS),
        keys.verify(jwt),
        place);
  }

  /** The private claims of legacy tokens are flat. */
  private static String flat(String name) {
    return "kubernetes.io/serviceaccount/" + name;
  }

  private static long second(JsonNode claim) {
    long second = Json.number(claim, 0);
    return second > 0 && second < Instant.MAX.getEpochSecond() ? second : 0;
  }
}
