package io.tokentrail.report.html;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountRow;
import io.tokentrail.model.Failure;
import io.tokentrail.model.Finding;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ids on the page, and links to those that are really there. */
final class Anchors {

  private final Map<Object, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int requests;

  /** Ids of what the page shows; what it leaves out gets none. */
  Anchors(List<Finding> findings, List<LegacyToken> tokens, List<AccountRow> accounts) {
    findings.forEach(f -> add(f.id(), f.id()));
    tokens.forEach(
        t -> add(t.secret().ref(), "s-" + t.secret().namespace() + "-" + t.secret().name()));
    accounts.forEach(
        a -> add(a.account(), "a-" + a.account().namespace() + "-" + a.account().name()));
  }

  private void add(Object what, String wish) {
    String base = wish.matches("[A-Za-z][-A-Za-z0-9.]{0,300}") ? wish : "x-" + ids.size();
    String id = base;
    for (int i = 2; !taken.add(id); i++) {
      id = base + "." + i;
    }
    ids.putIfAbsent(what, id);
  }

  /** Gives a request's row the next id, {@code r1}, {@code r2}, and returns the link to it. */
  String request(Failure failure) {
    requests++;
    add(failure, "r" + requests);
    return link(failure);
  }

  /** Its id; empty where the page does not show it. */
  String id(Object what) {
    return ids.getOrDefault(what, "");
  }

  /** A link to it; empty where the page does not show it. */
  String link(Object what) {
    String id = id(what);
    return id.isEmpty() ? "" : "#" + id;
  }

  String link(Account account) {
    return link((Object) account);
  }

  String link(ObjectRef object) {
    return link((Object) object);
  }
}
