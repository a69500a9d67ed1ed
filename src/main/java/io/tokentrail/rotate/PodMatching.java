package io.tokentrail.rotate;

import io.tokentrail.model.PodLife;
import io.tokentrail.model.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives one kubelet's token requests for one account to its pods' token volumes. At Metadata level
 * a request says neither pod nor lifetime; but each volume's requests come at a known age of its
 * last token, and a pod's first ones when it is created. Requests are taken in time order, each by
 * the volume that it fits best.
 */
final class PodMatching {

  /** A pod's volumes are mounted within this time of its creation, as a rule. */
  private static final double MOUNT_SECONDS = 120;

  /** A fit this much worse than the best is no rival. */
  private static final double MARGIN = 0.6;

  /** Seconds within which no volume gets two tokens. */
  private static final long TWICE = 30;

  /** Requests this close to each other are of one mount of a pod's volumes. */
  private static final long MOMENT_MILLIS = 2000;

  /** A fit worse than this is none. */
  private static final double HOPELESS = 50;

  /** One token volume of one pod, and the tokens that it got. */
  static final class Slot {
    private final PodLife pod;
    private final Optional<TokenSource> source;
    private final List<Grant> grants = new ArrayList<>();
    private boolean certain = true;

    Slot(PodLife pod, Optional<TokenSource> source) {
      this.pod = pod;
      this.source = source;
    }

    PodLife pod() {
      return pod;
    }

    Optional<TokenSource> source() {
      return source;
    }

    List<Grant> grants() {
      return grants;
    }

    /** Whether the tokens are this pod's for sure; else only that they are one volume's. */
    boolean certain() {
      return certain;
    }

    private Optional<Duration> ttl() {
      return source.map(TokenSource::ttl);
    }

    private void add(Grant grant) {
      grants.add(grant);
      grants.sort(Comparator.comparing(Grant::grantedAt).thenComparing(Grant::credentialId));
    }

    /** The last one before a time. */
    private Optional<Grant> before(Instant time) {
      Grant found = null;
      for (Grant grant : grants) {
        found = grant.grantedAt().isAfter(time) ? found : grant;
      }
      return Optional.ofNullable(found);
    }

    /** Whether it got one within half a minute. */
    private boolean near(Instant time) {
      return grants.stream()
          .anyMatch(g -> Math.abs(Duration.between(g.grantedAt(), time).toSeconds()) < TWICE);
    }
  }

  private final List<Slot> slots;
  private final Instant inputStart;
  private final Predicate<Instant> restart;
  private final List<Grant> leftOver = new ArrayList<>();

  PodMatching(List<Slot> slots, Instant inputStart, Predicate<Instant> restart) {
    this.slots = slots;
    this.inputStart = inputStart;
    this.restart = restart;
  }

  /** Requests that fit no volume. */
  List<Grant> leftOver() {
    return leftOver;
  }

  /** Takes the requests of one node and account, in time order. */
  void take(List<Grant> grants) {
    List<Grant> sorted = ordered(grants);
    // those whose pod is told first, so that no other takes their place
    sorted.stream().filter(g -> !g.pod().isEmpty()).forEach(this::take);
    sorted.stream().filter(g -> g.pod().isEmpty()).forEach(this::take);
  }

  /**
   * In time order; of those of one moment first what the API server accepted, since only a volume
   * of its own audience can have got it.
   */
  private static List<Grant> ordered(List<Grant> grants) {
    List<Grant> sorted =
        new ArrayList<>(
            grants.stream()
                .sorted(Comparator.comparing(Grant::grantedAt).thenComparing(Grant::credentialId))
                .toList());
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      boolean apart =
          i == sorted.size()
              || Duration.between(sorted.get(i - 1).grantedAt(), sorted.get(i).grantedAt())
                      .toMillis()
                  > MOMENT_MILLIS;
      if (apart) {
        sorted.subList(first, i).sort(Comparator.comparing(g -> !g.accepted()));
        first = i;
      }
    }
    return sorted;
  }

  private void take(Grant grant) {
    record Fit(Slot slot, double cost) {}
    List<Fit> fits =
        slots.stream()
            .filter(s -> possible(s, grant))
            .map(s -> new Fit(s, cost(s, grant)))
            .sorted(Comparator.comparingDouble(Fit::cost))
            .toList();
    if (fits.isEmpty() || fits.get(0).cost() >= HOPELESS) {
      leftOver.add(grant);
      return;
    }
    Fit best = fits.get(0);
    boolean told = !grant.pod().isEmpty();
    boolean rival =
        fits.stream()
            .anyMatch(
                f -> f.cost() <= best.cost() + MARGIN && !f.slot().pod().equals(best.slot().pod()));
    if (!told && rival) {
      best.slot().certain = false;
      fits.stream()
          .filter(f -> f.cost() <= best.cost() + MARGIN)
          .forEach(f -> f.slot().certain = false);
    }
    best.slot().add(grant);
  }

  private boolean possible(Slot slot, Grant grant) {
    boolean samePod =
        grant.pod().isEmpty()
            || (grant.pod().equals(slot.pod().name())
                && (grant.podUid().isEmpty()
                    || slot.pod().uid().isEmpty()
                    || grant.podUid().equals(slot.pod().uid())));
    boolean sameSource =
        !grant.told()
            || slot.source().isEmpty()
            || (grant.audience().equals(slot.source().get().audience())
                && grant.ttl().map(t -> t.equals(slot.source().get().ttl())).orElse(true));
    boolean ownAudience =
        !grant.accepted()
            || grant.told()
            || slot.source().map(TokenSource::audience).map(String::isEmpty).orElse(true)
            || noOwnVolume(slot.pod());
    return samePod && sameSource && ownAudience && ran(slot.pod(), grant.grantedAt());
  }

  /**
   * Whether all of a pod's tokens are for audiences that it names: what the API server accepted is
   * one of them then, since that has several (--api-audiences).
   */
  private boolean noOwnVolume(PodLife pod) {
    return slots.stream()
        .filter(s -> s.pod().equals(pod))
        .noneMatch(s -> s.source().map(TokenSource::audience).map(String::isEmpty).orElse(true));
  }

  /** Whether the pod may have run then; its creation is stamped by another clock. */
  private static boolean ran(PodLife pod, Instant time) {
    return pod.mayHaveRunAt(time) || pod.mayHaveRunAt(time.plusSeconds(5));
  }

  /** How badly a request fits a volume: near 0 when it comes when one is expected. */
  private double cost(Slot slot, Grant grant) {
    if (slot.near(grant.grantedAt())) {
      return HOPELESS;
    }
    Optional<Grant> last = slot.before(grant.grantedAt());
    if (last.isPresent()) {
      double age = seconds(last.get().issuedAt(), grant.grantedAt());
      if (slot.ttl().isEmpty()) {
        return 3;
      }
      double due = Rotation.dueAge(slot.ttl().get()).toMillis() / 1e3;
      double early = due - Rotation.JITTER.toSeconds() - 1 - age;
      if (early > 0) {
        // kubelet asks early only when it has forgotten all tokens: then for every pod at once
        boolean plausible = !grant.pod().isEmpty() || restart.test(grant.grantedAt());
        return plausible ? 8 + early / due : HOPELESS;
      }
      double late = age - due - Rotation.SYNC_SLACK.toSeconds();
      return late <= 0 ? 0.2 : 1 + Math.min(3, late / due);
    }
    Instant created = slot.pod().createdAt().orElse(slot.pod().firstProof());
    double since = seconds(created, grant.grantedAt());
    if (since <= MOUNT_SECONDS) {
      return 0.1 + Math.max(0, since) / MOUNT_SECONDS / 2;
    }
    double firstDue =
        slot.ttl().map(t -> Rotation.dueAge(t).toMillis() / 1e3).orElse(3600.0)
            + Rotation.SYNC_SLACK.toSeconds();
    boolean ranBefore = created.isBefore(inputStart);
    boolean withinFirst = seconds(inputStart, grant.grantedAt()) <= firstDue;
    return ranBefore && withinFirst ? 0.8 : 5;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
