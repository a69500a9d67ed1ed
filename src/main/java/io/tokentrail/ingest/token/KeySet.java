package io.tokentrail.ingest.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.PrematureJwtException;
import io.tokentrail.ingest.source.Json;
import io.tokentrail.model.Keys;
import io.tokentrail.model.Token;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The public keys that the input names. A token is checked with the key that its {@code kid} names,
 * or with all of them where it names none of these.
 */
public final class KeySet {

  /** No keys: nothing can be checked. */
  public static final KeySet NONE = new KeySet(List.of(), List.of());

  /** A public key and its id, empty where the file names none. */
  record Named(String id, PublicKey key) {}

  private final List<Named> keys;
  private final TreeSet<String> issuers;

  KeySet(Collection<Named> keys, Collection<String> issuers) {
    this.keys = List.copyOf(keys);
    this.issuers = new TreeSet<>(issuers);
  }

  /** All keys of several files, in their order. */
  public static KeySet of(List<KeySet> sets) {
    List<Named> keys = new ArrayList<>();
    TreeSet<String> issuers = new TreeSet<>();
    for (KeySet set : sets) {
      keys.addAll(set.keys);
      issuers.addAll(set.issuers);
    }
    return new KeySet(keys, issuers);
  }

  /** What the keys are called. */
  public Keys keys() {
    TreeSet<String> ids = new TreeSet<>();
    keys.forEach(named -> ids.add(named.id()));
    return new Keys(ids, issuers);
  }

  /** The keys themselves, each once, in the order of their files. */
  public List<PublicKey> publicKeys() {
    return keys.stream().map(Named::key).distinct().toList();
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Names the keys; there is nothing secret in them. */
  @Override
  public String toString() {
    return keys().toString();
  }

  Token.Signature verify(Jwt jwt) {
    if (keys.isEmpty()) {
      return Token.Signature.UNCHECKED;
    }
    if (jwt.signature().isEmpty()) {
      return Token.Signature.INVALID;
    }
    String id = Json.text(jwt.header(), "kid");
    boolean named = keys.stream().anyMatch(key -> key.id().equals(id));
    for (Named key : keys) {
      if ((!named || key.id().equals(id)) && verifies(jwt.compact(), key.key())) {
        return Token.Signature.VALID;
      }
    }
    return Token.Signature.INVALID;
  }

  /** Only the signature counts: time is judged elsewhere, against the input's own clock. */
  private static boolean verifies(String compact, PublicKey key) {
    try {
      io.jsonwebtoken.Jwt<?, ?> parsed = Jwts.parser().verifyWith(key).build().parse(compact);
      return parsed.getPayload() instanceof Claims || parsed.getPayload() instanceof byte[];
    } catch (ExpiredJwtException | PrematureJwtException e) {
      return true;
    } catch (JwtException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The beginning of a key's text, to name its form. */
  static String start(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
  }
}
