package io.tokentrail.evidence;

import io.tokentrail.model.Difference;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Inputs held against a manifest.
 *
 * @param inputs what they come to
 * @param differences what is not what was read, by path
 */
public record InputsCheck(Verification.Inputs inputs, List<Difference> differences) {

  public InputsCheck {
    differences = differences.stream().sorted(Comparator.comparing(Difference::what)).toList();
  }

  /**
   * By path first; what stands elsewhere today is known by its digest.
   *
   * @param listed what was read
   * @param offered SHA-256 by path of what is there now; empty where it cannot be read
   */
  public static InputsCheck of(List<Manifest.Listed> listed, SortedMap<String, String> offered) {
    SortedMap<String, String> left = new TreeMap<>(offered);
    SortedMap<String, String> moved = new TreeMap<>();
    List<Difference> differences = new ArrayList<>();
    List<Manifest.Listed> elsewhere = new ArrayList<>();
    int same = 0;
    int unknown = 0;
    for (Manifest.Listed input : listed) {
      String now = left.get(input.path());
      if (input.sha256().isEmpty()) {
        unknown++;
        left.remove(input.path());
      } else if (now == null) {
        elsewhere.add(input);
      } else {
        left.remove(input.path());
        if (now.equals(input.sha256())) {
          same++;
        } else {
          differences.add(
              new Difference(
                  Difference.Kind.INPUT,
                  input.path(),
                  now.isEmpty() ? "it cannot be read" : "its bytes are not those that were read"));
        }
      }
    }
    for (Manifest.Listed input : elsewhere) {
      String path = likest(left, input);
      if (path.isEmpty()) {
        differences.add(
            new Difference(Difference.Kind.INPUT, input.path(), "it was read and is not there"));
      } else {
        left.remove(path);
        moved.put(input.path(), path);
        same++;
      }
    }
    left.keySet()
        .forEach(
            path ->
                differences.add(
                    new Difference(Difference.Kind.INPUT, path, "it is there and was not read")));
    return new InputsCheck(new Verification.Inputs(same, moved, unknown), differences);
  }

  /** Of several with these bytes the one whose path ends most alike. */
  private static String likest(Map<String, String> left, Manifest.Listed input) {
    String best = "";
    int most = -1;
    for (Map.Entry<String, String> entry : left.entrySet()) {
      int alike = alike(entry.getKey(), input.path());
      if (entry.getValue().equals(input.sha256()) && alike > most) {
        best = entry.getKey();
        most = alike;
      }
    }
    return best;
  }

  private static int alike(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }
}
