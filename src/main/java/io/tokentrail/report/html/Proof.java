package io.tokentrail.report.html;

import io.tokentrail.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one or several references show.
 *
 * @param says in words; may be empty
 * @param times how many references show it, where there are several; empty else
 * @param references where it stands: lines of one file in one reference
 */
public record Proof(String says, String times, List<Reference> references) {

  /**
   * Where something stands.
   *
   * @param text the reference, as it may be copied
   * @param link the row of the request that it names; empty where the page shows none
   */
  public record Reference(String text, String link) {}

  private static final String AUDIT = "auditID=";

  /** References that show the same stand together, where the first of them stood. */
  static List<Proof> of(List<Evidence> evidence, Telling telling) {
    Map<String, List<String>> by = new LinkedHashMap<>();
    for (Evidence e : evidence) {
      String says = Show.text(e.says(), 400);
      String key = says.isEmpty() ? Show.text(e.reference(), 300) : says;
      by.computeIfAbsent(key, k -> new ArrayList<>()).add(e.reference());
    }
    List<Proof> proofs = new ArrayList<>();
    by.forEach(
        (key, references) -> {
          boolean wordless = Show.text(references.get(0), 300).equals(key);
          proofs.add(
              new Proof(
                  wordless ? "" : Show.capital(key),
                  references.size() > 1 ? references.size() + " times" : "",
                  folded(references).stream().map(r -> reference(r, telling)).toList()));
        });
    return List.copyOf(proofs);
  }

  private static Reference reference(String text, Telling telling) {
    return new Reference(
        Show.text(text, 300),
        text.startsWith(AUDIT) ? telling.requestLink(text.substring(AUDIT.length())) : "");
  }

  /** {@code file:12}, {@code file:13}, {@code file:17} become {@code file:12, 13, 17}. */
  private static List<String> folded(List<String> references) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String reference : references) {
      int colon = reference.lastIndexOf(':');
      boolean line = colon > 0 && reference.substring(colon + 1).matches("[0-9]{1,18}");
      String file = line ? reference.substring(0, colon) : reference;
      files.merge(
          file,
          reference,
          (before, next) -> line ? before + ", " + next.substring(colon + 1) : before);
    }
    return List.copyOf(files.values());
  }
}
