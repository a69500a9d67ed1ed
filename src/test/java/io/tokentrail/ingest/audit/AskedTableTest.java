package io.tokentrail.ingest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.model.Asked;
import io.tokentrail.model.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AskedTableTest {

  /** A state of its own, as one part of the log comes to. */
  private static final class Part {
    private final Dictionary texts = new Dictionary();
    private final AskedTable table = new AskedTable();
    private final AuditEvent event = new AuditEvent();

    void asks(String name, int weight) {
      event.clear(new byte[0]);
      event.text(AuditEvent.VERB, "get");
      event.text(AuditEvent.RESOURCE, "configmaps");
      event.text(AuditEvent.NAMESPACE, "shop");
      event.text(AuditEvent.NAME, name);
      event.text(AuditEvent.URI, "/api/v1/namespaces/shop/configmaps/" + name + "?x=" + weight);
      table.add(0, event, weight, texts);
    }

    void merge(Part other) {
      table.merge(other.table, new int[] {0}, texts.merge(other.texts));
    }
  }

  private static List<String> requests(int different) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      all.add("settings-" + i * i % different);
    }
    return all;
  }

  private static List<Asked> inParts(List<String> requests, int parts, long seed) {
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      all.add(new Part());
    }
    List<String> shuffled = new ArrayList<>(requests);
    Collections.shuffle(shuffled, new Random(seed));
    for (int i = 0; i < shuffled.size(); i++) {
      all.get(i % parts).asks(shuffled.get(i), 1);
    }
    Collections.shuffle(all, new Random(seed + 1));
    Part whole = all.get(0);
    all.stream().skip(1).forEach(whole::merge);
    return whole.table.of(0, whole.texts);
  }

  @Test
  void anyOrderAndAnyPartsComeToTheSame() {
    List<String> requests = requests(211);
    List<Asked> whole = inParts(requests, 1, 3);
    assertEquals(Use.MOST_ASKED, whole.size());
    for (int parts : new int[] {2, 7, 64}) {
      assertEquals(whole, inParts(requests, parts, parts));
    }
  }

  @Test
  void whatIsKeptIsCountedExactly() {
    List<String> requests = requests(211);
    Map<String, Long> counts = new HashMap<>();
    requests.forEach(r -> counts.merge(r, 1L, Long::sum));
    List<Asked> kept = inParts(requests, 16, 5);
    assertTrue(kept.stream().allMatch(a -> counts.get(a.target().name()) == a.requests()));
  }

  @Test
  void whatWasARepetitionIsTakenOutAgain() {
    Part part = new Part();
    part.asks("settings", 1);
    part.asks("settings", 1);
    part.asks("prices", 1);
    Part out = new Part();
    out.asks("settings", -1);
    out.asks("prices", -1);
    part.merge(out);
    List<Asked> left = part.table.of(0, part.texts);
    assertEquals(1, left.size());
    assertEquals("settings", left.get(0).target().name());
    assertEquals(1, left.get(0).requests());
  }
}
