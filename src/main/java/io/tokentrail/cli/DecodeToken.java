package io.tokentrail.cli;

import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.ingest.token.KeySet;
import io.tokentrail.ingest.token.TokenReader;
import io.tokentrail.model.Place;
import io.tokentrail.model.Token;
import io.tokentrail.pipeline.RunFailed;
import io.tokentrail.pipeline.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code token}: explains one JWT, and never shows it. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Explains one JWT: what it is, bound to what, when the kubelet refreshes it and when it stops working.",
      ""
    },
    footer = {
      "",
      "The token itself is never printed, in no verb and no error. Exit codes: 0 it decodes, expired or not; 3 it is no"
          + " JWT; 12 keys were given and none verifies it.",
      "",
      "  kubectl -n shop exec cart-0 -- \\",
      "    cat /var/run/secrets/kubernetes.io/serviceaccount/token |",
      "    tokentrail token -"
    })
final class DecodeToken implements Callable<Integer> {

  private static final int LARGEST = 1 << 20;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "-",
      description = "A file that holds the token; - for standard input, the default.")
  private String file = "-";

  @Option(
      names = "--keys",
      paramLabel = "PATH",
      description = "The cluster's public keys: JWKS or PEM. Repeatable.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--now",
      paramLabel = "TIME",
      converter = InputOptions.TimeText.class,
      description = "The time to judge by, instead of the clock's.")
  private Instant now;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() throws IOException {
    Instant at = Clock.fixed(now).orElseGet(Instant::now);
    KeySet known = keys(at);
    Token token =
        new TokenReader(known)
            .parse(text(), new Place(file.equals("-") ? "stdin" : file, 1))
            .orElseThrow(
                () ->
                    new RunFailed(
                        RunFailed.Kind.NOTHING_READ,
                        "this is no JWT",
                        List.of(
                            "Expected: three parts of base64url text, joined by dots.",
                            "What was given is not repeated here, in case it is a secret.")));
    spec.commandLine()
        .getOut()
        .print(new TokenScreen(token, known.keys().keyIds(), at, Screens.of(terminal)).render());
    spec.commandLine().getOut().flush();
    return (token.signature() == Token.Signature.INVALID ? ExitCode.VERIFICATION : ExitCode.DONE)
        .code();
  }

  private String text() {
    try {
      if (file.equals("-")) {
        return new String(System.in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip();
      }
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
        throw new RunFailed(
            RunFailed.Kind.NOTHING_READ, file + " is too large for a token", List.of());
      }
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ, "cannot read " + file, List.of(Trouble.of(e)));
    }
  }

  private KeySet keys(Instant at) {
    if (keys.isEmpty()) {
      return KeySet.NONE;
    }
    LocalFiles access = new LocalFiles();
    KeySet known =
        SideReading.read(
                Offering.of(keys, Map.of(), access),
                access,
                new SideOptions(ZoneOffset.UTC, at, Map.of(), 0, false))
            .keys();
    if (known.isEmpty()) {
      throw new RunFailed(
          RunFailed.Kind.NOTHING_READ,
          "no public key in " + String.join(", ", keys),
          List.of("Expected: a JWKS (kubectl get --raw /openid/v1/jwks) or a PEM public key."));
    }
    return known;
  }
}
