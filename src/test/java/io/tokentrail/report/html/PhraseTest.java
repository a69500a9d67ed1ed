package io.tokentrail.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.report.html.Phrase.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseTest {

  @Test
  void aTimeStaysTogetherAndCodeLosesItsBackticks() {
    assertEquals(
        List.of(
            new Phrase("refused since ", Kind.PLAIN),
            new Phrase("2026-05-04 01:09:12 UTC", Kind.TIME),
            new Phrase("; put ", Kind.PLAIN),
            new Phrase("level: Metadata", Kind.CODE),
            new Phrase(" first", Kind.PLAIN)),
        Phrase.of("refused since 2026-05-04 01:09:12 UTC; put `level: Metadata` first"));
  }

  @Test
  void aDateAloneAndAnIsoTimeAreTimesToo() {
    assertEquals(List.of(new Phrase("2026-05-04", Kind.TIME)), Phrase.of("2026-05-04"));
    assertEquals(
        List.of(new Phrase("2026-05-04T01:09:12.5Z", Kind.TIME)),
        Phrase.of("2026-05-04T01:09:12.5Z"));
  }

  @Test
  void nothingElseIsLost() {
    for (String text : List.of("", "a ` b", "``", "x2026-05-04", "no `code` no `more` 1 ` end")) {
      String back =
          Phrase.of(text).stream()
              .map(p -> p.code() ? "`" + p.text() + "`" : p.text())
              .collect(Collectors.joining());
      assertEquals(text, back);
    }
  }
}
