package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Finding;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.Subject;
import io.tokentrail.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From claims to findings. Each 401 goes to the claim that is surest of it; a claim that loses all
 * its 401s disappears, one that never had any stands. What was outbid is kept as an alternative of
 * what won.
 */
public final class Settlement {

  /** How long before its first 401 an incident may have begun and still be told as its start. */
  private static final Duration PRELUDE = Duration.ofHours(2);

  private static final int EVIDENCE = 10;

  private static final int ALTERNATIVES = 3;

  private Settlement() {}

  /** Settles the claims; findings come worst first, and every id once. */
  public static List<Finding> settle(List<Attributed> failures, Map<CauseCode, Verdict> verdicts) {
    Map<String, Diagnosis> claims = merged(verdicts);
    List<String> bySureness =
        claims.keySet().stream()
            .sorted(
                Comparator.comparingDouble((String id) -> -claims.get(id).confidence())
                    .thenComparing(id -> claims.get(id).cause())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<Attributed, List<String>> bidders = new HashMap<>();
    for (String id : bySureness) {
      for (Attributed one : claims.get(id).explains()) {
        bidders.computeIfAbsent(one, a -> new ArrayList<>()).add(id);
      }
    }
    Map<String, List<Attributed>> won = new HashMap<>();
    Map<String, Map<String, Integer>> outbid = new HashMap<>();
    for (Attributed one : failures.stream().sorted().distinct().toList()) {
      List<String> ids = bidders.getOrDefault(one, List.of());
      if (!ids.isEmpty()) {
        String winner = ids.get(0);
        won.computeIfAbsent(winner, i -> new ArrayList<>()).add(one);
        for (String loser : ids.subList(1, ids.size())) {
          outbid.computeIfAbsent(winner, i -> new TreeMap<>()).merge(loser, 1, Integer::sum);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (String id : bySureness) {
      Diagnosis claim = claims.get(id);
      List<Attributed> mine = won.getOrDefault(id, List.of());
      if (!mine.isEmpty() || claim.explains().isEmpty()) {
        findings.add(
            new Finding(
                id,
                holding(claim, mine),
                alternatives(claim, claims, outbid.getOrDefault(id, Map.of()))));
      }
    }
    Collections.sort(findings);
    return List.copyOf(findings);
  }

  /** The finding's id: cause and subject alone, so that it stays the same as more is seen. */
  public static String id(CauseCode cause, Subject subject) {
    String key =
        String.join(
            "\n",
            cause.name(),
            subject.account().map(Account::toString).orElse(""),
            subject.pod(),
            subject.node(),
            subject.object().map(ObjectRef::toString).orElse(""),
            subject.other());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "F-" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Claims by id; two claims of one cause about one subject are one. */
  private static Map<String, Diagnosis> merged(Map<CauseCode, Verdict> verdicts) {
    Map<String, Diagnosis> claims = new LinkedHashMap<>();
    for (Verdict verdict : new TreeMap<>(verdicts).values()) {
      List<Diagnosis> found =
          verdict.fold(Verdict.Found::diagnoses, clear -> List.of(), missing -> List.of());
      for (Diagnosis one : found) {
        claims.merge(id(one.cause(), one.subject()), one, Settlement::together);
      }
    }
    return claims;
  }

  private static Diagnosis together(Diagnosis a, Diagnosis b) {
    boolean first = a.confidence() >= b.confidence();
    Diagnosis surer = first ? a : b;
    Diagnosis other = first ? b : a;
    return new Diagnosis(
        surer.cause(),
        surer.subject(),
        a.severity().compareTo(b.severity()) <= 0 ? a.severity() : b.severity(),
        surer.confidence(),
        a.firstSeen().isBefore(b.firstSeen()) ? a.firstSeen() : b.firstSeen(),
        a.lastSeen().isAfter(b.lastSeen()) ? a.lastSeen() : b.lastSeen(),
        Stream.concat(a.explains().stream(), b.explains().stream()).sorted().distinct().toList(),
        surer.summary(),
        Stream.concat(surer.evidence().stream(), other.evidence().stream())
            .distinct()
            .limit(EVIDENCE)
            .toList(),
        surer.remedy(),
        surer.ruledOut());
  }

  /** The claim with the 401s that it won, and its times cut to them. */
  private static Diagnosis holding(Diagnosis claim, List<Attributed> mine) {
    if (mine.isEmpty()) {
      return claim;
    }
    Instant first = mine.get(0).failure().receivedAt();
    Instant last = mine.get(mine.size() - 1).failure().receivedAt();
    boolean prelude =
        claim.firstSeen().isBefore(claim.explains().get(0).failure().receivedAt())
            && !claim.firstSeen().isBefore(first.minus(PRELUDE));
    return new Diagnosis(
        claim.cause(),
        claim.subject(),
        claim.severity(),
        stated(claim),
        prelude ? claim.firstSeen() : first,
        claim.lastSeen().isAfter(last) ? claim.lastSeen() : last,
        mine,
        claim.summary(),
        claim.evidence(),
        claim.remedy(),
        claim.ruledOut());
  }

  /** What is left unexplained claims no cause: its bid is no confidence. */
  private static double stated(Diagnosis claim) {
    return claim.cause() == CauseCode.UNEXPLAINED ? 0 : claim.confidence();
  }

  private static List<Finding.Alternative> alternatives(
      Diagnosis winner, Map<String, Diagnosis> claims, Map<String, Integer> outbid) {
    Map<CauseCode, Finding.Alternative> best = new TreeMap<>();
    outbid.forEach(
        (id, times) -> {
          Diagnosis loser = claims.get(id);
          if (loser.cause() != winner.cause() && loser.cause() != CauseCode.UNEXPLAINED) {
            best.merge(
                loser.cause(),
                new Finding.Alternative(
                    loser.cause(),
                    loser.confidence(),
                    "less sure, would explain " + times + " of these 401s: " + why(loser)),
                (a, b) -> a.confidence() >= b.confidence() ? a : b);
          }
        });
    for (Finding.Alternative one : winner.ruledOut()) {
      best.putIfAbsent(one.cause(), one);
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble((Finding.Alternative a) -> -a.confidence())
                .thenComparing(Finding.Alternative::cause))
        .limit(ALTERNATIVES)
        .toList();
  }

  private static String why(Diagnosis loser) {
    return loser.evidence().stream()
        .map(Evidence::says)
        .filter(s -> !s.isEmpty())
        .findFirst()
        .orElse(loser.summary());
  }
}
