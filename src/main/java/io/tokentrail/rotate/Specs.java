package io.tokentrail.rotate;

import io.tokentrail.model.Account;
import io.tokentrail.model.CsiDriver;
import io.tokentrail.model.Facts;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.PodSpec;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenSource;
import io.tokentrail.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tokens a pod has kubelet ask for: its own spec's, or, for a pod that no snapshot caught,
 * its workload's template and the injected default.
 */
final class Specs {

  /** CSI drivers' token requests live this long unless they say otherwise (csi types). */
  private static final long CSI_TTL_SECONDS = 3600;

  private final List<Workload> workloads = new ArrayList<>();
  private final Map<String, CsiDriver> drivers = new HashMap<>();

  Specs(Facts facts) {
    for (Snapshot snapshot : facts.snapshots()) {
      workloads.addAll(snapshot.workloads());
      snapshot.csiDrivers().forEach(d -> drivers.put(d.name(), d));
    }
  }

  /** The token sources of a pod, where its spec is known or can be told from its workload's. */
  Optional<List<TokenSource>> sources(PodLife pod) {
    if (pod.spec().isPresent()) {
      return Optional.of(withDrivers(pod.spec().get(), pod.spec().get().tokenSources()));
    }
    return workloads.stream()
        .filter(w -> w.ref().namespace().equals(pod.namespace()))
        .filter(w -> pod.name().startsWith(w.ref().name() + "-"))
        .filter(
            w ->
                pod.account()
                    .map(a -> a.name().equals(w.template().serviceAccount()))
                    .orElse(false))
        .reduce((a, b) -> b.ref().name().length() >= a.ref().name().length() ? b : a)
        .map(w -> withDrivers(w.template(), injected(w.template())));
  }

  /**
   * The token sources that every pod and workload of an account has, where they agree: what an
   * unseen pod of it would have.
   */
  Optional<List<TokenSource>> sources(Account account, PodLives pods) {
    List<List<TokenSource>> all = new ArrayList<>();
    pods.all().stream()
        .filter(p -> p.account().filter(account::equals).isPresent())
        .forEach(p -> sources(p).ifPresent(all::add));
    workloads.stream()
        .filter(w -> w.ref().namespace().equals(account.namespace()))
        .filter(w -> w.template().serviceAccount().equals(account.name()))
        .forEach(w -> all.add(withDrivers(w.template(), injected(w.template()))));
    long kinds = all.stream().map(Specs::lifetimes).distinct().count();
    return kinds == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static List<String> lifetimes(List<TokenSource> sources) {
    return sources.stream().map(s -> s.audience() + "/" + s.expirationSeconds()).sorted().toList();
  }

  private static List<TokenSource> injected(PodSpec template) {
    List<TokenSource> out = new ArrayList<>(template.tokenSources());
    if (template.automount().orElse(true)) {
      out.add(
          new TokenSource("kube-api-access", "", Token.DEFAULT_TTL_SECONDS, "token", true, false));
    }
    return out;
  }

  private List<TokenSource> withDrivers(PodSpec spec, List<TokenSource> sources) {
    List<TokenSource> out = new ArrayList<>();
    sources.stream().filter(s -> s.ttl().compareTo(Rotation.LONGEST_TTL) <= 0).forEach(out::add);
    for (String name : spec.csiDrivers()) {
      CsiDriver driver = drivers.get(name);
      if (driver != null) {
        driver
            .audiences()
            .forEach(
                a -> out.add(new TokenSource("csi:" + name, a, CSI_TTL_SECONDS, "", true, false)));
      }
    }
    return out;
  }
}
