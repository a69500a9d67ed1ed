package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Asked;
import io.tokentrail.model.Client;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Method;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was asked for, against what each candidate asks for when it is served: a program that is
 * refused goes on asking for the same things. It tells equal agents behind one address apart.
 *
 * <p>An account's requests are taken as drawn from its own mix, seen in its accepted requests with
 * the same agent, or, with some probability, as something that it never asked for with success;
 * then only names tell ({@link WhatIsAsked}). The weight is the logarithm of how much likelier the
 * account is to ask for this than all accounts together are.
 */
final class Fingerprint implements Rung {

  /**
   * How often a refused program asks for what it was never seen to get: it starts, it logs in, it
   * renews a lease that the policy logs for nobody but strangers.
   */
  private static final double NEW_REQUEST = 0.25;

  /** The same where the refused token is another than the one that the account is served with. */
  private static final double OTHER_TOKEN = 0.7;

  /** So many 401s of a client that ask for nothing that an account gets are no chance. */
  private static final int FOREIGN_RUN = 6;

  /** What that takes from an account behind a shared address. */
  private static final double FOREIGN = -2;

  /** After so many requests half of what an account asks for has been seen. */
  private static final double HALF_KNOWN = 4;

  /** More than this no single request tells. */
  private static final double MOST = 20;

  private static final class Mix {
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
  private record Program(Account account, String name) {
    static Program of(Account account, String agent) {
      int end = 0;
      while (end < agent.length() && agent.charAt(end) != '/' && agent.charAt(end) != ' ') {
        end++;
      }
      return new Program(account, agent.substring(0, end));
    }
  }

  private record Repeated(Client client, Asked asked, double unseen) {}

  private final Traces traces;
  private final WhatIsAsked names;
  private final Map<Program, Mix> mixes = new HashMap<>();
  private final Mix everybody = new Mix();
  private final Map<Repeated, Map<Account, Double>> weights = new ConcurrentHashMap<>();
  private final Map<Client, Map<Asked, Integer>> refused = new HashMap<>();

  Fingerprint(Traces traces) {
    this.traces = traces;
    for (Failure failure : traces.facts().audit().failures()) {
      if (!failure.proxied()) {
        refused
            .computeIfAbsent(failure.client(), c -> new HashMap<>())
            .merge(Asked.of(failure), 1, Integer::sum);
      }
    }
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
  public void climb(Question question, Candidates candidates) {
    Asked asked = Asked.of(question.failure());
    // the same question comes again and again
    Map<Account, Double> known =
        weights.computeIfAbsent(
            new Repeated(question.failure().client(), asked, unseen(question)),
            k -> new ConcurrentHashMap<>());
    for (Account account : candidates.accounts()) {
      double weight = known.computeIfAbsent(account, a -> weight(question, a, asked));
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
    return Math.log((1 - unseen) * likelier + unseen * Math.exp(byName))
        + foreign(question, account, mix);
  }

  /**
   * A refused program asks for something new now and then, but not for new things alone: who asks
   * again and again, and never for what the account is known to ask for, is somebody else. On the
   * address of a pod of its own it is the account's all the same, and another token is for another
   * job.
   */
  private double foreign(Question question, Account account, Mix mix) {
    Client client = question.failure().client();
    boolean says = mix.complete && mix.all >= FOREIGN_RUN && !otherToken(question);
    if (!says || atHome(question, account)) {
      return 0;
    }
    Map<Asked, Integer> all = refused.getOrDefault(client, Map.of());
    int shown = 0;
    for (Map.Entry<Asked, Integer> one : all.entrySet()) {
      if (mix.counts.containsKey(one.getKey())) {
        return 0;
      }
      shown += traces.showsServed(one.getKey().verb()) ? one.getValue() : 0;
    }
    return shown < FOREIGN_RUN ? 0 : FOREIGN;
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
