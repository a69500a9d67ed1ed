package io.tokentrail.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.audit.AuditFiles;
import io.tokentrail.ingest.audit.AuditReading;
import io.tokentrail.ingest.audit.ReadLimits;
import io.tokentrail.ingest.audit.SkimmerLaws;
import io.tokentrail.ingest.log.LogHosts;
import io.tokentrail.ingest.log.LogReader;
import io.tokentrail.ingest.metric.MetricFormats;
import io.tokentrail.ingest.snapshot.SnapshotReader;
import io.tokentrail.ingest.snapshot.Snapshots;
import io.tokentrail.ingest.source.BundleFiles;
import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.InMemory;
import io.tokentrail.ingest.source.Layout;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.ingest.token.KeyReader;
import io.tokentrail.ingest.token.KeySet;
import io.tokentrail.ingest.token.TokenFileReader;
import io.tokentrail.ingest.token.TokenReader;
import io.tokentrail.ingest.wrap.LogWrapper;
import io.tokentrail.ingest.wrap.LogWrappers;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A reader and its laws. No exception escapes; no record is counted twice; records and rejects
 * together are what was there, where that can be counted.
 */
public enum Target {
  /** One line by the skimmer, against Jackson. */
  SKIMMER {
    @Override
    void read(byte[] input) {
      SkimmerLaws.check(input);
    }
  },

  /** A bare audit file: however it is cut, and twice. */
  AUDIT {
    @Override
    void read(byte[] input) {
      AuditReading whole = audit(input, LogWrappers.BARE.name(), Layout.LINES);
      long there = lines(input);
      AuditReading.Counts counts = whole.files().get(0);
      atLeast(there, counts.records() + counts.rejected(), "records + rejected");
      same(whole.facts().events(), counts.records() - counts.duplicates(), "events");
    }
  },

  /** An audit file in a shipper's envelopes; the first byte chooses the shipper and the form. */
  WRAPPED {
    @Override
    void read(byte[] input) {
      if (input.length == 0) {
        return;
      }
      int choice = input[0] & 0xff;
      List<Layout> layouts = List.of(Layout.values());
      LogWrapper wrapper = LogWrappers.ALL.get(choice / layouts.size() % LogWrappers.ALL.size());
      byte[] rest = Arrays.copyOfRange(input, 1, input.length);
      audit(rest, wrapper.name(), layouts.get(choice % layouts.size()));
    }
  },

  SNAPSHOT {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.SNAPSHOT, input);
      TokenReader tokens = new TokenReader(KeySet.NONE);
      var part = SnapshotReader.read(in(input), tally, tokens::parse, () -> in(input));
      Snapshots.of(List.of(part), Map.of(), NOON, Map.of());
    }
  },

  LOG {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.COMPONENT_LOG, input);
      LogHosts.settled(
          List.of(LogReader.read(in(input), tally, ZoneOffset.UTC, NOON, Instant.MAX)));
      atLeast(tally.seen(), input.length, "bytes");
    }
  },

  METRICS {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.METRICS, input);
      MetricFormats.merged(MetricFormats.read(in(input), tally, NOON, ZoneOffset.UTC));
    }
  },

  TOKEN {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.TOKEN, input);
      long tokens = new TokenReader(KeySet.NONE).read(in(input), tally).size();
      same(tokens, tally.row("", 0).records(), "tokens");
    }
  },

  KEYS {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.KEYS, input);
      KeySet keys = KeyReader.read(in(input), tally);
      KeySet.of(List.of(keys, keys));
    }
  },

  TOKEN_FILES {
    @Override
    void read(byte[] input) throws IOException {
      Tally tally = tally(InputFile.Kind.TOKEN_FILES, input);
      long rows = TokenFileReader.read(in(input), tally).size();
      same(rows, tally.row("", 0).records(), "rows");
    }
  },

  /** Whatever a file holds, packed or bundled: recognised, then read. */
  ANYTHING {
    @Override
    void read(byte[] input) {
      BundleFiles files = new BundleFiles(new InMemory(input));
      List<Offered> offered = Offering.of(List.of("in/any"), Map.of(), files);
      List<Offered> audit = offered.stream().filter(o -> o.kind() == InputFile.Kind.AUDIT).toList();
      AuditReading log = AuditFiles.read(audit, files, ReadLimits.DEFAULT);
      SideReading aside = SideReading.read(offered, files, OPTIONS);
      same(offered.size(), log.files().size() + aside.inputs().size(), "rows of inputs.csv");
    }
  };

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final SideOptions OPTIONS =
      new SideOptions(ZoneOffset.UTC, NOON, Map.of(), 100, false);

  /** Reads an input and checks the reader's laws. */
  abstract void read(byte[] input) throws IOException;

  /** The same, for callers that can do nothing about a broken stream. */
  public void attack(byte[] input) {
    try {
      read(input);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory do not break off", e);
    }
  }

  private static InputStream in(byte[] input) {
    return new ByteArrayInputStream(input);
  }

  private static Tally tally(InputFile.Kind kind, byte[] input) {
    return new Tally(
        new Offered("in/any", "in/any", input.length, Compression.NONE, kind, "", ""), 100);
  }

  /**
   * One file; then one of even length cut in two, one of odd length given twice: the second one
   * repeats the first.
   */
  private static AuditReading audit(byte[] input, String wrapper, Layout layout) {
    Offered one = offered("cp-1/audit.log", input, wrapper, layout);
    InMemory files = new InMemory(input);
    AuditReading whole = AuditFiles.read(List.of(one), files, ReadLimits.DEFAULT);
    AuditReading.Counts counts = whole.files().get(0);
    if (layout == Layout.LINES && input.length > 1 && input.length % 2 == 0) {
      ReadLimits small = new ReadLimits(100, input.length / 2, 1 << 20);
      AuditReading cut = AuditFiles.read(List.of(one), files, small);
      same(whole.facts(), cut.facts(), "facts of a file cut in two");
      same(counts, cut.files().get(0), "counts of a file cut in two");
    }
    if (whole.facts().events() > 0 && input.length % 2 == 1) {
      Offered copy = offered("cp-1/audit.log.1", input, wrapper, layout);
      Offered another = offered("cp-1/audit.log.2", input, wrapper, layout);
      AuditFacts twice = AuditFiles.read(List.of(one, copy), files, ReadLimits.DEFAULT).facts();
      AuditFacts thrice =
          AuditFiles.read(List.of(one, copy, another), files, ReadLimits.DEFAULT).facts();
      // plain lines that repeat within one file, far apart, are found only where files overlap
      atLeast(twice.events(), whole.facts().events(), "events of a file, given twice");
      same(twice.events(), thrice.events(), "events of a file given thrice");
      same(whole.facts().failures(), twice.failures(), "401s of a file given twice");
    }
    if (layout == Layout.LINES || layout == Layout.DOCUMENTS) {
      same("", counts.problem(), "problem");
    }
    return whole;
  }

  private static Offered offered(String path, byte[] input, String wrapper, Layout layout) {
    return new Offered(
        path,
        path,
        input.length,
        Compression.NONE,
        InputFile.Kind.AUDIT,
        wrapper,
        layout,
        false,
        false,
        "");
  }

  /** Lines with something in them; NUL bytes and byte order marks are nothing. */
  private static long lines(byte[] input) {
    String text = new String(input, UTF_8).replace("\uFEFF", "");
    return Arrays.stream(text.split("\n")).filter(l -> l.chars().anyMatch(c -> c > ' ')).count();
  }

  private static void same(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": expected " + expected + ", found " + found);
    }
  }

  private static void same(long expected, long found, String what) {
    same((Object) expected, (Object) found, what);
  }

  private static void atLeast(long least, long found, String what) {
    if (found < least) {
      throw new AssertionError(what + ": at least " + least + ", found " + found);
    }
  }
}
