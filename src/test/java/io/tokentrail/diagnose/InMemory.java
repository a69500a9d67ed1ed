package io.tokentrail.diagnose;

import io.tokentrail.attribute.Attribution;
import io.tokentrail.detect.Bursts;
import io.tokentrail.ingest.FolderFacts;
import io.tokentrail.inventory.LegacyTokens;
import io.tokentrail.inventory.ServiceAccounts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Lifetime;
import io.tokentrail.rotate.Lifetimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The whole way from a folder of input to a case, in one thread and without Spark. */
final class InMemory {

  static final Duration LOOK_BACK = Duration.ofDays(90);

  private static final Instant AROUND = Instant.parse("2026-03-02T12:00:00Z");

  private InMemory() {}

  static Case read(Path given) {
    Facts facts = FolderFacts.of(Minted.folder(given), AROUND);
    List<Lifetime> lifetimes = Lifetimes.of(facts);
    List<Attributed> failures = Attribution.of(facts, lifetimes);
    return new Case(
        facts,
        failures,
        lifetimes,
        Bursts.of(failures, lifetimes, facts.audit()),
        new Inventory(
            ServiceAccounts.of(facts, failures, lifetimes), LegacyTokens.of(facts, LOOK_BACK)),
        LOOK_BACK);
  }
}
