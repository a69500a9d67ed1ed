package io.tokentrail.cli;

import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.Node;
import io.tokentrail.model.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Something that the inputs cannot show.
 *
 * @param what the part of the log that is left out, or the input that is missing
 * @param then what cannot be known for that, or what the input would add
 */
record Unseen(String what, String then) {

  /** What the audit policy leaves out, as far as the log itself shows it. */
  static List<Unseen> byPolicy(AuditFacts audit) {
    List<Unseen> all = new ArrayList<>();
    if (audit.events() == 0) {
      return all;
    }
    if (!audit.hasStage("ResponseStarted")) {
      all.add(
          new Unseen(
              "stage ResponseStarted",
              "401s are invisible: they stand there alone; take it out of the policy's omitStages"));
    }
    if (!audit.hasStage("ResponseComplete")) {
      all.add(new Unseen("stage ResponseComplete", "answered requests are not counted"));
    }
    Set<String> verbs = all(audit, AuditFile::verbs);
    Set<String> resources = all(audit, AuditFile::resources);
    if (verbs.isEmpty() && resources.isEmpty()) {
      return all;
    }
    addIf(
        all,
        verbs,
        List.of("get", "list", "watch"),
        "who only reads is not seen: an account without use may be in use");
    addIf(
        all,
        verbs,
        List.of("create", "update", "patch", "delete"),
        "changes of Secrets, accounts and pods are not seen");
    Set<String> levels = all(audit, f -> new TreeSet<>(f.tokenRequestLevels().keySet()));
    if (levels.isEmpty()) {
      all.add(
          new Unseen(
              "create serviceaccounts/token",
              "when tokens were renewed is unknown: rotation comes from pods and lifetimes alone"));
    } else if (levels.equals(Set.of("Metadata"))) {
      all.add(
          new Unseen(
              "bodies of serviceaccounts/token",
              "lifetime, audience and pod of a token come from pod specs; level Request shows them"));
    }
    addIf(all, resources, List.of("tokenreviews"), "tokens shown to other programs are not seen");
    addIf(all, resources, List.of("secrets"), "a deleted or new token Secret is not seen");
    addIf(all, resources, List.of("pods"), "which pod had which address when is a guess");
    return all;
  }

  private static void addIf(
      List<Unseen> all, Set<String> seen, List<String> wanted, String otherwise) {
    if (wanted.stream().noneMatch(seen::contains)) {
      all.add(new Unseen(String.join(", ", wanted), otherwise));
    }
  }

  private static Set<String> all(AuditFacts audit, Function<AuditFile, Collection<String>> of) {
    Set<String> union = new TreeSet<>();
    audit.files().forEach(f -> union.addAll(of.apply(f)));
    return union;
  }

  /** Inputs that were not given, each with what it would add. */
  static List<Unseen> missing(Facts facts) {
    List<Unseen> all = new ArrayList<>();
    if (facts.audit().files().isEmpty()) {
      all.add(new Unseen("audit log", "the 401s themselves, and who uses which token"));
    }
    if (!facts.hasLogOf("kube-apiserver")) {
      all.add(new Unseen("kube-apiserver log", "why each token was refused"));
    }
    if (!facts.hasLogOf("kubelet")) {
      all.add(new Unseen("kubelet logs", "whether and why a node stopped refreshing tokens"));
    } else {
      long silent = nodesWithoutLog(facts);
      if (silent > 0) {
        all.add(new Unseen("kubelet logs of " + silent + " nodes", "the same for their pods"));
      }
    }
    if (facts.snapshots().isEmpty()) {
      all.add(
          new Unseen(
              "snapshot (kubectl get -o json)",
              "pods, accounts and Secrets by name: most senders, and all legacy tokens"));
    } else if (facts.snapshots().size() == 1) {
      all.add(new Unseen("a second snapshot", "which Secrets are new, gone or newly used"));
    }
    if (!facts.keys().given()) {
      all.add(new Unseen("keys (JWKS)", "whether a token is this cluster's, and key changes"));
    }
    if (facts.tokenFiles().isEmpty()) {
      all.add(new Unseen("token-files (stat -L)", "how old a mounted token is, and its mode"));
    }
    if (facts.series().isEmpty()) {
      all.add(new Unseen("metrics", "rates of authentication before and after the log"));
    }
    return all;
  }

  /** For the JSON form: in the same order. */
  static Map<String, String> texts(List<Unseen> all) {
    Map<String, String> texts = new LinkedHashMap<>();
    all.forEach(one -> texts.put(one.what(), one.then()));
    return texts;
  }

  private static long nodesWithoutLog(Facts facts) {
    NavigableSet<String> silent = new TreeSet<>();
    facts.latestSnapshot().map(Snapshot::nodes).orElse(List.of()).stream()
        .map(Node::name)
        .forEach(silent::add);
    facts.logFiles().stream()
        .filter(l -> l.component().equals("kubelet"))
        .map(LogFile::host)
        .forEach(silent::remove);
    return silent.size();
  }
}
