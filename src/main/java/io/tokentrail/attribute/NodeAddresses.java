package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.PodLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The address is shared: a node's, by its kubelet, its host-network pods and, behind address
 * translation, all its pods; or that of a way out of several nodes. Only an agent that is a pod's
 * own, by name or by being used elsewhere by the same account, makes a candidate, and an account
 * that holds a token there and was never served, of which no agent is known.
 *
 * <p>Where somebody was seen with this address and agent ({@link SameClient}), the others that may
 * be there unseen count against it: as much as their agent is common, and as far as one may hold a
 * token, send, and never be seen served.
 */
final class NodeAddresses implements ClientRung {

  /** Odds for accounts that use this agent elsewhere, or are called like it. */
  private static final double AGENT = 4;

  /** Odds for accounts that hold a token and were never served with it, by agents of no program. */
  private static final double SILENT = 1;

  /**
   * How likely a token's holder sends from here without ever being seen served here: its token was
   * dead before the log began.
   */
  private static final double UNSEEN = 0.05;

  /** The same where the server's words are not known. */
  private static final double UNSEEN_UNTOLD = 0.15;

  /** The same where the refused token is another than the one that accounts are served with. */
  private static final double UNSEEN_OTHER_TOKEN = 0.5;

  /** More accounts than this are counted, not named one by one. */
  private static final int MOST_NAMED = 200;

  /** Shorter names are alike by chance. */
  private static final int LEAST_NAME = 3;

  private final Traces traces;

  NodeAddresses(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Rung of(List<Question> questions) {
    Question first = questions.get(0);
    if (!traces.shared(first.ip())) {
      return (question, candidates) -> {};
    }
    String node = traces.nodeAt(first.ip());
    if (node.isEmpty()) {
      Wayout wayOut = wayOut(first);
      return (question, candidates) -> atWayOut(question, candidates, wayOut);
    }
    return (question, candidates) -> atNode(question, candidates, node);
  }

  /**
   * Who may send through a way out of several nodes, which is everybody.
   *
   * @param silent how many accounts hold a token and were never served
   * @param own those who use the agent elsewhere or are called like it
   */
  private record Wayout(int silent, List<Account> own) {}

  private Wayout wayOut(Question question) {
    Set<Account> here = traces.servedTo(question.failure().client());
    SortedSet<Account> elsewhere = traces.withAgent(question.agent());
    String program = squeezed(question.agent());
    int silent = 0;
    List<Account> own = new ArrayList<>();
    for (Account account : traces.holders()) {
      boolean usesIt = elsewhere.contains(account) || alike(program, squeezed(account.name()));
      if (usesIt && !here.contains(account)) {
        own.add(account);
      } else if (!traces.served(account)) {
        silent++;
      }
    }
    return new Wayout(silent, own);
  }

  private void atWayOut(Question question, Candidates candidates, Wayout wayOut) {
    Set<Account> here = traces.servedTo(question.failure().client());
    double unseen = here.isEmpty() ? 1 : SameClient.ODDS * unseen(question);
    boolean anybodys = program(question.agent()).isEmpty();
    double among = Math.max(1, here.isEmpty() ? wayOut.own().size() : here.size());
    if (anybodys || !here.isEmpty()) {
      double each = here.isEmpty() ? SILENT : AGENT * unseen * traces.shareOf(question.agent());
      candidates.others(wayOut.silent() * each / among);
    }
    if (wayOut.own().size() > MOST_NAMED) {
      candidates.others(wayOut.own().size() * AGENT * unseen / among);
      return;
    }
    for (Account account : wayOut.own()) {
      candidates.add(
          account,
          Math.log(AGENT * unseen / among),
          Method.FINGERPRINT,
          () -> evidence(question, "", account, true));
    }
    for (Account account : here) {
      candidates.weigh(
          account, Math.log(AGENT / among), () -> evidence(question, "", account, true));
    }
  }

  private void atNode(Question question, Candidates candidates, String node) {
    candidates.node(node);
    Set<Account> here = traces.servedTo(question.failure().client());
    SortedSet<Account> elsewhere = traces.withAgent(question.agent());
    List<PodLife> pods =
        traces.pods().onNode(node).stream()
            .filter(p -> p.account().isPresent() && p.mayHaveRunAt(question.at()))
            .toList();
    String program = squeezed(question.agent());
    SortedSet<Account> behind = new TreeSet<>(traces.behind(node, question.at()));
    SortedSet<Account> called = new TreeSet<>();
    for (PodLife pod : pods) {
      behind.add(pod.account().orElseThrow());
      if (alike(program, squeezed(pod.name()))) {
        called.add(pod.account().orElseThrow());
      }
    }
    SortedMap<Account, Double> odds = new TreeMap<>();
    double unseen = AGENT * SameClient.ODDS * unseen(question);
    double common = traces.shareOf(question.agent());
    boolean anybodys = program(question.agent()).isEmpty();
    for (Account account : behind) {
      boolean own =
          called.contains(account)
              || alike(program, squeezed(account.name()))
              || elsewhere.contains(account);
      boolean silent = !traces.served(account) && traces.holdsToken(account);
      if (here.contains(account)) {
        odds.put(account, AGENT);
      } else if (!here.isEmpty()) {
        double mine = own ? unseen : silent ? unseen * common : 0;
        if (mine > 0) {
          odds.put(account, mine);
        }
      } else if (own || (silent && anybodys)) {
        odds.put(account, own ? AGENT : SILENT);
      }
    }
    // those who are not known to be here take nothing from each other
    double among = here.isEmpty() ? odds.size() : here.size();
    odds.forEach(
        (account, mine) ->
            candidates.add(
                account,
                Math.log(mine / among),
                Method.FINGERPRINT,
                () -> evidence(question, node, account, mine >= AGENT)));
    for (PodLife pod : pods) {
      candidates.pod(pod.account().orElseThrow(), pod.name(), pod.ranAt(question.at()) ? 0.5 : 0);
    }
  }

  private double unseen(Question question) {
    if (!traces.showsServed(question.failure().verb())) {
      return 1;
    }
    return switch (question.stated().reason()) {
      case UNRECOGNISED, AUDIENCE, SIGNATURE, INVALIDATED, SECRET_GONE -> UNSEEN_OTHER_TOKEN;
      case UNKNOWN -> UNSEEN_UNTOLD;
      default -> UNSEEN;
    };
  }

  private static Evidence evidence(
      Question question, String node, Account account, boolean usesIt) {
    String what =
        usesIt
            ? "pods of " + account + " run on it and use such an agent"
            : account + " holds a token there";
    return node.isEmpty()
        ? Evidence.at(question.failure().place(), what)
        : Evidence.object(new ObjectRef("Node", "", node), what);
  }

  /** Whether a program and a pod or account are called alike: one name begins with the other. */
  private static boolean alike(String program, String name) {
    return Math.min(program.length(), name.length()) >= LEAST_NAME
        && (program.startsWith(name) || name.startsWith(program));
  }

  /** The agent's or a name's first word, letters and digits alone: PrometheusOperator/0.73.2. */
  private static String squeezed(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && text.charAt(i) != '/' && text.charAt(i) != ' '; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        out.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return out.toString();
  }

  /** The program's name in a client-go agent, {@code NAME/VERSION (OS/ARCH) ...}. */
  static String program(String agent) {
    int slash = agent.indexOf('/');
    String name = slash > 0 ? agent.substring(0, slash) : "";
    return agent.contains("kubernetes/") ? name.toLowerCase(Locale.ROOT) : "";
  }
}
