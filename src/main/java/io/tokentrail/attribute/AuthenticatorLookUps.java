package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The authenticator's own look-up that found nothing, within the request: the account, Secret or
 * pod that its token names is gone (tokengetter.go). There is one before each such 401.
 */
final class AuthenticatorLookUps implements Rung {

  private static final double WEIGHT = 6;

  /** By how much a look-up's stamps may lie outside its request. */
  private static final Duration SLACK = Duration.ofMillis(2);

  private final Traces traces;
  private final Map<String, TreeMap<Instant, List<LookUp>>> bySource = new HashMap<>();
  private final Map<LookUp, Integer> claimants = new HashMap<>();

  AuthenticatorLookUps(Traces traces) {
    this.traces = traces;
    for (LookUp lookUp : traces.facts().audit().lookUps()) {
      bySource
          .computeIfAbsent(lookUp.source(), s -> new TreeMap<>())
          .computeIfAbsent(lookUp.at(), t -> new ArrayList<>())
          .add(lookUp);
    }
    traces
        .facts()
        .audit()
        .failures()
        .forEach(
            f ->
                within(f.source(), f.receivedAt(), f.answeredAt())
                    .forEach(l -> claimants.merge(l, 1, Integer::sum)));
  }

  private List<LookUp> within(String source, Instant from, Instant to) {
    TreeMap<Instant, List<LookUp>> all = bySource.get(source);
    if (all == null) {
      return List.of();
    }
    return all.subMap(from.minus(SLACK), true, to.plus(SLACK), true).values().stream()
        .flatMap(List::stream)
        .filter(l -> !l.receivedAt().isBefore(from.minus(SLACK)))
        .toList();
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    for (LookUp lookUp :
        within(
            question.failure().source(),
            question.failure().receivedAt(),
            question.failure().answeredAt())) {
      Set<Account> owners = owners(lookUp);
      double weight =
          WEIGHT
              - 2 * Math.log(claimants.getOrDefault(lookUp, 1))
              - Math.log(Math.max(1, owners.size()));
      for (Account account : owners) {
        candidates.add(
            account,
            weight,
            Method.LOOKUP,
            () ->
                Evidence.at(
                    lookUp.place(),
                    "the authenticator found no "
                        + lookUp.target().resource()
                        + " "
                        + lookUp.target().namespace()
                        + "/"
                        + lookUp.target().name()));
        if (lookUp.target().resource().equals("pods")) {
          candidates.pod(account, lookUp.target().name(), 4);
        }
      }
    }
  }

  private Set<Account> owners(LookUp lookUp) {
    String namespace = lookUp.target().namespace();
    String name = lookUp.target().name();
    Set<Account> out = new TreeSet<>();
    if (namespace.isEmpty() || name.isEmpty()) {
      return out;
    }
    switch (lookUp.target().resource()) {
      case "serviceaccounts" -> out.add(new Account(namespace, name));
      case "secrets" -> out.addAll(traces.ownersOfSecret(namespace, name, true));
      case "pods" ->
          traces.podAt(namespace, name, lookUp.at()).flatMap(p -> p.account()).ifPresent(out::add);
      default -> {
        // a node names no account
      }
    }
    return out;
  }
}
