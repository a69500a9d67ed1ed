package io.tokentrail.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<String> read(byte[] bytes) {
    List<String> all = new ArrayList<>();
    try (Lines lines = new Lines(new ByteArrayInputStream(bytes))) {
      while (lines.next()) {
        all.add(lines.text());
        assertEquals(all.size(), lines.number());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static List<String> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whateverEndsTheLinesTheyAreTheSame() {
    qt().forAll(
            lists().of(strings().basicLatinAlphabet().ofLengthBetween(0, 9)).ofSizeBetween(1, 9))
        .check(
            wanted -> {
              List<String> clean =
                  wanted.stream().map(s -> s.replaceAll("\\p{Cntrl}", "")).toList();
              List<String> ended = read(String.join("\n", clean) + "\n");
              return ended.equals(clean)
                  && read(String.join("\r\n", clean) + "\r\n").equals(clean)
                  && read("\uFEFF" + String.join("\n", clean) + "\n").equals(clean);
            });
  }

  @Test
  void aMissingLastNewlineCutsNothing() {
    assertEquals(List.of("one", "two"), read("one\ntwo"));
  }

  @Test
  void theHoleThatRotationLeavesIsSkipped() {
    assertEquals(List.of("one", "two"), read("\0\0\0\0one\n\0two\n"));
  }

  @Test
  void aWindowsShellsTextIsReadable() throws IOException {
    byte[] shell = "\uFEFFöne\r\ntwo\r\n".getBytes(StandardCharsets.UTF_16LE);
    assertTrue(Narrowed.fits(shell));
    byte[] narrow = Narrowed.of(new ByteArrayInputStream(shell)).readAllBytes();
    assertEquals(List.of("öne", "two"), read(narrow));
  }

  @Test
  void utf16WithoutAMarkIsToldByItsZeros() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] shell = "{\"kind\":\"Event\",\"a\":\"ö\"}\r\ntwo\r\n".getBytes(charset);
      assertTrue(Narrowed.fits(shell));
      byte[] narrow = Narrowed.of(new ByteArrayInputStream(shell)).readAllBytes();
      assertEquals(List.of("{\"kind\":\"Event\",\"a\":\"ö\"}", "two"), read(narrow));
    }
    assertFalse(Narrowed.fits(new byte[64]));
    assertFalse(Narrowed.fits("plain text".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void invalidUtf8IsSurvived() {
    assertEquals(2, read(new byte[] {'a', (byte) 0xff, '\n', 'b', '\n'}).size());
  }
}
