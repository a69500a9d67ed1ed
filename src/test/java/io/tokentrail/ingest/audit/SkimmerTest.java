package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkimmerTest {

  private final AuditEvent skimmed = new AuditEvent();
  private final AuditEvent strict = new AuditEvent();

  @Test
  void whatItReadsIsWhatJacksonReads() {
    int[] read = new int[1];
    qt().withExamples(5_000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              String event = new RandomEvents(seed).event();
              if (skim(event) >= 0) {
                read[0]++;
                assertEquals(fields(read(event)), fields(skimmed), event);
              }
            });
    assertTrue(read[0] > 1_000, "read only " + read[0]);
  }

  @Test
  void aLineOfAnApiServerIsReadWithoutJackson() throws IOException {
    String line = Events.line("7");
    assertEquals(line.length(), skim(line));
    assertEquals(
        "/api/v1/namespaces/shop/configmaps?limit=500&resourceVersion=0",
        skimmed.text(AuditEvent.URI));
    assertEquals("10.244.3.17", skimmed.text(AuditEvent.SOURCE_IP));
    assertEquals(1_772_362_927_120_001L, skimmed.received);
  }

  @Test
  void whatIsCutOffAnywhereIsLeftToTheStrictReader() {
    String line = Events.line("7");
    for (int length = 0; length < line.length(); length++) {
      assertTrue(skim(line.substring(0, length)) < 0, line.substring(0, length));
    }
  }

  @Test
  void aControlByteInsideATextIsDamage() {
    assertTrue(skim(Events.line("7").replace("limit", "li\nmit")) < 0);
    assertTrue(skim(Events.line("7").replace("limit", "li\0mit")) < 0);
  }

  @Test
  void damageInAValueThatNobodyNeedsIsDamage() {
    String line = Events.line("7");
    String body = "{\"a\":[1,-0.5e+3,true,false,null,\"x\\u00e9\\n\",{},[],{\"b\":[[]]}]}";
    String with = line.substring(0, line.length() - 1) + ",\"other\":" + body + "}";
    assertEquals(with.length(), skim(with));
    for (String[] damage :
        new String[][] {
          {"\"a\":", "\"a\"::"},
          {"\"a\":", "\"a\" "},
          {"\"a\":", "a:"},
          {"\"a\":", ""},
          {"[1,", "[1 2,"},
          {"[1,", "[1,,"},
          {"[1,", "[,1,"},
          {"[1,", "[01,"},
          {"-0.5e+3", "-.5"},
          {"-0.5e+3", "5."},
          {"-0.5e+3", "5e"},
          {"-0.5e+3", "+5"},
          {"true", "True"},
          {"false", "falsy"},
          {"null", "nul"},
          {"\\u00e9", "\\u00g9"},
          {"\\n", "\\q"},
          {"{},[]", "{],[}"},
          {"{},[]", "{},}[]"},
          {"[[]]", "[[],]"},
          {"[[]]", "[]]"},
          {"[[]]}", "[[]],}"},
        }) {
      String damaged = with.replace(body, body.replace(damage[0], damage[1]));
      assertTrue(skim(damaged) < 0, damaged);
    }
  }

  @Test
  void whatItTakesOfDamagedLinesJacksonTakes() {
    String marks = "{}[],:\"\\ 01-.eEtrufalsn/\0\t";
    qt().withExamples(20_000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              StringBuilder event = new StringBuilder(new RandomEvents(seed).event());
              for (int n = random.nextInt(2); n >= 0; n--) {
                int at = random.nextInt(event.length());
                String mark = String.valueOf(marks.charAt(random.nextInt(marks.length())));
                event.replace(at, at + random.nextInt(2), random.nextInt(3) > 0 ? mark : "");
              }
              SkimmerLaws.check(event.toString().getBytes(UTF_8));
            });
  }

  @Test
  void anEventBehindItsLineIsNotRead() {
    assertTrue(skim(Events.line("7").replace(",\"verb\"", "\n,\"verb\"")) < 0);
  }

  private int skim(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    byte[] bytes = Arrays.copyOf(utf8, utf8.length + Skimmer.PADDING);
    bytes[utf8.length] = '\n';
    return new Skimmer().skim(bytes, 0, utf8.length, skimmed);
  }

  private AuditEvent read(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    try {
      new StrictReader().read(utf8, 0, utf8.length, strict);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
    return strict;
  }

  private static String fields(AuditEvent e) {
    StringBuilder all = new StringBuilder();
    for (int field = 0; field < AuditEvent.FIELDS; field++) {
      all.append(field).append('=').append(e.text(field)).append('\n');
    }
    return all.append(e.code + " " + e.received + " " + e.answered).toString();
  }

  @Test
  void timesAsStoresPrintThemAreRead() throws IOException {
    String line = Events.line("7");
    long utc = read(line).received;
    for (String stored :
        new String[] {
          "2026-03-01 11:02:07.120001",
          "2026-03-01 11:02:07.120001000",
          "2026-03-01 11:02:07.120001 UTC",
          "2026-03-01T11:02:07.120001",
          "2026-03-01 11:02:07.120001+00"
        }) {
      String other = line.replace("2026-03-01T11:02:07.120001Z", stored);
      assertEquals(utc, read(other).received, stored);
      assertTrue(skim(other) < 0 || skimmed.received == utc, stored);
    }
    assertEquals(
        AuditEvent.NEVER, read(line.replace("2026-03-01T11:02:07.120001Z", "today")).received);
  }
}
