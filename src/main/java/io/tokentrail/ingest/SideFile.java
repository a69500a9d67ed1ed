package io.tokentrail.ingest;

import io.tokentrail.ingest.log.LogPart;
import io.tokentrail.ingest.log.LogReader;
import io.tokentrail.ingest.metric.MetricFormats;
import io.tokentrail.ingest.snapshot.SnapshotPart;
import io.tokentrail.ingest.snapshot.SnapshotReader;
import io.tokentrail.ingest.source.Digest;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Masking;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.ingest.source.Unpacking;
import io.tokentrail.ingest.token.KeyReader;
import io.tokentrail.ingest.token.KeySet;
import io.tokentrail.ingest.token.TokenFileReader;
import io.tokentrail.ingest.token.TokenReader;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Series;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What one file holds.
 *
 * @param row its row in the chain of custody
 * @param rejects what of it could not be used
 * @param content what it holds, by kind
 */
record SideFile(InputFile row, List<Reject> rejects, Content content) {

  /** What a file holds. */
  sealed interface Content {}

  record Nothing() implements Content {}

  record OfSnapshot(SnapshotPart part) implements Content {}

  record OfLog(LogPart part) implements Content {}

  record OfTokens(List<Token> tokens) implements Content {}

  record OfKeys(KeySet keys) implements Content {}

  record OfTokenFiles(List<TokenFile> files) implements Content {}

  record OfSeries(List<Series> series) implements Content {}

  /**
   * Reads a file; of an audit log, what of other logs stands among its events. Whatever is wrong
   * with it ends up in its row.
   */
  static SideFile read(Offered file, FileAccess access, SideOptions options, KeySet keys) {
    Tally tally = new Tally(file, options.maxRejectedRows());
    Content content = new Nothing();
    if (file.problem().isEmpty() && file.kind() != InputFile.Kind.UNRECOGNISED) {
      try (InputStream in = file.layout().open(Unpacking.open(file, access))) {
        content = content(in, tally, options, keys, access);
      } catch (IOException | RuntimeException e) {
        String why = Masking.sample(e.getMessage() == null ? e.toString() : e.getMessage());
        tally.problem("cannot be read: " + why);
      }
    }
    return new SideFile(
        tally.row(digest(file, access, options), 0), List.copyOf(tally.rejects()), content);
  }

  private static Content content(
      InputStream in, Tally tally, SideOptions options, KeySet keys, FileAccess access)
      throws IOException {
    TokenReader tokens = new TokenReader(keys);
    Offered file = tally.file();
    return switch (file.kind()) {
      case SNAPSHOT ->
          new OfSnapshot(
              SnapshotReader.read(in, tally, tokens::parse, () -> Unpacking.open(file, access)));
      case COMPONENT_LOG ->
          new OfLog(
              LogReader.read(in, tally, options.logZone(), options.reference(), options.latest()));
      case TOKEN -> new OfTokens(tokens.read(in, tally));
      case KEYS -> new OfKeys(KeyReader.read(in, tally));
      case TOKEN_FILES -> new OfTokenFiles(TokenFileReader.read(in, tally));
      case METRICS ->
          new OfSeries(MetricFormats.read(in, tally, options.reference(), options.logZone()));
      case AUDIT ->
          new OfLog(LogReader.amongEvents(in, tally, options.logZone(), options.reference()));
      case UNRECOGNISED -> new Nothing();
    };
  }

  /** The same, with how many of its records are repetitions of other files' records. */
  SideFile repeating(long records) {
    return records == 0
        ? this
        : new SideFile(
            new InputFile(
                row.path(),
                row.kind(),
                row.wrapper(),
                row.compression(),
                row.bytes(),
                row.sha256(),
                row.records(),
                row.rejected(),
                row.firstAt(),
                row.lastAt(),
                records,
                row.problem()),
            rejects,
            content);
  }

  private static String digest(Offered file, FileAccess access, SideOptions options) {
    boolean wanted = options.hashAll() || file.bytes() <= Digest.ALWAYS_UP_TO;
    if (!wanted || !file.problem().isEmpty()) {
      return "";
    }
    try {
      return Digest.ofFile(file.location(), access);
    } catch (IOException e) {
      return "";
    }
  }
}
