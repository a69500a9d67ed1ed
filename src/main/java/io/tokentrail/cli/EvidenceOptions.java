package io.tokentrail.cli;

import io.tokentrail.evidence.SigningKey;
import io.tokentrail.evidence.UnusableKey;
import io.tokentrail.pipeline.EvidenceFolder;
import io.tokentrail.pipeline.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a run leaves evidence, and who signs it. */
final class EvidenceOptions {

  private static final long LARGEST = 1 << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--evidence",
      description =
          "Also leave evidence/: a manifest with the SHA-256 of every input and output, checksums.txt, OSCAL assessment"
              + " results, OCSF findings. Takes the SHA-256 of files over 64 MB too. `tokentrail verify DIR` checks it.")
  private boolean evidence;

  @Option(
      names = "--signing-key",
      paramLabel = "PEM",
      description =
          "Sign the manifest with this private key: Ed25519, EC P-256 or RSA, PKCS#8, SEC1 or PKCS#1, not encrypted."
              + " Ed25519 and RSA give the same bytes each time, EC does not.")
  private Path signingKey;

  @Option(
      names = "--oscal-ap-href",
      paramLabel = "URI",
      defaultValue = "",
      description =
          "Where the OSCAL assessment plan is that the results belong to. Default: a urn that says there is none.")
  private String plan = "";

  boolean wanted() {
    return evidence;
  }

  /** The key, read once and before the long work starts. */
  Optional<SigningKey> key() {
    checkPlan();
    if (signingKey == null) {
      return Optional.empty();
    }
    if (!evidence) {
      throw new ParameterException(
          spec.commandLine(),
          "--signing-key signs the evidence, and there is none: add --evidence");
    }
    try {
      if (Files.size(signingKey) > LARGEST) {
        throw new ParameterException(
            spec.commandLine(), "--signing-key " + signingKey + ": it is too large for a key");
      }
      return Optional.of(
          SigningKey.of(new String(Files.readAllBytes(signingKey), StandardCharsets.ISO_8859_1)));
    } catch (UnusableKey e) {
      throw new ParameterException(
          spec.commandLine(), "--signing-key " + signingKey + ": " + e.getMessage());
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read --signing-key " + signingKey + ": " + Trouble.of(e));
    }
  }

  private void checkPlan() {
    try {
      new URI(plan);
    } catch (URISyntaxException e) {
      throw new ParameterException(spec.commandLine(), "--oscal-ap-href: this is no URI: " + plan);
    }
    if (!plan.isEmpty() && !evidence) {
      throw new ParameterException(
          spec.commandLine(), "--oscal-ap-href belongs to the evidence: add --evidence");
    }
  }

  /** What the evidence needs beside the report. */
  EvidenceFolder.Order order(
      Optional<SigningKey> key, boolean fixed, List<EvidenceFolder.Besides> known) {
    List<EvidenceFolder.Besides> besides = new ArrayList<>(known);
    List<String> given = ((Main) spec.root().userObject()).given();
    ConfigFile.named(given)
        .ifPresent(file -> besides.add(new EvidenceFolder.Besides("config", file)));
    return new EvidenceFolder.Order(
        key, Version.commit(), GivenCommand.of(spec, given, fixed), besides, plan);
  }
}
