package io.tokentrail.attribute;

import io.tokentrail.model.Client;
import io.tokentrail.model.Failure;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All 401s of one client, that is of one address and agent: what a 401 tells of its sender. They
 * are judged together and without those of any other.
 */
public final class Questions implements Serializable {

  private static final long serialVersionUID = 1;

  /** A client that was quiet for this long begins a new run of 401s. */
  private static final Duration RUN_ENDS = Duration.ofMinutes(5);

  private final List<Question> all = new ArrayList<>();

  private Questions() {}

  /**
   * Puts 401s to their clients.
   *
   * @param failures refusals of API servers, in time order
   * @param stated what the servers said of them
   * @return by client, in the order of their first 401s; each client's in time order
   */
  static Map<Client, Questions> byClient(List<Failure> failures, Map<Failure, Stated> stated) {
    Map<Client, Questions> clients = new LinkedHashMap<>();
    for (Failure failure : failures) {
      clients
          .computeIfAbsent(failure.client(), c -> new Questions())
          .add(failure, stated.getOrDefault(failure, Stated.NOTHING));
    }
    return clients;
  }

  private void add(Failure failure, Stated stated) {
    Question before = all.isEmpty() ? null : all.get(all.size() - 1);
    Instant at = failure.receivedAt();
    boolean goesOn = before != null && !before.at().plus(RUN_ENDS).isBefore(at);
    all.add(new Question(failure, stated, goesOn ? before.onset() : at));
  }

  /** How many 401s. */
  public int size() {
    return all.size();
  }

  List<Question> all() {
    return all;
  }
}
