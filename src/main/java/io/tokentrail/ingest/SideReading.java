package io.tokentrail.ingest;

import io.tokentrail.ingest.log.LogHosts;
import io.tokentrail.ingest.log.LogPart;
import io.tokentrail.ingest.log.Overlaps;
import io.tokentrail.ingest.metric.MetricFormats;
import io.tokentrail.ingest.snapshot.SnapshotPart;
import io.tokentrail.ingest.snapshot.Snapshots;
import io.tokentrail.ingest.source.Bundle;
import io.tokentrail.ingest.source.BundleFiles;
import io.tokentrail.ingest.source.FileAccess;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.token.KeySet;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.Reject;
import io.tokentrail.model.Series;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that the input says beside the audit log. The same files give the same reading, in whatever
 * order and on however many threads they are read.
 *
 * @param snapshots in order of time
 * @param logFiles what each component log covers, by path
 * @param logLines meaningful lines in order of time
 * @param tokens by path and line
 * @param keys the public keys: {@link KeySet#keys} names them
 * @param tokenFiles in order of capture
 * @param series metric series by name and labels
 * @param inputs a row for every file, by path
 * @param rejects the first ones by path and position; rows count all of them
 */
public record SideReading(
    List<Snapshot> snapshots,
    List<LogFile> logFiles,
    List<LogLine> logLines,
    List<Token> tokens,
    KeySet keys,
    List<TokenFile> tokenFiles,
    List<Series> series,
    List<InputFile> inputs,
    List<Reject> rejects) {

  public SideReading {
    snapshots = List.copyOf(snapshots);
    logFiles = List.copyOf(logFiles);
    logLines = List.copyOf(logLines);
    tokens = List.copyOf(tokens);
    tokenFiles = List.copyOf(tokenFiles);
    series = List.copyOf(series);
    inputs = List.copyOf(inputs);
    rejects = List.copyOf(rejects);
  }

  /**
   * Reads all files that are not audit logs. Keys come first: everything that holds a token is
   * checked against them.
   */
  public static SideReading read(List<Offered> offered, FileAccess access, SideOptions options) {
    List<Offered> files =
        offered.stream().filter(f -> f.kind() != InputFile.Kind.AUDIT).sorted().toList();
    List<SideFile> keyFiles =
        files.stream()
            .filter(f -> f.kind() == InputFile.Kind.KEYS)
            .map(f -> SideFile.read(f, new BundleFiles(access), options, KeySet.NONE))
            .toList();
    KeySet keys = KeySet.of(all(keyFiles, SideFile.OfKeys.class, c -> List.of(c.keys())));
    List<SideFile> others =
        byBundle(files.stream().filter(f -> f.kind() != InputFile.Kind.KEYS)).parallelStream()
            .flatMap(group -> BundleReading.of(group, access, options, keys).stream())
            .toList();
    List<SnapshotPart> parts = all(others, SideFile.OfSnapshot.class, c -> List.of(c.part()));
    List<SideFile> among =
        offered.stream()
            .filter(f -> f.kind() == InputFile.Kind.AUDIT && f.withOtherLogs())
            .sorted()
            .map(f -> SideFile.read(f, new BundleFiles(access), options, keys))
            .toList();
    List<LogPart> shipped =
        new ArrayList<>(all(others, SideFile.OfLog.class, c -> List.of(c.part())));
    shipped.addAll(all(among, SideFile.OfLog.class, c -> List.of(c.part())));
    List<LogPart> settled = LogHosts.settled(shipped);
    List<LogPart> logs = Overlaps.once(settled);
    List<SideFile> both = new ArrayList<>(keyFiles);
    both.addAll(repeating(others, settled, logs));
    return new SideReading(
        Snapshots.of(parts, options.asOf(), options.reference(), started(logs)),
        logs.stream().map(LogPart::file).sorted(Comparator.comparing(LogFile::path)).toList(),
        logs.stream().flatMap(log -> log.lines().stream()).sorted().toList(),
        all(others, SideFile.OfTokens.class, SideFile.OfTokens::tokens),
        keys,
        all(others, SideFile.OfTokenFiles.class, SideFile.OfTokenFiles::files).stream()
            .sorted()
            .toList(),
        MetricFormats.merged(all(others, SideFile.OfSeries.class, SideFile.OfSeries::series)),
        both.stream().map(SideFile::row).sorted().toList(),
        both.stream()
            .flatMap(f -> f.rejects().stream())
            .sorted()
            .limit(options.maxRejectedRows())
            .toList());
  }

  /** Lines that mean something and stood in another file before are repetitions. */
  private static List<SideFile> repeating(
      List<SideFile> files, List<LogPart> all, List<LogPart> once) {
    Map<String, Integer> repeated = new HashMap<>();
    all.forEach(log -> repeated.merge(log.file().path(), log.lines().size(), Integer::sum));
    once.forEach(log -> repeated.merge(log.file().path(), -log.lines().size(), Integer::sum));
    return files.stream().map(f -> f.repeating(repeated.getOrDefault(f.row().path(), 0))).toList();
  }

  /** Files on their own, and the members of each bundle together. */
  private static List<List<Offered>> byBundle(Stream<Offered> files) {
    Map<String, List<Offered>> groups = new LinkedHashMap<>();
    files.forEach(
        f -> {
          String bundle = Bundle.holding(f.location());
          String key = bundle.isEmpty() ? f.location() + " " + f.path() : bundle;
          groups.computeIfAbsent(key, k -> new ArrayList<>()).add(f);
        });
    return List.copyOf(groups.values());
  }

  /** Programs print their flags when they start: on managed clusters that may be all there is. */
  private static Map<String, List<String>> started(List<LogPart> logs) {
    Map<String, List<String>> commands = new TreeMap<>();
    for (LogPart log : logs) {
      if (!log.flags().isEmpty()) {
        String program = log.file().component() + "-" + log.file().host();
        commands.putIfAbsent(program, log.commandLine());
      }
    }
    return commands;
  }

  private static <C extends SideFile.Content, T> List<T> all(
      Collection<SideFile> files, Class<C> kind, Function<C, List<T>> of) {
    Stream<C> contents =
        files.stream().map(SideFile::content).filter(kind::isInstance).map(kind::cast);
    return contents.flatMap(c -> of.apply(c).stream()).toList();
  }
}
