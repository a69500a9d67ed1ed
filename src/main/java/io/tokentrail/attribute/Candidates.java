package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Sender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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

  private final Map<Account, Standing> standings = new HashMap<>();
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

  /** One account with its weight and what it is of all that may be. */
  private record Share(Account account, Standing standing, double share) {}

  /** The likeliest account, if it is likely enough to be named. */
  Sender sender() {
    List<Share> shares = nobody ? List.of() : shares();
    if (shares.isEmpty() || shares.get(0).share() < Calibration.LEAST) {
      return nameless(shares);
    }
    Share best = shares.get(0);
    Standing standing = best.standing();
    double confidence = Calibration.confidence(best.share());
    return new Sender(
        Optional.of(best.account()),
        likeliest(standing.pods),
        node,
        standing.method,
        confidence,
        alternatives(
            shares.subList(1, shares.size()), (1 - confidence) / Math.max(1e-12, 1 - best.share())),
        standing.evidence.stream().map(Supplier::get).distinct().limit(6).toList());
  }

  /** The likeliest account's share of all that may be, before it is calibrated; 0 without one. */
  double share() {
    return nobody || standings.isEmpty() ? 0 : shares().get(0).share();
  }

  private Sender nameless(List<Share> shares) {
    return shares.isEmpty() && node.isEmpty()
        ? Sender.NOBODY
        : new Sender(
            Optional.empty(),
            "",
            node,
            node.isEmpty() ? Method.NONE : Method.FINGERPRINT,
            0,
            alternatives(shares, 1),
            List.of());
  }

  /** All accounts, the likeliest first, each with its share of all that may be. */
  private List<Share> shares() {
    List<Map.Entry<Account, Standing>> sorted =
        standings.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    double top = sorted.stream().mapToDouble(e -> e.getValue().weight).reduce(0, Math::max);
    double sum = (strangers + others) * Math.exp(-top);
    for (Map.Entry<Account, Standing> one : sorted) {
      sum += Math.exp(one.getValue().weight - top);
    }
    List<Share> shares = new ArrayList<>();
    for (Map.Entry<Account, Standing> one : sorted) {
      double share = Math.exp(one.getValue().weight - top) / sum;
      shares.add(new Share(one.getKey(), one.getValue(), share));
    }
    shares.sort(Comparator.comparingDouble((Share s) -> s.standing().weight).reversed());
    return shares;
  }

  /** The others, whose shares make up what the named one's confidence leaves. */
  private static List<Sender.Alternative> alternatives(List<Share> others, double scale) {
    return others.stream()
        .map(other -> alternative(other.account(), scale * other.share()))
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
