package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Sender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The accounts that may have sent one 401, each with the sum of the weights that the rungs gave it.
 * Weights are natural logarithms of odds against "somebody who is no account here", so that
 * evidence adds up and contradictions subtract; the sum becomes a probability at the end, and the
 * words of the evidence are made only for the one that is named.
 */
final class Candidates {

  private static final int ALTERNATIVES = 5;

  private static final class Standing {
    private double weight;
    private double strongest = Double.NEGATIVE_INFINITY;
    private Method method = Method.NONE;
    private final SortedMap<String, Double> pods = new TreeMap<>();
    private final List<Supplier<Evidence>> evidence = new ArrayList<>();
  }

  private final SortedMap<Account, Standing> standings = new TreeMap<>();
  private String node = "";
  private boolean nobody;
  private double strangers = 1;
  private double others;

  /** Adds weight to an account, naming it if it was not yet. */
  void add(Account account, double weight, Method method, Supplier<Evidence> evidence) {
    Standing standing = standings.computeIfAbsent(account, a -> new Standing());
    standing.weight += weight;
    if (weight > standing.strongest) {
      standing.strongest = weight;
      standing.method = method;
    }
    standing.evidence.add(evidence);
  }

  /** Adds weight to an account that is a candidate already. */
  void weigh(Account account, double weight, Supplier<Evidence> evidence) {
    Standing standing = standings.get(account);
    if (standing != null) {
      standing.weight += weight;
      standing.evidence.add(evidence);
    }
  }

  /** Says which pod of the account it would be. */
  void pod(Account account, String pod, double weight) {
    Standing standing = standings.get(account);
    if (standing != null && !pod.isEmpty()) {
      standing.pods.merge(pod, weight, Double::sum);
    }
  }

  void node(String name) {
    node = name;
  }

  /** Rules every account out: the sender uses something else than a service account's token. */
  void ruleOut() {
    nobody = true;
  }

  /** Makes it likelier by this factor that it is nobody here. */
  void strangers(double factor) {
    strangers *= factor;
  }

  /** Adds the odds of accounts that may be and are too many to be named one by one. */
  void others(double odds) {
    others += odds;
  }

  /** Who was proposed so far; weighing them changes nothing here, proposing others would. */
  Set<Account> accounts() {
    return Collections.unmodifiableSet(standings.keySet());
  }

  boolean isEmpty() {
    return standings.isEmpty();
  }

  /** The likeliest account, if it is likely enough to be named. */
  Sender sender() {
    Sender nameless =
        node.isEmpty()
            ? Sender.NOBODY
            : new Sender(
                Optional.empty(),
                "",
                node,
                Method.FINGERPRINT,
                0,
                nobody ? List.of() : alternatives(null, 1),
                List.of());
    if (nobody || standings.isEmpty()) {
      return nameless;
    }
    Map.Entry<Account, Standing> best =
        standings.entrySet().stream()
            .max(
                Comparator.comparingDouble((Map.Entry<Account, Standing> e) -> e.getValue().weight)
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .orElseThrow();
    double share = probability(best.getValue().weight);
    if (share < Calibration.LEAST) {
      return node.isEmpty()
          ? new Sender(Optional.empty(), "", "", Method.NONE, 0, alternatives(null, 1), List.of())
          : nameless;
    }
    Standing standing = best.getValue();
    double confidence = Calibration.confidence(share);
    return new Sender(
        Optional.of(best.getKey()),
        likeliest(standing.pods),
        node,
        standing.method,
        confidence,
        alternatives(best.getKey(), (1 - confidence) / Math.max(1e-12, 1 - share)),
        standing.evidence.stream().map(Supplier::get).distinct().limit(6).toList());
  }

  /** The likeliest account's share of all that may be, before it is calibrated; 0 without one. */
  double share() {
    return nobody
        ? 0
        : standings.values().stream().mapToDouble(s -> probability(s.weight)).max().orElse(0);
  }

  private double probability(double weight) {
    double top = Math.max(0, weight);
    double sum = (strangers + others) * Math.exp(-top);
    for (Standing standing : standings.values()) {
      sum += Math.exp(standing.weight - top);
    }
    return Math.exp(weight - top) / sum;
  }

  /** The others, whose shares make up what the named one's confidence leaves. */
  private List<Sender.Alternative> alternatives(Account named, double scale) {
    return standings.entrySet().stream()
        .filter(e -> !e.getKey().equals(named))
        .map(e -> alternative(e.getKey(), scale * probability(e.getValue().weight)))
        .filter(a -> a.confidence() >= 0.01)
        .sorted(
            Comparator.comparingDouble(Sender.Alternative::confidence)
                .reversed()
                .thenComparing(Sender.Alternative::account))
        .limit(ALTERNATIVES)
        .toList();
  }

  private static Sender.Alternative alternative(Account account, double share) {
    return new Sender.Alternative(account, Calibration.rounded(Math.min(1, share)));
  }

  /** The pod, where one stands out. */
  private static String likeliest(SortedMap<String, Double> pods) {
    List<Map.Entry<String, Double>> sorted =
        pods.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (sorted.isEmpty()) {
      return "";
    }
    boolean alone = sorted.size() == 1 || sorted.get(0).getValue() - sorted.get(1).getValue() >= 1;
    return alone ? sorted.get(0).getKey() : "";
  }
}
