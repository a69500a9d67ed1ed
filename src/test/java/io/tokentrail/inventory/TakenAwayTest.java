package io.tokentrail.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.inventory.ParkedCluster.Layout;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.LegacyToken.Safety;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law that matters most here: an input that lacks something never makes a Secret safe to
 * delete. Files, kinds of objects, snapshots and parts of the log are taken away one by one, in
 * every layout in which people export a cluster.
 *
 * <p>What cannot hold: an export of single objects without one of them is the export of a cluster
 * without it; and a verdict speaks of the time up to the newest one in the input, so that a use
 * after it is not known.
 */
class TakenAwayTest {

  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path dir;
  private int serial;

  @Test
  void everySecretOfTheWholeClusterHasItsVerdict() {
    for (Layout layout : Layout.values()) {
      SortedMap<String, Safety> whole = judged(new ParkedCluster(layout, true), QUARTER);
      whole.forEach(
          (secret, safety) ->
              assertEquals(
                  secret.equals("free")
                      ? Safety.YES
                      : secret.equals("young") ? Safety.UNKNOWN : Safety.NO,
                  safety,
                  layout + " " + secret));
      assertEquals(ParkedCluster.SECRETS.size(), whole.size());
    }
  }

  @Test
  void takingOneThingAwayMakesNoSecretSafe() {
    for (Layout layout : Layout.values()) {
      // without tracking only the log speaks of uses, in whatever layout the snapshot is
      for (boolean tracked : layout == Layout.NAMESPACES ? List.of(true, false) : List.of(true)) {
        Duration lookBack = tracked ? QUARTER : HOUR;
        SortedMap<String, Safety> whole = judged(new ParkedCluster(layout, tracked), lookBack);
        for (String removal : new ParkedCluster(layout, tracked).removals()) {
          if (tracked || removal.contains("audit") || removal.startsWith("half")) {
            check(layout, tracked, List.of(removal), whole, lookBack);
          }
        }
      }
    }
  }

  @Test
  void takingTwoThingsAwayMakesNoSecretSafeEither() {
    SortedMap<String, SortedMap<String, Safety>> known = new TreeMap<>();
    int layouts = Layout.values().length;
    qt().withExamples(20)
        .forAll(integers().between(0, 2 * layouts - 1), integers().all(), integers().all())
        .checkAssert(
            (world, a, b) -> {
              Layout layout = List.of(Layout.values()).get(world % layouts);
              boolean tracked = world < layouts;
              Duration lookBack = tracked ? QUARTER : HOUR;
              SortedMap<String, Safety> whole =
                  known.computeIfAbsent(
                      layout + " " + tracked,
                      k -> judged(new ParkedCluster(layout, tracked), lookBack));
              List<String> removals =
                  new ArrayList<>(new ParkedCluster(layout, tracked).removals());
              check(
                  layout,
                  tracked,
                  List.of(
                      removals.get(Math.floorMod(a, removals.size())),
                      removals.get(Math.floorMod(b, removals.size()))),
                  whole,
                  lookBack);
            });
  }

  private void check(
      Layout layout,
      boolean tracked,
      List<String> removals,
      SortedMap<String, Safety> whole,
      Duration lookBack) {
    ParkedCluster less = new ParkedCluster(layout, tracked);
    removals.forEach(less::takeAway);
    judged(less, lookBack)
        .forEach(
            (secret, safety) ->
                assertTrue(
                    safety != Safety.YES || whole.get(secret) == Safety.YES,
                    secret
                        + " was "
                        + whole.get(secret)
                        + " and is safe without "
                        + removals
                        + " in layout "
                        + layout
                        + (tracked ? "" : ", untracked")));
  }

  private SortedMap<String, Safety> judged(ParkedCluster cluster, Duration lookBack) {
    Path folder = dir.resolve(Integer.toString(serial++));
    try {
      cluster.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, Safety> all = new TreeMap<>();
    for (LegacyToken token : LegacyTokens.of(FolderFacts.of(folder, Cluster.NOW), lookBack)) {
      all.put(token.secret().name(), token.safety());
    }
    assertTrue(new TreeSet<>(ParkedCluster.SECRETS).containsAll(all.keySet()), all.toString());
    return all;
  }
}
