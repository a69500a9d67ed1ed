package io.tokentrail.diagnose;

import io.tokentrail.model.CauseCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of each cause: what {@code explain} and the report print. Markdown. */
public final class Pages {

  /** The headings of every page, in their order. */
  public static final List<String> HEADINGS =
      List.of(
          "What it looks for",
          "Why it matters",
          "How it is seen",
          "Told from its look-alikes",
          "What decides it",
          "Confirm by hand",
          "Fix",
          "Risk",
          "Prevent",
          "When this is wrong",
          "Versions and platforms",
          "Sources");

  private Pages() {}

  /** The page's text; empty for a cause that has none yet. */
  public static Optional<String> text(CauseCode code) {
    try (InputStream page = Pages.class.getResourceAsStream(name(code) + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code in camel case: {@code ROTATION_STALL} is {@code RotationStall}. */
  public static String name(CauseCode code) {
    StringBuilder name = new StringBuilder();
    boolean start = true;
    for (char c : code.name().toCharArray()) {
      if (c == '_') {
        start = true;
      } else {
        name.append(start ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
        start = false;
      }
    }
    return name.toString();
  }
}
