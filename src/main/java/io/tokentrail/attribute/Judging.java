package io.tokentrail.attribute;

import io.tokentrail.model.Sender;
import java.util.List;

/** Where clients' 401s are judged: it changes how long that takes, never what comes of it. */
public interface Judging {

  /** Here, by as many threads as the machine has. */
  Judging HERE = (ladder, clients) -> clients.parallelStream().map(ladder::senders).toList();

  /**
   * Judges each client's 401s by {@link Ladder#senders}.
   *
   * @return the senders of each client's 401s, in the order of clients
   */
  List<List<Sender>> judge(Ladder ladder, List<Questions> clients);
}
