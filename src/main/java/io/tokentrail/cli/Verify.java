package io.tokentrail.cli;

import io.tokentrail.evidence.Folder;
import io.tokentrail.evidence.FolderCheck;
import io.tokentrail.evidence.InputsCheck;
import io.tokentrail.evidence.SignatureCheck;
import io.tokentrail.model.Difference;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Verification;
import io.tokentrail.pipeline.EvidenceFolder;
import io.tokentrail.pipeline.OfferedDigests;
import io.tokentrail.pipeline.RunFailed;
import io.tokentrail.report.json.DamagedReport;
import io.tokentrail.report.json.JsonFormat;
import io.tokentrail.report.json.SavedManifest;
import io.tokentrail.report.json.VerificationJson;
import io.tokentrail.report.terminal.VerificationScreen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether a report is still the one that its evidence lists. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Checks a report that was written with --evidence: hashes every file again, compares it with the manifest, and"
          + " checks the manifest's signature.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 all is as it was written; 12 something differs, and what; 3 DIR is no report.",
      "",
      "A digest shows that a file has not changed since, as long as the manifest is trusted: by its signature, or"
          + " because it was kept elsewhere. It does not show where a log came from, nor that it is complete.",
      "",
      "  tokentrail verify report --public-key audit-team.pub.pem --require-signature",
      "  tokentrail verify report --inputs audit/ snapshot.json      and what was read",
      "  cd report && sha256sum -c evidence/checksums.txt            without this tool"
    })
final class Verify implements Callable<Integer> {

  private static final long LARGEST = 256L << 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "What `analyze --evidence --out DIR` wrote.")
  private Path dir;

  @Option(
      names = "--public-key",
      paramLabel = "PEM",
      description =
          "Whose signature it should be: the public key or a certificate. Without it a signature is not checked.")
  private Path publicKey;

  @Option(
      names = "--require-signature",
      description = "Exit 12 when nobody signed it, or when the signature cannot be checked.")
  private boolean required;

  @Option(
      names = "--inputs",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Also hash what was read: the PATHs of that run, wherever they are now. Give them behind DIR.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--json", description = "The result as JSON on stdout.")
  private boolean json;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() throws IOException {
    Optional<PublicKey> key =
        Optional.ofNullable(publicKey).map(file -> PublicKeyFile.read(spec.commandLine(), file));
    if (!Files.isDirectory(dir)
        || (!Files.exists(dir.resolve(JsonFormat.FILE))
            && !Files.exists(dir.resolve(Folder.EVIDENCE)))) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          dir + " is no report",
          List.of("Expected: the folder that `tokentrail analyze --evidence --out DIR` wrote."));
    }
    Verification result = check(new SignatureCheck.Asked(key, required));
    PrintWriter results = spec.commandLine().getOut();
    results.print(
        json
            ? VerificationJson.of(result)
            : VerificationScreen.render(result, Screens.of(terminal)));
    results.flush();
    return (result.passed() ? ExitCode.DONE : ExitCode.VERIFICATION).code();
  }

  private Verification check(SignatureCheck.Asked asked) throws IOException {
    Folder folder = Folder.of(dir);
    List<Difference> differences = new ArrayList<>();
    Optional<byte[]> bytes = own(Folder.MANIFEST);
    Optional<Manifest> manifest = bytes.flatMap(b -> manifest(b, differences));
    if (bytes.isEmpty()) {
      differences.add(
          new Difference(
              Difference.Kind.MISSING,
              Folder.MANIFEST,
              "without it nothing can be checked; `analyze --evidence` writes it"));
    }
    if (manifest.isEmpty()) {
      return new Verification(
          dir.toString(),
          manifest,
          Verification.Signature.ABSENT,
          0,
          0,
          Optional.empty(),
          differences);
    }
    SignatureCheck signature =
        SignatureCheck.of(
            manifest.get().seal(), bytes.get(), own(Folder.SIGNATURE).map(Verify::text), asked);
    differences.addAll(signature.differences());
    differences.addAll(checksums(manifest.get(), folder));
    differences.addAll(FolderCheck.outputs(manifest.get(), folder));
    Optional<InputsCheck> read = inputs(manifest.get());
    read.ifPresent(r -> differences.addAll(r.differences()));
    return new Verification(
        dir.toString(),
        manifest,
        signature.state(),
        folder.digests().size(),
        folder.sizes().values().stream().mapToLong(Long::longValue).sum(),
        read.map(InputsCheck::inputs),
        differences);
  }

  /** A file of the evidence itself; empty when it is missing, a link, or absurdly large. */
  private Optional<byte[]> own(String name) throws IOException {
    Path file = dir.resolve(name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Optional<Manifest> manifest(byte[] bytes, List<Difference> differences) {
    try {
      return Optional.of(SavedManifest.read(bytes));
    } catch (DamagedReport e) {
      differences.add(
          new Difference(
              Difference.Kind.MANIFEST, Folder.MANIFEST, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private List<Difference> checksums(Manifest manifest, Folder folder) throws IOException {
    Optional<byte[]> lines = own(Folder.CHECKSUMS);
    return lines.isPresent()
        ? FolderCheck.checksums(manifest, folder, new String(lines.get(), StandardCharsets.UTF_8))
        : List.of(
            new Difference(
                Difference.Kind.MISSING, Folder.CHECKSUMS, "every run with evidence writes it"));
  }

  /** What was read beside the PATHs of that run is sought where it was. */
  private Optional<InputsCheck> inputs(Manifest manifest) {
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>(inputs);
    manifest.inputs().stream()
        .filter(i -> EvidenceFolder.BESIDES.contains(i.kind()))
        .map(Manifest.Listed::path)
        .filter(p -> Files.isRegularFile(Path.of(p)))
        .forEach(paths::add);
    return Optional.of(InputsCheck.of(manifest.inputs(), OfferedDigests.of(paths)));
  }
}
