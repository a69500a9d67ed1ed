package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.Asked;
import io.tokentrail.model.Target;
import io.tokentrail.model.Use;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the requests of each row of a {@link UseTable} asked for, counted.
 *
 * <p>A row keeps the {@link Use#MOST_ASKED} things whose hashes are lowest. What is among them in
 * the end was among them from its first request on, wherever the log is cut: its count is exact and
 * the same for any order and any parts.
 */
final class AskedTable implements Serializable {

  private static final long serialVersionUID = 1;

  /** Verb, API group, resource, sub-resource, namespace, name, path. */
  private static final int TEXTS = 7;

  private static final int[] FIELDS = {
    AuditEvent.VERB,
    AuditEvent.API_GROUP,
    AuditEvent.RESOURCE,
    AuditEvent.SUBRESOURCE,
    AuditEvent.NAMESPACE,
    AuditEvent.NAME
  };

  /** The first entry of each row, plus one. */
  private int[] first = new int[1 << 6];

  private int size;
  private int[] next = new int[1 << 6];
  private long[] hashes = new long[1 << 6];
  private long[] counts = new long[1 << 6];
  private int[] texts = new int[TEXTS << 6];

  /** Counts one request. */
  void add(int row, AuditEvent e, int weight, Dictionary numbers) {
    boolean resource = e.has(AuditEvent.RESOURCE);
    int pathEnd = resource ? e.from(AuditEvent.URI) : pathEnd(e);
    long hash = 0;
    for (int field : FIELDS) {
      hash = Hashing.hash(e.bytes(field), e.from(field), e.to(field), hash);
    }
    hash = Hashing.hash(e.bytes(AuditEvent.URI), e.from(AuditEvent.URI), pathEnd, hash);
    int entry = entry(row, hash);
    if (entry < 0) {
      return;
    }
    if (hashes[entry] != hash || counts[entry] == 0) {
      hashes[entry] = hash;
      counts[entry] = 0;
      int at = entry * TEXTS;
      for (int field : FIELDS) {
        texts[at++] = numbers.number(e.bytes(field), e.from(field), e.to(field));
      }
      texts[at] = numbers.number(e.bytes(AuditEvent.URI), e.from(AuditEvent.URI), pathEnd);
    }
    counts[entry] += weight;
  }

  private static int pathEnd(AuditEvent e) {
    byte[] b = e.bytes(AuditEvent.URI);
    int at = e.from(AuditEvent.URI);
    while (at < e.to(AuditEvent.URI) && b[at] != '?') {
      at++;
    }
    return at;
  }

  /** The entry to count under, another's if it has to give way; -1 when there is no place. */
  private int entry(int row, long hash) {
    int entry = row < first.length ? first[row] - 1 : -1;
    int highest = entry;
    int kept = 0;
    while (entry >= 0) {
      if (hashes[entry] == hash) {
        return entry;
      }
      highest = hashes[entry] > hashes[highest] ? entry : highest;
      kept++;
      entry = next[entry] - 1;
    }
    if (kept == Use.MOST_ASKED) {
      return hash < hashes[highest] ? highest : -1;
    }
    return append(row);
  }

  private int append(int row) {
    if (row >= first.length) {
      first = Arrays.copyOf(first, Math.max(row + 1, first.length * 2));
    }
    if (size == next.length) {
      next = Arrays.copyOf(next, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
      texts = Arrays.copyOf(texts, size * 2 * TEXTS);
    }
    next[size] = first[row];
    first[row] = size + 1;
    return size++;
  }

  /**
   * Adds another table's counts.
   *
   * @param rows which rows here the other's rows are
   * @param numbers what the other's dictionary numbers are here
   */
  void merge(AskedTable other, int[] rows, int[] numbers) {
    for (int row = 0; row < Math.min(rows.length, other.first.length); row++) {
      for (int from = other.first[row] - 1; from >= 0; from = other.next[from] - 1) {
        int entry = entry(rows[row], other.hashes[from]);
        if (entry >= 0) {
          if (hashes[entry] != other.hashes[from] || counts[entry] == 0) {
            hashes[entry] = other.hashes[from];
            counts[entry] = 0;
            for (int i = 0; i < TEXTS; i++) {
              texts[entry * TEXTS + i] = numbers[other.texts[from * TEXTS + i]];
            }
          }
          counts[entry] += other.counts[from];
        }
      }
    }
  }

  /** What a row asked for. */
  List<Asked> of(int row, Dictionary numbers) {
    List<Asked> all = new ArrayList<>();
    int entry = row < first.length ? first[row] - 1 : -1;
    for (; entry >= 0; entry = next[entry] - 1) {
      if (counts[entry] > 0) {
        all.add(asked(entry, numbers));
      }
    }
    all.sort(null);
    return all;
  }

  private Asked asked(int entry, Dictionary numbers) {
    String[] t = new String[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
      t[i] = Masking.of(numbers.text(texts[entry * TEXTS + i]));
    }
    return new Asked(t[0], new Target(t[1], t[2], t[3], t[4], t[5], ""), t[6], counts[entry]);
  }
}
