package io.tokentrail.diagnose;

import io.tokentrail.model.Client;
import io.tokentrail.model.ClientLibrary;
import io.tokentrail.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What agent strings tell of client libraries, put into evidence and remedies. */
final class Libraries {

  private Libraries() {}

  /** The first 401 of each library that is named: evidence where its version tells the fault. */
  static List<Evidence> told(Collection<Refusal> refusals) {
    List<Evidence> all = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    for (Refusal refusal : refusals) {
      Optional<ClientLibrary.Told> told =
          ClientLibrary.of(refusal.agent()).filter(t -> !t.version().isEmpty());
      if (told.isPresent() && seen.add(told.get().says())) {
        all.add(Evidence.at(refusal.attributed().failure().place(), told.get().says()));
      }
    }
    return all.stream().limit(2).toList();
  }

  /** {@code : the Kubernetes Python client 11.0.0, which ...}, or nothing. */
  static String after(Client client) {
    return ClientLibrary.of(client.userAgent())
        .filter(t -> !t.version().isEmpty())
        .map(t -> ": " + t.says())
        .orElse("");
  }

  /** What to upgrade, as far as the agents tell; else the list of versions to compare with. */
  static String upgrade(Collection<String> agents) {
    TreeSet<String> old = new TreeSet<>();
    TreeSet<String> kept = new TreeSet<>();
    TreeSet<String> named = new TreeSet<>();
    for (String agent : agents) {
      Optional<ClientLibrary.Told> told = ClientLibrary.of(agent);
      if (told.isPresent()) {
        ClientLibrary library = told.get().client();
        Optional<Boolean> rereads = told.get().rereads();
        if (rereads.isEmpty()) {
          named.add(library.title() + " to " + library.since() + " or later");
        } else if (rereads.get()) {
          kept.add(library.title() + " " + told.get().version());
        } else {
          old.add(
              library.title()
                  + " from "
                  + told.get().version()
                  + " to "
                  + library.since()
                  + " or later");
        }
      }
    }
    if (!old.isEmpty()) {
      return "upgrade " + Wording.some(old);
    }
    if (!kept.isEmpty() && named.isEmpty()) {
      return Wording.some(kept)
          + " re-reads the file: look for a copy of the token in the program's own code or"
          + " environment";
    }
    return named.isEmpty()
        ? "upgrade the client library to one that re-reads the file ("
            + ClientLibrary.versions()
            + " or later)"
        : "upgrade " + Wording.some(named) + " (and let the program keep no copy of the token)";
  }
}
