package io.tokentrail.attribute;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Scene;
import io.tokentrail.rotate.Lifetimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds of every log, whoever is in it. */
class AttributionLawsTest {

  private static final List<String> AGENTS =
      List.of("okhttp/4.12.0", "Go-http-client/2.0", "python-requests/2.32.3");

  private static final List<String> NAMES =
      List.of("qa/wren", "qb/lark", "qc/finch", "qd/swift", "qe/heron");

  /** The same accounts under other names. */
  private static String renamed(String account) {
    return switch (account) {
      case "qa/wren" -> "xc/maple";
      case "qb/lark" -> "xa/alder";
      case "qc/finch" -> "xe/birch";
      case "qd/swift" -> "xb/hazel";
      case "qe/heron" -> "xd/cedar";
      default -> account;
    };
  }

  /** A story of a few pods on two nodes, some behind their node's address, and who was refused. */
  private static List<Consumer<Scene>> story(int seed, UnaryOperator<String> called) {
    Random random = new Random(seed);
    List<Consumer<Scene>> steps = new ArrayList<>();
    steps.add(s -> s.node("worker-a", "192.0.2.11").node("worker-b", "192.0.2.12"));
    for (int i = 0; i < NAMES.size(); i++) {
      String account = called.apply(NAMES.get(i));
      String namespace = account.substring(0, account.indexOf('/'));
      String agent = AGENTS.get(random.nextInt(AGENTS.size()));
      int number = random.nextInt(2);
      String node = number == 0 ? "worker-a" : "worker-b";
      boolean behind = random.nextBoolean();
      String own = "10.244." + (number + 1) + "." + (20 + i);
      String seen = behind ? "192.0.2." + (11 + number) : own;
      double died = 2000 + random.nextInt(4000);
      long requests = 50L + random.nextInt(200);
      String pod = "p" + i;
      steps.add(s -> s.pod(account, pod, node, own, -900, 3607));
      if (random.nextInt(5) > 0) {
        steps.add(
            s ->
                s.served(
                    account,
                    seen,
                    agent,
                    0,
                    died,
                    Scene.asked("get", namespace, "pods", requests)));
      }
      int refusals = random.nextInt(6);
      for (int k = 0; k < refusals; k++) {
        double at = died + 30 * (k + 1) + i / 10.0; // no two accounts at the same moment
        steps.add(s -> s.refused(at, seen, agent, namespace, "pods"));
      }
    }
    return steps;
  }

  /** By moment, address and agent, which tell 401s apart here, who was named and how surely. */
  private static SortedMap<String, String> said(List<Consumer<Scene>> steps) {
    Scene scene = new Scene();
    steps.forEach(s -> s.accept(scene));
    Facts facts = scene.facts();
    SortedMap<String, String> out = new TreeMap<>();
    for (Attributed a : Attribution.of(facts, Lifetimes.of(facts))) {
      out.put(
          a.failure().receivedAt() + " " + a.failure().client(),
          a.sender().account().map(Object::toString).orElse("nobody")
              + " "
              + a.sender().confidence());
    }
    return out;
  }

  @Test
  void theOrderInWhichThingsAreToldDoesNotMatter() {
    qt().forAll(integers().between(0, 1 << 20))
        .check(
            seed -> {
              List<Consumer<Scene>> steps = story(seed, n -> n);
              List<Consumer<Scene>> shuffled = new ArrayList<>(steps);
              Collections.shuffle(shuffled, new Random(seed + 1L));
              return said(steps).equals(said(shuffled));
            });
  }

  @Test
  void otherNamesForTheSameAccountsGiveTheSameAnswer() {
    qt().forAll(integers().between(0, 1 << 20))
        .check(
            seed -> {
              SortedMap<String, String> other = said(story(seed, AttributionLawsTest::renamed));
              SortedMap<String, String> wanted = said(story(seed, n -> n));
              wanted.replaceAll(
                  (at, who) -> {
                    String name = who.substring(0, who.indexOf(' '));
                    return renamed(name) + who.substring(name.length());
                  });
              return other.equals(wanted);
            });
  }

  @Test
  void aSenderWithNothingInCommonChangesNobodysName() {
    qt().forAll(integers().between(0, 1 << 20))
        .check(
            seed -> {
              List<Consumer<Scene>> steps = story(seed, n -> n);
              SortedMap<String, String> before = said(steps);
              steps.add(
                  s ->
                      s.pod("zz/owl", "owl-1", "worker-c", "10.244.9.9", -900, 3607)
                          .served(
                              "zz/owl",
                              "10.244.9.9",
                              "owl/1.0",
                              0,
                              3000,
                              Scene.asked("get", "zz", "secrets", 100))
                          .refused(3100, "10.244.9.9", "owl/1.0", "zz", "secrets"));
              SortedMap<String, String> after = said(steps);
              return before.entrySet().stream()
                  .allMatch(e -> name(after.get(e.getKey())).equals(name(e.getValue())));
            });
  }

  private static String name(String said) {
    return said.substring(0, said.indexOf(' '));
  }
}
