package io.tokentrail.report;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Burst;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which 401 belongs to which finding and burst, and the way back. */
public final class Links {

  private final Map<Failure, Finding> findings;
  private final Map<Failure, Burst> bursts;
  private final Map<Account, TreeSet<String>> ofAccount = new HashMap<>();

  public Links(Report report) {
    int many = report.caseFile().failures().size();
    findings = new HashMap<>(2 * many);
    bursts = new HashMap<>(2 * many);
    for (Finding finding : report.findings()) {
      finding.diagnosis().subject().account().ifPresent(a -> note(a, finding));
      for (Attributed attributed : finding.diagnosis().explains()) {
        findings.putIfAbsent(attributed.failure(), finding);
        attributed.sender().account().ifPresent(a -> note(a, finding));
      }
    }
    for (Burst burst : report.caseFile().bursts()) {
      for (Attributed attributed : burst.failures()) {
        bursts.putIfAbsent(attributed.failure(), burst);
      }
    }
  }

  private void note(Account account, Finding finding) {
    ofAccount.computeIfAbsent(account, a -> new TreeSet<>()).add(finding.id());
  }

  /** The finding that explains a 401. */
  public Optional<Finding> finding(Failure failure) {
    return Optional.ofNullable(findings.get(failure));
  }

  /** The burst that a 401 is part of. */
  public Optional<Burst> burst(Failure failure) {
    return Optional.ofNullable(bursts.get(failure));
  }

  /** The finding that most of a burst's 401s point at; of equals the worse. */
  public Optional<Finding> finding(Burst burst) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    Map<String, Finding> known = new HashMap<>();
    for (Attributed attributed : burst.failures()) {
      finding(attributed.failure())
          .ifPresent(
              f -> {
                votes.merge(f.id(), 1, Integer::sum);
                known.put(f.id(), f);
              });
    }
    Optional<Finding> best = Optional.empty();
    for (Finding candidate : known.values()) {
      if (best.isEmpty()) {
        best = Optional.of(candidate);
        continue;
      }
      int more = Integer.compare(votes.get(candidate.id()), votes.get(best.get().id()));
      if (more > 0 || (more == 0 && candidate.compareTo(best.get()) < 0)) {
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** Findings about an account or explaining a 401 of it, sorted. */
  public List<String> findingsOf(Account account) {
    return List.copyOf(ofAccount.getOrDefault(account, new TreeSet<>()));
  }

  /** The cause that a 401 is explained by. */
  public Optional<CauseCode> cause(Failure failure) {
    return finding(failure).map(f -> f.diagnosis().cause());
  }
}
