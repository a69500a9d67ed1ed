package io.tokentrail.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Method;
import io.tokentrail.model.Place;
import io.tokentrail.model.Reason;
import io.tokentrail.model.Scene;
import io.tokentrail.model.Sender;
import io.tokentrail.model.Series;
import io.tokentrail.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignalsTest {

  @Test
  void aQuietLogHasNoRefusalsAndNothingToWarnOf() {
    Signal signal = only(new Scene().facts(), "audit_401_per_minute");
    assertEquals(0, signal.peak());
    assertEquals(OptionalDouble.empty(), signal.ratio());
    assertEquals("", signal.warning());
  }

  @Test
  void aMinuteOfManyRefusalsStandsOutAgainstTheUsualOnes() {
    Scene scene = new Scene().lasting(1800);
    for (int minute = 0; minute < 30; minute++) {
      refused(scene, minute * 60, 2);
    }
    refused(scene, 600, 38);
    Signal signal = only(scene.facts(), "audit_401_per_minute");
    assertEquals(2, signal.baseline());
    assertEquals(40, signal.peak());
    assertEquals(Scene.at(600), signal.peakAt());
    assertEquals(OptionalDouble.of(20), signal.ratio());
    assertEquals("a minute with 40 refused requests where 2 are usual", signal.warning());
  }

  @Test
  void aKubeletThatRestartsAsksForAllItsPodsAtOnceAndIsNotNotable() {
    Scene scene = new Scene();
    for (int pod = 0; pod < 60; pod++) {
      scene.granted(3601 + pod * 0.9, "worker-a", "shop/cart", "id-" + pod);
    }
    Signal signal = only(scene.facts(), "token_requests_per_minute");
    assertEquals("node=worker-a", signal.labels());
    assertEquals(60, signal.peak());
    assertEquals("", signal.warning());
  }

  @Test
  void anOperatorThatGoesOnAskingForTokensIsNotable() {
    Scene scene = new Scene();
    for (int request = 0; request < 120; request++) {
      scene.grantedBy(3600 + request * 5, "system:serviceaccount:ops:issuer;x=1", "shop/cart");
    }
    Signal signal = only(scene.facts(), "token_requests_per_minute");
    assertEquals("caller=system:serviceaccount:ops:issuer,x=1", signal.labels());
    assertTrue(signal.warning().startsWith("more than 2 token requests a minute for "));
  }

  @Test
  void aStormThatFillsMostOfTheLogIsNoBaselineOfItsOwn() {
    Scene scene = new Scene().lasting(7200).pod("shop/cart", "cart-1", "worker-a", "", -9000, 3600);
    for (int request = 0; request < 600; request++) {
      scene.granted(600 + request * 10, "worker-a", "shop/cart", "id-" + request);
    }
    Signal signal = only(scene.facts(), "token_requests_per_minute");
    assertEquals(1 / 48.0, signal.baseline(), 1e-9);
    assertTrue(
        signal.warning().startsWith("more than 2 token requests a minute for 100 minutes in a row"),
        signal.warning());
    assertTrue(signal.warning().contains("0.02 is expected (1 pod,"), signal.warning());
  }

  @Test
  void aDeploymentOfManyPodsInAFewMinutesIsNoStorm() {
    Scene scene = new Scene().lasting(7200);
    for (int pod = 0; pod < 60; pod++) {
      scene.pod("shop/cart", "cart-" + pod, "worker-a", "", 3600 + pod * 6, 3600);
      scene.granted(3601 + pod * 6, "worker-a", "shop/cart", "id-" + pod);
    }
    assertEquals("", only(scene.facts(), "token_requests_per_minute").warning());
    assertEquals(10, only(scene.facts(), "pod_starts_per_minute").peak());
  }

  @Test
  void theControllerManagersTokensAreNoStorm() {
    Scene scene = new Scene().lasting(7200);
    for (int account = 0; account < 16; account++) {
      for (int time = 0; time < 3; time++) {
        scene.grantedBy(
            60 + time * 2890 + account * 0.5,
            "system:kube-controller-manager",
            "kube-system/controller-" + account);
      }
    }
    Signal signal = only(scene.facts(), "token_requests_per_minute");
    assertEquals(16 / 48.0, signal.baseline(), 1e-9);
    assertEquals("", signal.warning());
  }

  @Test
  void inALogOfAWeekEachHourHasItsOwnBaseline() {
    Scene scene = new Scene().lasting(8 * 86_400);
    for (int day = 0; day < 8; day++) {
      for (int minute = 0; minute < 60; minute++) {
        refused(scene, day * 86_400 + 7200 + minute * 60, 20);
      }
    }
    refused(scene, 2 * 86_400 + 36_000, 15);
    Signal signal = only(scene.facts(), "audit_401_per_minute");
    assertEquals(20, signal.peak());
    assertEquals(20, signal.baseline());
    assertEquals("a minute with 15 refused requests where 0 are usual", signal.warning());
  }

  /** Iglewicz and Hoaglin (1993), the example of modified z-scores, times 1000. */
  @Test
  void theModifiedZScoresAreThoseOfTheBook() {
    Baseline usual =
        Baseline.of(
            List.of(2100L, 2600L, 2400L, 2500L, 2300L, 2100L, 2300L, 2600L, 8200L, 8300L), 10);
    assertEquals(2450, usual.perMinute());
    assertEquals(150, usual.spread());
    assertEquals(25.86, usual.score(8200), 0.01);
    assertEquals(26.31, usual.score(8300), 0.01);
  }

  @Test
  void oneCounterFromPrometheusAndFromAScrapeIsOneSignal() {
    Facts facts =
        with(
            new Scene().node("cp-1", "192.0.2.7"),
            series("authentication_attempts", "instance=192.0.2.7:6443", 7, 7, 8, 9),
            scraped("authentication_attempts", "instance=cp-1", 2, 8, 8));
    Signal signal = only(facts, "authentication_attempts");
    assertEquals("instance=192.0.2.7:6443", signal.labels());
    assertEquals(Scene.at(180), signal.lastSeen());
  }

  @Test
  void twoProcessesOfOneMachineStayTwo() {
    Facts facts =
        with(
            new Scene().node("cp-1", "192.0.2.7"),
            series("rest_client_requests_total", "instance=192.0.2.7:10250", 7, 9, 9, 9),
            series("rest_client_requests_total", "instance=192.0.2.7:10257", 1, 2, 3, 9),
            scraped("rest_client_requests_total", "instance=cp-1", 2, 8, 11));
    assertEquals(3, rows(facts, "rest_client_requests_total").size());
  }

  @Test
  void aSlowPlegIsToldBesideThe401sOfItsNode() {
    Scene scene = new Scene().lasting(3600);
    refused(scene, 200, 3);
    refused(scene, 3000, 1);
    Facts facts =
        with(
            scene,
            series("kubelet_pleg_relist_duration_seconds_sum", "node=worker-a", 0, 1, 61, 62),
            series("kubelet_pleg_relist_duration_seconds_count", "node=worker-a", 0, 60, 61, 121));
    List<Attributed> failures =
        facts.audit().failures().stream()
            .map(f -> new Attributed(f, onNode("worker-a"), Reason.UNKNOWN, "", List.of()))
            .toList();
    Signal signal =
        Signals.of(facts, failures).stream()
            .filter(s -> s.name().equals("kubelet_pleg_relist_duration_seconds_mean"))
            .findFirst()
            .orElseThrow();
    assertEquals(60, signal.peak());
    assertEquals(
        "10 s or more in 1 interval of 3; 3 of the 4 401s of its pods fall into that time",
        signal.warning());
  }

  private static Sender onNode(String node) {
    return new Sender(
        Optional.of(Scene.account("shop/cart")),
        "cart-1",
        node,
        Method.POD_IP,
        0.9,
        List.of(),
        List.of());
  }

  @Test
  void aCounterThatStartsAgainLosesNothingAndGainsNothing() {
    Facts facts = with(series("authorization_attempts_total", "result=denied", 100, 110, 4, 14));
    Signal signal = only(facts, "authorization_attempts_total");
    assertEquals(10, signal.baseline());
    assertEquals(10, signal.peak());
  }

  @Test
  void aGaugeIsShownAsItIsAndOnlyWhereItMoves() {
    Facts facts =
        with(
            series("apiserver_storage_objects", "resource=secrets", 40, 40, -1, 90),
            series("apiserver_storage_objects", "resource=nodes", 5, 5, 5, 5));
    Signal signal = only(facts, "apiserver_storage_objects");
    assertEquals("resource=secrets", signal.labels());
    assertEquals(40, signal.baseline());
    assertEquals(90, signal.peak());
  }

  @Test
  void authenticationErrorsThatRiseWithTheLogsRefusalsSaySo() {
    Scene scene = new Scene();
    refused(scene, 130, 30);
    Signal signal =
        only(
            with(scene, series("authentication_attempts", "result=error", 7, 7, 7, 37, 37, 37)),
            "authentication_attempts");
    assertEquals(30, signal.peak());
    assertTrue(signal.warning().startsWith("rises with the audit log's 401s"), signal.warning());
  }

  @Test
  void authenticationErrorsWithoutARefusalInTheLogPointAtTheLog() {
    Signal signal =
        only(
            with(series("authentication_attempts", "result=error", 7, 7, 7, 37, 37, 37)),
            "authentication_attempts");
    assertTrue(signal.warning().contains("none of which has a 401"), signal.warning());
  }

  @Test
  void aSingleRefusalNowAndThenIsNotNotable() {
    Signal signal =
        only(
            with(series("authentication_attempts", "result=error", 7, 7, 8, 8, 8, 9)),
            "authentication_attempts");
    assertEquals(0, signal.baseline());
    assertEquals("", signal.warning());
  }

  @Test
  void successIsNoWarning() {
    Signal signal =
        only(
            with(series("authentication_attempts", "result=success", 7, 7, 7, 370)),
            "authentication_attempts");
    assertEquals("", signal.warning());
  }

  @Test
  void aUseOfAnInvalidatedTokenIsNotableEvenInASingleSample() {
    String name = "serviceaccount_invalid_legacy_auto_token_uses_total";
    assertTrue(only(with(series(name, "", 3)), name).warning().contains("3 times before"));
    assertTrue(only(with(series(name, "", 3, 5)), name).warning().contains("at least 2 times"));
    assertEquals("", only(with(series(name, "", 0, 0)), name).warning());
  }

  @Test
  void theRequestCounterSaysThatItCannotSeeRefusedAuthentication() {
    String name = "apiserver_request_total";
    Facts facts = with(series(name, "code=401", 1, 4), series(name, "code=500", 1, 4));
    List<Signal> rows = rows(facts, name);
    assertTrue(rows.get(0).warning().contains("cannot see refused authentication"));
    assertEquals("", rows.get(1).warning());
  }

  @Test
  void aMetricOfManySeriesKeepsTheOnesThatMovedMost() {
    Series[] many = new Series[50];
    for (int i = 0; i < many.length; i++) {
      many[i] = series("storage_operation_errors_total", "n=" + (100 + i), 0, 1, 2, 3 + i);
    }
    List<Signal> rows = rows(with(many), "storage_operation_errors_total");
    assertEquals(MetricSignals.MOST_OF_A_NAME, rows.size());
    assertEquals("n=149", rows.get(rows.size() - 1).labels());
    assertEquals("n=130", rows.get(0).labels());
  }

  @Test
  void noRiseIsBelowZeroAndWithoutResetsTheyAddUp() {
    qt().forAll(lists().of(integers().between(0, 1000)).ofSizeBetween(2, 30))
        .check(
            values -> {
              List<Integer> sorted = values.stream().sorted().toList();
              boolean never = Rise.of(points(values)).stream().noneMatch(r -> r.gain() < 0);
              double total = Rise.total(Rise.of(points(sorted)));
              return never && total == sorted.get(sorted.size() - 1) - sorted.get(0);
            });
  }

  private static void refused(Scene scene, double second, int times) {
    for (int i = 0; i < times; i++) {
      scene.refused(second + i * 0.1, "192.0.2.7", "app/1", "shop", "pods");
    }
  }

  private static Facts with(Series... series) {
    return with(new Scene(), series);
  }

  private static Facts with(Scene scene, Series... series) {
    Facts facts = scene.facts();
    return new Facts(
        facts.inputs(),
        facts.rejected(),
        facts.audit(),
        facts.snapshots(),
        facts.logFiles(),
        facts.log(),
        facts.tokens(),
        facts.keys(),
        facts.tokenFiles(),
        List.of(series));
  }

  /** One sample a minute from the start on. */
  private static Series series(String name, String label, int... values) {
    TreeMap<String, String> labels = new TreeMap<>();
    int split = label.indexOf('=');
    if (split > 0) {
      labels.put(label.substring(0, split), label.substring(split + 1));
    }
    List<Integer> all = new ArrayList<>();
    for (int value : values) {
      all.add(value);
    }
    return new Series(name, labels, points(all), new Place("metrics/scrape.txt", 1));
  }

  /** The same from a file of its own. */
  private static Series scraped(String name, String label, int... values) {
    Series series = series(name, label, values);
    return new Series(name, series.labels(), series.points(), new Place("metrics/cp-1.txt", 9));
  }

  private static List<Series.Point> points(List<Integer> values) {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      points.add(new Series.Point(Scene.at(i * 60), values.get(i)));
    }
    return points;
  }

  private static List<Signal> rows(Facts facts, String name) {
    List<Attributed> failures =
        facts.audit().failures().stream()
            .map(f -> new Attributed(f, Sender.NOBODY, Reason.UNKNOWN, "", List.of()))
            .toList();
    return Signals.of(facts, failures).stream().filter(s -> s.name().equals(name)).toList();
  }

  private static Signal only(Facts facts, String name) {
    List<Signal> rows = rows(facts, name);
    assertEquals(1, rows.size(), name);
    return rows.get(0);
  }
}
