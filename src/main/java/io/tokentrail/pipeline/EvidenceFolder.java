package io.tokentrail.pipeline;

import io.tokentrail.evidence.Checksums;
import io.tokentrail.evidence.Folder;
import io.tokentrail.evidence.Sha256;
import io.tokentrail.evidence.SigningKey;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Interval;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Report;
import io.tokentrail.report.json.ManifestJson;
import io.tokentrail.report.json.OcsfJson;
import io.tokentrail.report.json.OscalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code evidence/}, after everything that it lists. */
public final class EvidenceFolder {

  /** Kinds of files that a run reads beside its inputs. */
  public static final Set<String> BESIDES = Set.of("config", "exceptions", "baseline");

  private EvidenceFolder() {}

  /**
   * What a run adds to its report for its evidence.
   *
   * @param key who signs; empty when nobody does
   * @param commit commit that the tool was built from; empty when unknown
   * @param command the command line, credentials masked
   * @param besides files that were read beside the inputs: the configuration, exceptions, an older
   *     report
   * @param plan where the OSCAL assessment plan is; empty when there is none
   */
  public record Order(
      Optional<SigningKey> key,
      String commit,
      List<String> command,
      List<Besides> besides,
      String plan) {

    public Order {
      command = List.copyOf(command);
      besides = List.copyOf(besides);
    }
  }

  /**
   * A file that was read beside the inputs.
   *
   * @param kind one of {@link #BESIDES}
   * @param file the file
   */
  public record Besides(String kind, Path file) {}

  /**
   * Lists everything that stands in the folder, and signs the list.
   *
   * @return what it wrote, below the folder
   */
  public static List<Path> write(Report report, Path dir, Order order) throws IOException {
    Path evidence = Files.createDirectories(dir.resolve(Folder.EVIDENCE));
    Files.write(
        evidence.resolve("oscal-assessment-results.json"),
        OscalJson.bytes(report, order.plan(), Folder.of(dir).digests()));
    Files.write(evidence.resolve("ocsf.jsonl"), OcsfJson.bytes(report));
    Folder before = Folder.of(dir);
    Manifest manifest = manifest(report, before, order);
    byte[] bytes = ManifestJson.bytes(manifest);
    SortedMap<String, String> digests = new TreeMap<>(before.digests());
    put(dir, Folder.MANIFEST, bytes, digests);
    if (order.key().isPresent()) {
      put(dir, Folder.SIGNATURE, text(order.key().get().sign(bytes) + "\n"), digests);
    }
    Files.write(dir.resolve(Folder.CHECKSUMS), text(Checksums.of(digests)));
    try (Stream<Path> files = Files.list(evidence)) {
      return files.map(dir::relativize).sorted().toList();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(Path dir, String name, byte[] bytes, SortedMap<String, String> digests)
      throws IOException {
    Files.write(dir.resolve(name), bytes);
    digests.put(name, Sha256.of(bytes));
  }

  private static Manifest manifest(Report report, Folder folder, Order order) throws IOException {
    Report.Run run = report.run();
    List<Manifest.Listed> outputs = new ArrayList<>();
    folder
        .digests()
        .forEach(
            (path, sha) ->
                outputs.add(
                    new Manifest.Listed(path, kind(path), folder.sizes().get(path), sha, "")));
    return new Manifest(
        new Report.Run(
            run.tool(),
            order.commit(),
            run.cluster(),
            run.at(),
            run.fixed(),
            run.host(),
            run.took()),
        order.command(),
        report.parameters(),
        report.caseFile().lookBack(),
        report.caseFile().thresholds(),
        span(report.caseFile().facts()),
        counts(report),
        order.key().map(SigningKey::seal).orElse(Manifest.Seal.NONE),
        inputs(report, order),
        outputs);
  }

  private static List<Manifest.Listed> inputs(Report report, Order order) throws IOException {
    List<Manifest.Listed> all = new ArrayList<>();
    for (InputFile file : report.caseFile().facts().inputs()) {
      all.add(
          new Manifest.Listed(
              file.path(), file.kind().code(), file.bytes(), file.sha256(), file.problem()));
    }
    List<String> paths = all.stream().map(Manifest.Listed::path).toList();
    OfferedDigests.bundles(paths, paths)
        .forEach(
            (path, stored) ->
                all.add(new Manifest.Listed(path, "bundle", stored.bytes(), stored.sha256(), "")));
    for (Besides more : order.besides()) {
      all.add(
          new Manifest.Listed(
              more.file().toString(),
              more.kind(),
              Files.size(more.file()),
              Sha256.of(more.file()),
              ""));
    }
    return all;
  }

  private static Optional<Interval> span(Facts facts) {
    if (facts.audit().span().isPresent()) {
      return facts.audit().span();
    }
    List<Instant> times =
        facts.inputs().stream()
            .flatMap(i -> Stream.concat(i.firstAt().stream(), i.lastAt().stream()))
            .sorted()
            .toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(new Interval(times.get(0), times.get(times.size() - 1)));
  }

  /** Sums that the tables must come to. */
  private static SortedMap<String, Long> counts(Report report) {
    List<InputFile> inputs = report.caseFile().facts().inputs();
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("inputs", (long) inputs.size());
    counts.put("records", inputs.stream().mapToLong(InputFile::records).sum());
    counts.put("rejected", inputs.stream().mapToLong(InputFile::rejected).sum());
    counts.put("duplicates", inputs.stream().mapToLong(InputFile::duplicates).sum());
    counts.put("failures_401", (long) report.caseFile().failures().size());
    counts.put("findings", (long) report.findings().size());
    counts.put("controls", (long) report.controls().size());
    return counts;
  }

  private static String kind(String path) {
    if (path.endsWith(".schema.json")) {
      return "schema";
    }
    if (path.startsWith(Folder.EVIDENCE)) {
      return path.endsWith("ocsf.jsonl") ? "ocsf" : "oscal";
    }
    return path.endsWith(".csv")
        ? "table"
        : path.endsWith(".parquet") ? "facts" : path.endsWith(".html") ? "page" : "report";
  }
}
