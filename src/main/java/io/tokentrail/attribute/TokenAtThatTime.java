package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Token;
import io.tokentrail.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a candidate's token was like at that moment. An account that is served all the while with a
 * living token did not get the 401s; one that falls silent when its token dies, and is served again
 * with the next, did.
 *
 * <p>Needs uses of this client that are told apart by credential (1.30 and later), and lifetimes
 * for who was due. Weighs what was proposed. Silent where the refused token is another than the one
 * that the account is served with (unrecognised, audience, signature).
 */
final class TokenAtThatTime implements ClientRung {

  private static final double DEAD_AND_QUIET = 3.5;
  private static final double QUIET = 2;
  private static final double ALIVE = -2.5;
  private static final double NOT_THERE = -1.5;

  /** Expired tokens pass for the leeway of 60 s and the success cache of 10 s (authentication). */
  static final Duration LEEWAY = Duration.ofSeconds(Token.LEEWAY_SECONDS - 2);

  private final Traces traces;
  private final Map<String, Lifetime> byCredential = new HashMap<>();

  TokenAtThatTime(Traces traces, List<Lifetime> all) {
    this.traces = traces;
    for (Lifetime lifetime : all) {
      if (!lifetime.credentialId().isEmpty()) {
        byCredential.put(lifetime.credentialId(), lifetime);
      }
    }
  }

  @Override
  public Rung of(List<Question> questions) {
    Map<Account, List<PodUses>> told = new HashMap<>();
    traces
        .podsOf(questions.get(0).failure().client())
        .forEach(
            (account, pods) ->
                told.put(
                    account,
                    pods.entrySet().stream()
                        .map(p -> new PodUses(p.getKey(), new Timeline(p.getValue())))
                        .toList()));
    return (question, candidates) -> climb(question, candidates, told);
  }

  /** One pod's uses of a client that are told apart by credential. */
  private record PodUses(String pod, Timeline uses) {}

  private void climb(Question question, Candidates candidates, Map<Account, List<PodUses>> told) {
    Reason reason = question.stated().reason();
    if (reason == Reason.UNRECOGNISED || reason == Reason.AUDIENCE || reason == Reason.SIGNATURE) {
      // another token than the one that it is served with
      return;
    }
    for (Account account : candidates.accounts()) {
      double weight = byUses(question, account, told.getOrDefault(account, List.of()));
      if (weight != 0) {
        candidates.weigh(
            account,
            weight,
            () ->
                Evidence.at(
                    question.failure().place(),
                    weight > 0
                        ? account + "'s token was dead or it was quiet then"
                        : account + "'s token was good then"));
      }
    }
  }

  /** What the account's uses at this client say, pod by pod; the pod that fits best counts. */
  private double byUses(Question question, Account account, List<PodUses> pods) {
    if (pods.isEmpty()) {
      return 0;
    }
    return pods.stream()
        .flatMap(pod -> ofPod(question, account, pod).stream())
        .max(Comparator.naturalOrder())
        .orElse(NOT_THERE);
  }

  /** Empty when the pod had not begun or had ended by then. */
  private Optional<Double> ofPod(Question question, Account account, PodUses pod) {
    Instant at = question.at();
    Timeline.Around around = pod.uses().at(at);
    if (around.during() > 0) {
      return Optional.of(ALIVE);
    }
    Optional<Use> next = around.after();
    boolean ranOn =
        next.isPresent()
            || traces.pods().named(account.namespace(), pod.pod()).stream()
                .anyMatch(p -> p.ranAt(at));
    if (around.before().isEmpty() || !ranOn) {
      return Optional.empty();
    }
    Use before = around.before().get();
    boolean expired = question.stated().reason() == Reason.EXPIRED;
    Lifetime lifetime = byCredential.get(before.credentialId());
    Optional<Instant> end = lifetime == null ? Optional.empty() : end(lifetime);
    if (expired && end.isPresent()) {
      return Optional.of(end.get().plus(LEEWAY).isAfter(at) ? ALIVE : DEAD_AND_QUIET);
    }
    Instant until = next.map(Use::firstAt).orElse(at);
    double gap = Duration.between(before.lastAt(), until).toMillis() / 1e3;
    double span = Math.max(1, Duration.between(before.firstAt(), before.lastAt()).toMillis() / 1e3);
    double missed = gap * before.requests() / span;
    return Optional.of(missed >= 5 ? QUIET : 0);
  }

  /** When a token stops to be accepted, leeway left out; empty when that is not known. */
  static Optional<Instant> end(Lifetime lifetime) {
    return lifetime.extended().orElse(false)
        ? Optional.of(lifetime.issuedAt().plusSeconds(Token.EXTENDED_TTL_SECONDS))
        : lifetime.expiresAt();
  }
}
