package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which verbs, and which of the resources that judgements lean on, a log has any event of: what the
 * audit policy leaves out shows as a bit that stays zero.
 */
final class Recorded {

  private static final List<byte[]> VERBS =
      all("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private static final List<byte[]> RESOURCES =
      all("pods", "secrets", "serviceaccounts", "tokenreviews", "leases", "nodes", "configmaps");

  private Recorded() {}

  private static List<byte[]> all(String... names) {
    return java.util.Arrays.stream(names).map(n -> n.getBytes(UTF_8)).toList();
  }

  /** The bits of an event: its verb's and its resource's. */
  static int bits(AuditEvent e) {
    return bit(e, AuditEvent.VERB, VERBS) | bit(e, AuditEvent.RESOURCE, RESOURCES) << VERBS.size();
  }

  private static int bit(AuditEvent e, int field, List<byte[]> names) {
    int length = e.to(field) - e.from(field);
    for (int i = 0; length > 0 && i < names.size(); i++) {
      if (names.get(i).length == length && e.is(field, names.get(i))) {
        return 1 << i;
      }
    }
    return 0;
  }

  static SortedSet<String> verbs(int bits) {
    return named(bits, VERBS);
  }

  static SortedSet<String> resources(int bits) {
    return named(bits >>> VERBS.size(), RESOURCES);
  }

  private static SortedSet<String> named(int bits, List<byte[]> names) {
    SortedSet<String> all = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      if ((bits >>> i & 1) != 0) {
        all.add(new String(names.get(i), UTF_8));
      }
    }
    return all;
  }
}
