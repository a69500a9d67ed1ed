package io.tokentrail.rotate;

import io.tokentrail.model.Evidence;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that lie in the input itself: their claims tell pod, node, audience and times exactly,
 * whether or not the log has their request.
 */
final class FoundTokens {

  /** The year 5138. */
  private static final long LATEST_SECOND = 100_000_000_000L;

  private final List<Grant> found = new ArrayList<>();
  private final Set<String> apiAudiences = new HashSet<>();
  private final Set<String> issuers = new HashSet<>();

  FoundTokens(Facts facts) {
    issuers.addAll(facts.keys().issuers());
    for (Snapshot snapshot : facts.snapshots()) {
      apiAudiences.addAll(snapshot.flags().apiAudiences());
      issuers.addAll(snapshot.flags().issuers());
    }
    apiAudiences.addAll(issuers);
    Set<String> seen = new HashSet<>();
    for (Token token : facts.tokens()) {
      if (token.kind() == Token.Kind.BOUND
          && token.account().isPresent()
          && issuedHere(token)
          && plausible(token)
          && seen.add(token.digest() + "\n" + token.credentialId())) {
        found.add(grant(token, Instant.ofEpochSecond(token.issuedAtSecond())));
      }
    }
  }

  /** Whether it can be this cluster's: neither its signature nor its issuer speaks against it. */
  private boolean issuedHere(Token token) {
    return token.signature() != Token.Signature.INVALID
        && (issuers.isEmpty() || issuers.contains(token.issuer()));
  }

  /** Claims are anybody's to write: times beyond any token's are not worked with. */
  private static boolean plausible(Token token) {
    long issued = token.issuedAtSecond();
    long end = token.extended() ? token.warnAfterSecond() : token.expiresAtSecond();
    return issued > 0
        && issued < LATEST_SECOND
        && end > issued
        && end - issued <= Rotation.LONGEST_TTL.toSeconds();
  }

  private Grant grant(Token token, Instant issued) {
    long end = token.extended() ? token.warnAfterSecond() : token.expiresAtSecond();
    boolean own =
        token.audiences().stream()
            .anyMatch(a -> apiAudiences.contains(a) || a.equals(token.issuer()));
    return new Grant(
        token.account().orElseThrow(),
        "",
        token.podName().isEmpty() ? "" : token.nodeName(),
        issued,
        issued,
        true,
        own ? "" : String.join(";", token.audiences().stream().sorted().toList()),
        Optional.of(Duration.ofSeconds(end - token.issuedAtSecond())),
        token.podName(),
        token.podUid(),
        token.credentialId(),
        own,
        Evidence.at(token.place(), "a token in the input"));
  }

  /** The granted ones, told more exactly where the token itself was found, and the others. */
  List<Grant> joinedTo(List<Grant> granted) {
    Map<String, Integer> byId = new HashMap<>();
    Map<String, List<Integer>> bySecond = new HashMap<>();
    List<Grant> out = new ArrayList<>(granted);
    for (int i = 0; i < granted.size(); i++) {
      Grant grant = granted.get(i);
      if (!grant.credentialId().isEmpty()) {
        byId.put(grant.credentialId(), i);
      }
      bySecond.computeIfAbsent(second(grant, 0), k -> new ArrayList<>()).add(i);
    }
    for (Grant token : found) {
      Integer at = byId.get(token.credentialId());
      if (at == null) {
        at = likely(token, bySecond, out);
      }
      if (at == null) {
        out.add(token);
      } else {
        out.set(at, merged(out.get(at), token));
      }
    }
    return out;
  }

  /** The request that brought a token whose id the log does not tell: account and second agree. */
  private static Integer likely(
      Grant token, Map<String, List<Integer>> bySecond, List<Grant> granted) {
    for (long shift : new long[] {0, 1, -1}) {
      for (int i : bySecond.getOrDefault(second(token, shift), List.of())) {
        Grant grant = granted.get(i);
        boolean fits =
            (!grant.told() || grant.ttl().equals(token.ttl()))
                && (!grant.told() || !grant.pod().isEmpty() || token.pod().isEmpty())
                && (grant.credentialId().isEmpty() || token.credentialId().isEmpty())
                && grant.node().isEmpty() == token.pod().isEmpty()
                && (grant.pod().isEmpty() || grant.pod().equals(token.pod()))
                && (token.node().isEmpty() || grant.node().equals(token.node()));
        if (fits) {
          return i;
        }
      }
    }
    return null;
  }

  private static String second(Grant grant, long shift) {
    return grant.account() + "\n" + (grant.issuedAt().getEpochSecond() + shift);
  }

  private static Grant merged(Grant grant, Grant token) {
    return new Grant(
        grant.account(),
        grant.requester(),
        grant.node(),
        grant.grantedAt(),
        token.issuedAt(),
        true,
        grant.told() ? grant.audience() : token.audience(),
        grant.ttl().isPresent() && grant.told() ? grant.ttl() : token.ttl(),
        token.pod(),
        token.podUid(),
        token.credentialId(),
        grant.accepted() || token.accepted(),
        grant.evidence());
  }
}
