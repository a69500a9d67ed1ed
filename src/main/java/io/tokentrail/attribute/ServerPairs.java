package io.tokentrail.attribute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Which API server's log goes with which stream of audit files. Their names mostly share the
 * machine's name; where they do not, the pair whose times agree best.
 */
final class ServerPairs {

  private record Pair(String source, String host, long weight) {}

  private ServerPairs() {}

  /**
   * Pairs them one to one.
   *
   * @param sources audit streams
   * @param hosts machines of API server logs
   * @param agreement how many lines of a host have a 401 of the source at the same time
   * @return host by source; a source without a log is not in it
   */
  static SortedMap<String, String> of(
      List<String> sources, List<String> hosts, ToLongBiFunction<String, String> agreement) {
    SortedMap<String, String> out = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    List<Pair> alike = new ArrayList<>();
    for (String source : sources) {
      for (String host : hosts) {
        alike.add(new Pair(source, host, shared(source, host, sources, hosts)));
      }
    }
    settle(alike, out, taken);
    List<Pair> agreeing = new ArrayList<>();
    for (String source : sources) {
      for (String host : hosts) {
        if (!out.containsKey(source) && !taken.contains(host)) {
          agreeing.add(new Pair(source, host, agreement.applyAsLong(source, host)));
        }
      }
    }
    settle(agreeing, out, taken);
    return out;
  }

  private static void settle(List<Pair> pairs, SortedMap<String, String> out, Set<String> taken) {
    pairs.sort(
        Comparator.comparingLong(Pair::weight)
            .reversed()
            .thenComparing(Pair::source)
            .thenComparing(Pair::host));
    for (Pair pair : pairs) {
      if (pair.weight() > 0 && !out.containsKey(pair.source()) && taken.add(pair.host())) {
        out.put(pair.source(), pair.host());
      }
    }
  }

  /** How many characters of the two names' telling words are the same. */
  private static int shared(String source, String host, List<String> sources, List<String> hosts) {
    String a = source.toLowerCase(Locale.ROOT);
    String b = host.toLowerCase(Locale.ROOT).replaceFirst("^kube-apiserver-", "");
    if (!b.isEmpty() && a.contains(b) && unique(b, sources)) {
      return b.length();
    }
    String last = a.substring(a.lastIndexOf('/') + 1);
    return !last.isEmpty() && b.contains(last) && unique(last, hosts) ? last.length() : 0;
  }

  private static boolean unique(String name, List<String> among) {
    return among.stream().filter(x -> x.toLowerCase(Locale.ROOT).contains(name)).count() == 1;
  }
}
