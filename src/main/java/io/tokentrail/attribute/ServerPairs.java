package io.tokentrail.attribute;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Which API server's log goes with which stream of audit files. Their names mostly share the
 * machine's name; where they do not, the pair whose times agree best.
 */
final class ServerPairs {

  private record Pair(String source, String host, int shared, long agreeing) {}

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
    List<Pair> pairs =
        sources.stream()
            .flatMap(
                s ->
                    hosts.stream()
                        .map(
                            h ->
                                new Pair(
                                    s,
                                    h,
                                    shared(s, h, sources, hosts),
                                    agreement.applyAsLong(s, h))))
            .sorted(
                Comparator.comparingInt(Pair::shared)
                    .thenComparingLong(Pair::agreeing)
                    .reversed()
                    .thenComparing(Pair::source)
                    .thenComparing(Pair::host))
            .toList();
    SortedMap<String, String> out = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs) {
      boolean meaningful = pair.shared() > 0 || pair.agreeing() > 0;
      if (meaningful && !out.containsKey(pair.source()) && taken.add(pair.host())) {
        out.put(pair.source(), pair.host());
      }
    }
    return out;
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

  /** For tests and callers that have one of each: no choice to make. */
  static SortedMap<String, String> only(String source, String host) {
    return new TreeMap<>(Map.of(source, host));
  }
}
