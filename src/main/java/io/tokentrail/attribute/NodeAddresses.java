package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Method;
import io.tokentrail.model.ObjectRef;
import io.tokentrail.model.PodLife;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
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
    return new AtNode(node, first);
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

  /** One client at a node's address; what does not change from 401 to 401 is found out once. */
  private final class AtNode implements Rung {

    /** A pod of the node. */
    private record Neighbour(PodLife pod, Account account, boolean calledLikeIt) {}

    /** What is known of an account: whether the agent is its own, whether it is never served. */
    private record Known(boolean own, boolean silent) {}

    private final String node;
    private final String program;
    private final boolean anybodys;
    private final double common;
    private final Set<Account> here;
    private final SortedSet<Account> elsewhere;
    private final List<Neighbour> pods;
    private final Map<Account, Known> known = new HashMap<>();

    AtNode(String node, Question first) {
      this.node = node;
      program = squeezed(first.agent());
      anybodys = program(first.agent()).isEmpty();
      common = traces.shareOf(first.agent());
      here = traces.servedTo(first.failure().client());
      elsewhere = traces.withAgent(first.agent());
      pods =
          traces.pods().onNode(node).stream()
              .filter(p -> p.account().isPresent())
              .map(
                  p ->
                      new Neighbour(
                          p, p.account().orElseThrow(), alike(program, squeezed(p.name()))))
              .toList();
    }

    @Override
    public void climb(Question question, Candidates candidates) {
      candidates.node(node);
      List<Neighbour> now = pods.stream().filter(p -> p.pod().mayHaveRunAt(question.at())).toList();
      SortedSet<Account> behind = new TreeSet<>(traces.behind(node, question.at()));
      Set<Account> called = new HashSet<>();
      for (Neighbour pod : now) {
        behind.add(pod.account());
        if (pod.calledLikeIt()) {
          called.add(pod.account());
        }
      }
      Map<Account, Double> odds = odds(question, behind, called);
      // those who are not known to be here take nothing from each other
      double among = here.isEmpty() ? odds.size() : here.size();
      odds.forEach(
          (account, mine) ->
              candidates.add(
                  account,
                  Math.log(mine / among),
                  Method.FINGERPRINT,
                  () -> evidence(question, node, account, mine >= AGENT)));
      for (Neighbour pod : now) {
        candidates.pod(pod.account(), pod.pod().name(), pod.pod().ranAt(question.at()) ? 0.5 : 0);
      }
    }

    private Map<Account, Double> odds(
        Question question, SortedSet<Account> behind, Set<Account> called) {
      Map<Account, Double> odds = new LinkedHashMap<>();
      double unseen = AGENT * SameClient.ODDS * unseen(question);
      for (Account account : behind) {
        Known of = known.computeIfAbsent(account, this::known);
        boolean own = of.own() || called.contains(account);
        if (here.contains(account)) {
          odds.put(account, AGENT);
        } else if (!here.isEmpty()) {
          double mine = own ? unseen : of.silent() ? unseen * common : 0;
          if (mine > 0) {
            odds.put(account, mine);
          }
        } else if (own || (of.silent() && anybodys)) {
          odds.put(account, own ? AGENT : SILENT);
        }
      }
      return odds;
    }

    private Known known(Account account) {
      return new Known(
          alike(program, squeezed(account.name())) || elsewhere.contains(account),
          !traces.served(account) && traces.holdsToken(account));
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
