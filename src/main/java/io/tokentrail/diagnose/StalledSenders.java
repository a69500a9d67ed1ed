package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 401s by the account or node whose missed refreshes may explain them, each put there once. */
final class StalledSenders {

  /** Senders named with less than this may as well be another pod of the same node. */
  private static final double SURE = 0.7;

  private StalledSenders() {}

  /** By the account that sent them; those of nobody are left out. */
  static Map<Account, List<Refusal>> byAccount(List<Refusal> refusals) {
    Map<Account, List<Refusal>> all = new HashMap<>();
    for (Refusal one : refusals) {
      one.account()
          .ifPresent(account -> all.computeIfAbsent(account, a -> new ArrayList<>()).add(one));
    }
    return all;
  }

  /**
   * Those not yet explained by the node whose missed refreshes may explain them: that of the
   * sender's dead token, and, where the sender is doubtful, the one that they came from.
   */
  static Map<String, List<Refusal>> byNode(
      List<Refusal> refusals, Set<Attributed> explained, TokenState tokens) {
    Map<String, List<Refusal>> all = new HashMap<>();
    for (Refusal one : refusals) {
      boolean expired = one.reason() == Reason.EXPIRED;
      if (explained.contains(one.attributed()) || (!expired && one.reason() != Reason.UNKNOWN)) {
        continue;
      }
      Optional<Lifetime> own = tokens.deadAt(one);
      if (own.filter(l -> expired || l.mortal()).isPresent()) {
        all.computeIfAbsent(own.get().node(), n -> new ArrayList<>()).add(one);
      }
      boolean doubtful = one.account().isEmpty() || one.attributed().sender().confidence() < SURE;
      boolean there = own.filter(l -> l.node().equals(one.node())).isPresent();
      if (doubtful && expired && !there && tokens.stalledOnNode(one).isPresent()) {
        all.computeIfAbsent(one.node(), n -> new ArrayList<>()).add(one);
      }
    }
    return all;
  }
}
