package io.tokentrail.diagnose;

import io.tokentrail.attribute.Attribution;
import io.tokentrail.detect.Bursts;
import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.inventory.LegacyTokens;
import io.tokentrail.inventory.ServiceAccounts;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.Case;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Inventory;
import io.tokentrail.model.Lifetime;
import io.tokentrail.rotate.Lifetimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The whole way from a folder of input to a case, in one thread and without Spark. */
final class InMemory {

  static final Duration LOOK_BACK = Duration.ofDays(90);

  private static final Instant AROUND = Instant.parse("2026-03-02T12:00:00Z");

  private InMemory() {}

  static Case read(Path given) {
    Path folder = Minted.folder(given);
    FileAccess access = new LocalFiles();
    List<Offered> offered =
        Offering.of(List.of(folder.toString()), Map.of(), access).stream()
            .filter(o -> !o.path().endsWith("expect.txt"))
            .toList();
    AuditReading log =
        AuditFiles.read(
            offered.stream().filter(o -> o.kind() == InputFile.Kind.AUDIT).toList(),
            access,
            ReadLimits.DEFAULT);
    SideReading aside =
        SideReading.read(
            offered.stream().filter(o -> o.kind() != InputFile.Kind.AUDIT).toList(),
            access,
            new SideOptions(ZoneOffset.UTC, AROUND, Map.of(), 100, false));
    Facts facts =
        new Facts(
            aside.inputs(),
            aside.rejects(),
            log.facts(),
            aside.snapshots(),
            aside.logFiles(),
            aside.logLines(),
            aside.tokens(),
            aside.keys().keys(),
            aside.tokenFiles(),
            aside.series());
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
