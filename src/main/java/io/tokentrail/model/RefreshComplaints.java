package io.tokentrail.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What kubelets' logs say of tokens that they could not refresh, by node. */
public final class RefreshComplaints {

  private final Map<String, List<LogLine>> byNode = new HashMap<>();

  private RefreshComplaints() {}

  public static RefreshComplaints of(Facts facts) {
    RefreshComplaints complaints = new RefreshComplaints();
    for (LogLine line : facts.log()) {
      if (line.meaning() instanceof LogLine.TokenNotRefreshed) {
        complaints.byNode.computeIfAbsent(line.host(), n -> new ArrayList<>()).add(line);
      }
    }
    return complaints;
  }

  /** Whether the token's kubelet said between these times that it could not refresh it. */
  public boolean concern(Lifetime lifetime, Instant from, Instant to) {
    return byNode.getOrDefault(lifetime.node(), List.of()).stream()
        .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
        .anyMatch(line -> about((LogLine.TokenNotRefreshed) line.meaning(), lifetime));
  }

  /** Some lines name no account. */
  private static boolean about(LogLine.TokenNotRefreshed said, Lifetime lifetime) {
    boolean account =
        said.serviceAccount().isEmpty()
            || (said.serviceAccount().equals(lifetime.account().name())
                && said.namespace().equals(lifetime.account().namespace()));
    return account && !AudienceDenial.spares(said.error(), lifetime);
  }
}
