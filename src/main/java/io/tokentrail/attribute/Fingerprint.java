package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Asked;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for, against what each candidate asks for when it is served: a program that is
 * refused goes on asking for the same things. It tells equal agents behind one address apart.
 *
 * <p>An account's requests are taken as drawn from its own mix, seen in its accepted requests with
 * the same agent, or, with some probability, as something that it never asked for with success;
 * then only names tell ({@link WhatIsAsked}). The weight is the logarithm of how much likelier the
 * account is to ask for this than all accounts together are.
 */
final class Fingerprint implements ClientRung {

  /**
   * How often a refused program asks for what it was never seen to get: it starts, it logs in, it
   * renews a lease that the policy logs for nobody but strangers.
   */
  private static final double NEW_REQUEST = 0.25;

  /** The same where the refused token is another than the one that the account is served with. */
  private static final double OTHER_TOKEN = 0.7;

  /** So many 401s of a client that ask for nothing that an account gets are no chance. */
  private static final int FOREIGN_RUN = 6;

  /** What that takes from an account: half of so many new requests count as independent. */
  private static final double FOREIGN = FOREIGN_RUN / 2.0 * Math.log(NEW_REQUEST);

  /** After so many requests half of what an account asks for has been seen. */
  private static final double HALF_KNOWN = 4;

  /** More than this no single request tells. */
  private static final double MOST = 20;

  private static final class Mix implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<Asked, Long> counts = new HashMap<>();
    private long all;
    private boolean complete = true;
    private Place place;

    void add(Use use) {
      complete &= use.askedAll();
      all += use.requests();
      place = place == null ? use.firstPlace() : place;
      use.asked().forEach(a -> counts.merge(a.once(), a.requests(), Long::sum));
    }
  }

  /** What sends for an account: the agent's first word, so that versions are one program. */
  private record Program(Account account, String name) implements Serializable {
    static Program of(Account account, String agent) {
      int end = 0;
      while (end < agent.length() && agent.charAt(end) != '/' && agent.charAt(end) != ' ') {
        end++;
      }
      return new Program(account, agent.substring(0, end));
    }
  }

  /** A question that comes again and again of one client. */
  private record Repeated(Asked asked, double unseen) {}

  private final Traces traces;
  private final WhatIsAsked names;
  private final Map<Program, Mix> mixes = new HashMap<>();
  private final Mix everybody = new Mix();

  Fingerprint(Traces traces) {
    this.traces = traces;
    names = new WhatIsAsked(traces);
    for (Use use : traces.facts().audit().uses()) {
      Account.ofUsername(use.username())
          .ifPresent(
              account -> {
                mixes
                    .computeIfAbsent(Program.of(account, use.client().userAgent()), p -> new Mix())
                    .add(use);
                everybody.add(use);
              });
    }
  }

  @Override
  public Rung of(List<Question> questions) {
    Map<Repeated, Map<Account, Double>> known = new HashMap<>();
    Map<Asked, Integer> all = new HashMap<>();
    questions.forEach(q -> all.merge(Asked.of(q.failure()), 1, Integer::sum));
    Map<Account, Boolean> strange = new HashMap<>();
    return (question, candidates) -> {
      climb(question, candidates, known);
      for (Account account : candidates.accounts()) {
        if (strange.computeIfAbsent(account, a -> asksForOtherThings(a, question, all))
            && !otherToken(question)
            && !atHome(question, account)) {
          candidates.weigh(
              account,
              FOREIGN,
              () ->
                  Evidence.at(
                      question.failure().place(),
                      "never asks for anything that " + account + " is served"));
        }
      }
    };
  }

  private void climb(
      Question question, Candidates candidates, Map<Repeated, Map<Account, Double>> known) {
    Asked asked = Asked.of(question.failure());
    Map<Account, Double> weights =
        known.computeIfAbsent(new Repeated(asked, unseen(question)), k -> new HashMap<>());
    for (Account account : candidates.accounts()) {
      double weight = weights.computeIfAbsent(account, a -> weight(question, a, asked));
      if (weight != 0) {
        candidates.add(
            account, weight, Method.FINGERPRINT, () -> evidence(question, account, asked));
      }
    }
  }

  private Evidence evidence(Question question, Account account, Asked asked) {
    Mix mix = mixes.get(Program.of(account, question.agent()));
    return mix != null && mix.counts.containsKey(asked)
        ? Evidence.at(mix.place, account + " asks for the same when it is served")
        : Evidence.at(question.failure().place(), "what was asked for");
  }

  private double weight(Question question, Account account, Asked asked) {
    double byName = names.weight(question, account);
    Mix mix = mixes.get(Program.of(account, question.agent()));
    if (mix == null || mix.counts.isEmpty() || !traces.showsServed(asked.verb())) {
      return byName;
    }
    long times = mix.counts.getOrDefault(asked, 0L);
    if (times == 0 && !mix.complete) {
      return byName;
    }
    double usual = (everybody.counts.getOrDefault(asked, 0L) + 1.0) / (everybody.all + 1.0);
    double likelier = Math.min(MOST, times / (double) mix.all / usual);
    double unseen = Math.max(unseen(question), HALF_KNOWN / (HALF_KNOWN + mix.all));
    return Math.log((1 - unseen) * likelier + unseen * Math.exp(byName));
  }

  /**
   * A refused program asks for something new now and then, but not for new things alone: who asks
   * again and again, and never for what the account is known to ask for, is somebody else. On the
   * address of a pod of its own it is the account's all the same, and another token is for another
   * job.
   */
  private boolean asksForOtherThings(
      Account account, Question question, Map<Asked, Integer> refused) {
    Mix mix = mixes.get(Program.of(account, question.agent()));
    if (mix == null || !mix.complete || mix.all < FOREIGN_RUN) {
      return false;
    }
    int shown = 0;
    for (Map.Entry<Asked, Integer> one : refused.entrySet()) {
      if (mix.counts.containsKey(one.getKey())) {
        return false;
      }
      shown += traces.showsServed(one.getKey().verb()) ? one.getValue() : 0;
    }
    return shown >= FOREIGN_RUN;
  }

  private boolean atHome(Question question, Account account) {
    return traces.pods().withAddress(question.ip()).stream()
        .anyMatch(p -> p.account().filter(account::equals).isPresent() && p.ranAt(question.at()));
  }

  private static double unseen(Question question) {
    return otherToken(question) ? OTHER_TOKEN : NEW_REQUEST;
  }

  private static boolean otherToken(Question question) {
    Reason reason = question.stated().reason();
    return reason == Reason.UNRECOGNISED || reason == Reason.AUDIENCE || reason == Reason.SIGNATURE;
  }
}
