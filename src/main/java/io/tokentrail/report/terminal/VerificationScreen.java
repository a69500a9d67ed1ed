package io.tokentrail.report.terminal;

import io.tokentrail.model.Difference;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Report;
import io.tokentrail.model.Verification;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What checking a report against its evidence came to, on a terminal. */
public final class VerificationScreen {

  private static final int MARGIN = 11;

  /** Differences told one by one; {@code --json} has all of them. */
  private static final int MOST = 40;

  private final Verification result;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  private VerificationScreen(Verification result, Screen screen) {
    this.result = result;
    this.screen = screen;
  }

  /** The whole screen. */
  public static String render(Verification result, Screen screen) {
    VerificationScreen it = new VerificationScreen(result, screen);
    it.head();
    result.manifest().ifPresent(it::manifest);
    it.inputs();
    it.differences();
    it.meaning();
    return screen.shown(it.out.toString());
  }

  private void head() {
    String folder = screen.safe(result.folder());
    String text =
        result.passed()
            ? folder + " is as it was written."
            : folder
                + (result.manifest().isEmpty()
                    ? " cannot be checked."
                    : signatureAlone()
                        ? " is as its manifest says, but no signature vouches for that."
                        : " is not as it was written.");
    Lines.wrap(text, screen.width())
        .forEach(l -> line(screen.in(result.passed() ? Style.BOLD : Style.RED, l)));
    line("");
  }

  /** Whether the files are as listed, and only who signed the list is not as it should be. */
  private boolean signatureAlone() {
    return result.differences().stream().allMatch(d -> d.kind() == Difference.Kind.SIGNATURE);
  }

  private void manifest(Manifest manifest) {
    Report.Run run = manifest.run();
    List<String> by = new ArrayList<>();
    by.add("tokentrail " + screen.safe(run.tool()));
    if (!run.commit().isEmpty()) {
      by.add("commit " + screen.safe(run.commit()));
    }
    by.add(
        Words.date(run.at())
            + " "
            + Words.second(run.at())
            + " UTC"
            + (run.fixed() ? ", as given" : ""));
    if (!run.cluster().isEmpty()) {
      by.add(screen.safe(run.cluster()));
    }
    label("Written by", by);
    label("Log", List.of(manifest.span().map(s -> Words.span(s, true)).orElse("none")));
    label("Files", List.of(Words.count(result.files(), "file"), Words.size(result.bytes())));
    label("Signature", List.of(signature(manifest.seal())));
  }

  private String signature(Manifest.Seal seal) {
    String key = seal.algorithm() + ", key sha256 " + seal.keyId();
    return switch (result.signature()) {
      case VALID -> "valid: by the given key (" + screen.safe(key) + ")";
      case INVALID -> "not valid";
      case UNCHECKED -> "not checked: give --public-key; the manifest names " + screen.safe(key);
      case ABSENT -> "none: nobody signed this manifest";
    };
  }

  private void inputs() {
    result
        .inputs()
        .ifPresent(
            i -> {
              List<String> parts = new ArrayList<>();
              parts.add(Words.count(i.same()) + " the same");
              if (!i.moved().isEmpty()) {
                parts.add(Words.count(i.moved().size()) + " of them elsewhere now");
              }
              if (i.unknown() > 0) {
                parts.add(Words.count(i.unknown()) + " without a digest");
              }
              label("Inputs", parts);
            });
  }

  private void differences() {
    if (result.passed()) {
      return;
    }
    if (result.manifest().isPresent()) {
      line("");
    }
    for (Difference d : result.differences().stream().limit(MOST).toList()) {
      label(d.kind().code(), List.of(screen.safe(d.what()) + ": " + screen.safe(d.why())));
    }
    int rest = result.differences().size() - MOST;
    if (rest > 0) {
      line("and " + Words.count(rest, "more difference") + ": --json has all of them");
    }
  }

  /** What was shown, and what cannot be. */
  private void meaning() {
    line("");
    String text =
        !result.passed()
            ? "Nothing in it may be relied on before that is explained."
            : vouched()
                + " Where the inputs came from, and whether they are complete, no digest shows."
                + (result.inputs().isPresent()
                    ? ""
                    : " What was read is checked with --inputs PATH...");
    Lines.wrap(text, screen.width()).forEach(this::line);
  }

  private String vouched() {
    return switch (result.signature()) {
      case VALID -> "The holder of that key vouched for these files.";
      case UNCHECKED, INVALID ->
          "Whether somebody vouched for these files was not checked: whoever can write them can write"
              + " a new manifest.";
      case ABSENT ->
          "Nobody vouched for these files: whoever can write them can write a new manifest.";
    };
  }

  private void label(String label, List<String> items) {
    out.append(
        Lines.labelled(
            label,
            MARGIN,
            items.stream().filter(i -> !i.isEmpty()).collect(Collectors.joining(screen.between())),
            screen.width()));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
