package io.tokentrail.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.report.Reports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void noLineIsWiderThanTheScreen() {
    for (int width : List.of(80, 100, 120)) {
      Summary.render(Reports.sample(), new Screen(width, false, false))
          .lines()
          .forEach(line -> assertTrue(Lines.width(line) <= width, line));
    }
  }

  @Test
  void aPipeGetsNoEscapeSequence() {
    assertFalse(Summary.render(Reports.sample(), Screen.PIPE).contains("\u001b"));
  }

  @Test
  void colourRepeatsAWord() {
    String screen = Summary.render(Reports.sample(), new Screen(80, true, false));

    assertTrue(screen.contains("\u001b[31m▲"), screen);
    assertEquals(
        Summary.render(Reports.sample(), Screen.PIPE), screen.replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void anOldTerminalGetsAsciiAlone() {
    String screen = Summary.render(Reports.sample(), new Screen(80, false, true));

    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(screen));
    assertTrue(screen.contains("^  critical") || screen.contains("^ critical"), screen);
    assertTrue(screen.contains(" | "), screen);
  }

  @Test
  void itSaysWhatWhereWhyAndWhatWasNotLookedAt() {
    String screen =
        Summary.render(
            Reports.sample(),
            Screen.PIPE,
            "out",
            List.of(new Written("out/report.html", "120 kB", "open this")));

    for (String part :
        List.of(
            "pay-prod-eu1   3 May 15:00 – 4 May 03:00 UTC, 12 h   coverage 97.3 %",
            "ROTATION_STALL",
            "about",
            "sure",
            "Next     # worker-07",
            "         ssh worker-07 sudo systemctl restart kubelet",
            "Why      tokentrail explain F-bddb3475 --report out",
            "Causes   6 found · 23 clear · 3 not checked",
            "SIGNING_KEY_CHANGED needs keys (JWKS)",
            "Soon     shop/order-export's token dies at 4 May 03:36",
            "Legacy   1 of 3 safe to delete · 1 not · 1 unknown",
            "3 rejected · 2 118 repeated",
            "Unread   secret/locked.log: permission denied",
            "Written  out/report.html  120 kB  open this")) {
      assertTrue(screen.contains(part), part + "\n\n" + screen);
    }
  }

  @Test
  void aQuietRunSaysThat401sWouldHaveBeenSeen() {
    String screen = Summary.render(Reports.quiet(), Screen.PIPE);

    assertTrue(screen.contains("401s are visible in this"), screen);
    assertFalse(screen.contains("Next"), screen);
  }

  @Test
  void aLongCommandIsBrokenAtNoBlankWithinQuotes() {
    String quoted = "'{range .items[*]}{.metadata.name} {.metadata.creationTimestamp}{end} of all'";
    String command = "kubectl get pods -n a-namespace --field-selector a=b -o jsonpath=" + quoted;

    String shown = Lines.command("Next", 9, command, 80);

    assertTrue(shown.contains("a=b -o \\\n         jsonpath=" + quoted + "\n"), shown);
  }

  @Test
  void whatIsSaidOfACommandIsACommentInEachLine() {
    String shown = Lines.comment("", 9, "it restarts all of its pods ".repeat(8), 80);

    assertTrue(shown.lines().count() > 2, shown);
    assertTrue(shown.lines().allMatch(l -> l.startsWith("         # ") && l.length() <= 80), shown);
  }

  @Test
  void aCommandThatIsTooLongGoesOnAfterABackslash() {
    String command = "kubectl " + "get pod ".repeat(30);

    assertEquals(
        command.strip(),
        Lines.command("Next", 9, command, 80).replaceAll(" \\\\\n *", " ").substring(9).strip());
  }
}
