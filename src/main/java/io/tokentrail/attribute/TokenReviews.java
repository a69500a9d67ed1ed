package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * TokenReviews: webhooks, aggregated API servers and proxies ask the API server whose a token is
 * (tokenreview/storage.go). A review that refused an account's token shows that the account goes
 * about with a dead one; a 401 on {@code tokenreviews} itself is the reviewer's, never the
 * reviewed.
 *
 * <p>Needs reviews whose bodies are in the log (level RequestResponse). Raises candidates whose
 * token a review refused, for the same reason as far as that is known, shortly before or after; of
 * 401s on {@code tokenreviews}, raises accounts that review and lowers the others. Silent where the
 * outcome was not logged.
 */
final class TokenReviews implements Rung {

  private static final double REFUSED = 2;
  private static final double REVIEWS = 2;
  private static final double DOES_NOT_REVIEW = -2;

  private static final Duration AROUND = Duration.ofMinutes(10);

  private final Map<Account, List<Review>> refused = new HashMap<>();
  private final Set<Account> reviewers = new HashSet<>();

  TokenReviews(Traces traces) {
    for (Review review : traces.facts().audit().reviews()) {
      Account.ofUsername(review.reviewer()).ifPresent(reviewers::add);
      if (!review.error().isEmpty()) {
        Account.ofUsername(review.subject())
            .ifPresent(a -> refused.computeIfAbsent(a, k -> new ArrayList<>()).add(review));
      }
    }
  }

  @Override
  public void climb(Question question, Candidates candidates) {
    if (question.failure().target().resource().equals("tokenreviews")) {
      Evidence evidence = Evidence.at(question.failure().place(), "a review's own credential");
      for (Account account : candidates.accounts()) {
        boolean reviews = reviewers.contains(account);
        candidates.add(
            account, reviews ? REVIEWS : DOES_NOT_REVIEW, Method.FINGERPRINT, () -> evidence);
      }
      return;
    }
    Instant from = question.at().minus(AROUND);
    Instant to = question.at().plus(AROUND);
    for (Account account : candidates.accounts()) {
      Optional<Review> review =
          refused.getOrDefault(account, List.of()).stream()
              .filter(r -> !r.at().isBefore(from) && !r.at().isAfter(to))
              .filter(r -> fits(question.stated().reason(), r.error()))
              .findFirst();
      review.ifPresent(
          r ->
              candidates.add(
                  account,
                  REFUSED,
                  Method.TOKEN_REVIEW,
                  () -> Evidence.at(r.place(), "a TokenReview refused a token of " + account)));
    }
  }

  /** Whether a review's error may be the same as the server's reason (claims.go, legacy.go). */
  private static boolean fits(Reason reason, String error) {
    return switch (reason) {
      case UNKNOWN -> true;
      case EXPIRED -> error.contains("expired");
      case AUDIENCE -> error.contains("audience");
      case INVALIDATED -> error.contains("marked invalid");
      case BOUND_OBJECT_GONE, SECRET_GONE -> error.contains("invalidated");
      case UID_MISMATCH -> error.contains("does not match");
      case SERVICE_ACCOUNT_GONE -> error.contains("not found") || error.contains("deleted");
      case SIGNATURE -> error.contains("signature") || error.contains("cryptographic");
      case NOT_YET_VALID -> error.contains("not valid yet") || error.contains("in the future");
      default -> false;
    };
  }
}
