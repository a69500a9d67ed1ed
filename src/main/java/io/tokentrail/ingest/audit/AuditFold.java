package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokentrail.model.Account;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of reading a part of the log: events that matter are kept one by one, all are counted.
 * Folds of parts merge into the fold of the whole, in any order. Bounded by senders, accounts,
 * tokens and kept events.
 *
 * <p>Requests are counted, not lines. A long-running request (watch, exec, attach, portforward,
 * proxy, log) has a ResponseStarted and a ResponseComplete line under one id, see {@link
 * OpenRequests}; every other one is counted by its ResponseComplete or Panic line. RequestReceived
 * lines count only for a sender none of whose requests has another line.
 */
final class AuditFold implements Mergeable<AuditFold>, Serializable {

  private static final long serialVersionUID = 1;

  private static final byte[] REQUEST_RECEIVED = "RequestReceived".getBytes(UTF_8);
  private static final byte[] RESPONSE_STARTED = "ResponseStarted".getBytes(UTF_8);
  private static final byte[] WATCH = "watch".getBytes(UTF_8);
  private static final byte[] PROXY = "proxy".getBytes(UTF_8);
  private static final byte[][] LONG_RUNNING = {
    "attach".getBytes(UTF_8),
    "exec".getBytes(UTF_8),
    "log".getBytes(UTF_8),
    "portforward".getBytes(UTF_8),
    PROXY
  };
  private static final byte[] ACCOUNT = Account.USERNAME_PREFIX.getBytes(UTF_8);
  private static final byte[] JTI = "JTI=".getBytes(UTF_8);
  private static final Pattern STALE = Pattern.compile("threshold: (\\d{1,10})$");

  private static final int ALL = 1;
  private static final int LEGACY = 2;
  private static final int STALE_TOKEN = 4;
  private static final int FORBIDDEN = 8;

  final Dictionary texts = new Dictionary();
  final UseTable uses = new UseTable();
  final OpenRequests open = new OpenRequests();
  final AskedTable asked = new AskedTable();
  final Map<Integer, Coverage> files = new TreeMap<>();
  final KeptEvents kept = new KeptEvents();
  final Exposures exposures = new Exposures();
  final Sightings sightings;
  final Edges edges = new Edges();
  final Sightings keptSightings = new Sightings(Integer.MAX_VALUE);
  final Rejected rejected;
  private transient int lastFile = -1;
  private transient Coverage lastCoverage;
  private final int[] key = new int[UseTable.KEYS];

  AuditFold(ReadLimits limits) {
    rejected = new Rejected(limits.rejects());
    sightings = new Sightings(limits.remembered());
  }

  /** What a file covers; the one asked for last is at hand. */
  Coverage file(int file) {
    if (file != lastFile || lastCoverage == null) {
      lastFile = file;
      lastCoverage = files.computeIfAbsent(file, f -> new Coverage());
    }
    return lastCoverage;
  }

  /**
   * Takes an event in.
   *
   * @param hash of its identity
   * @param weight 1, or -1 to take it out again when it turned out to be a repetition of one that
   *     stays
   */
  void add(AuditEvent e, long hash, Part part, long line, int weight) {
    int file = part.file();
    Kept.Kind kind = Keeping.kind(e);
    Coverage coverage = file(file);
    coverage.recorded(Recorded.bits(e));
    coverage.add(
        number(e, AuditEvent.STAGE),
        number(e, AuditEvent.LEVEL),
        kind == Kept.Kind.TOKEN_REQUEST,
        e.answered,
        weight);
    if (weight > 0) {
      sighted(kind == null, hash, part, Stamp.minute(e.answered), line);
    }
    if (kind != null && weight > 0) {
      Kept row = Keeping.kept(e, kind, part.scope(), file, line);
      if (row != null) {
        kept.add(row);
      }
    }
    if (e.suspect) {
      exposures.add(e, file, line, weight);
    }
    if (e.has(AuditEvent.USERNAME)) {
      use(e, file, line, weight);
    }
  }

  private void sighted(boolean plain, long hash, Part part, long minute, long line) {
    if (plain) {
      sightings.add(hash, part.file(), minute, line);
      edges.add(hash, part, minute);
    } else {
      keptSightings.add(hash, part.file(), minute, line);
    }
  }

  private int number(AuditEvent e, int field) {
    return texts.number(e.bytes(field), e.from(field), e.to(field));
  }

  private void use(AuditEvent e, int file, long line, int weight) {
    int row = row(e);
    int flags =
        ALL
            | (e.has(AuditEvent.LEGACY) ? LEGACY : 0)
            | (e.has(AuditEvent.STALE) ? STALE_TOKEN : 0)
            | (e.code == 403 ? FORBIDDEN : 0);
    boolean answered = true;
    if (e.is(AuditEvent.STAGE, REQUEST_RECEIVED)) {
      uses.received(row, weight);
      answered = false;
    } else if (e.is(AuditEvent.STAGE, RESPONSE_STARTED)) {
      uses.staged(row, flags, weight);
      open.add(id(e), row, flags, weight);
    } else if (longRunning(e)) {
      uses.staged(row, flags, weight);
      open.add(id(e), row, flags, -weight);
      // counted by its ResponseStarted line; a log without such lines shows no 401s either
      answered = false;
    } else {
      uses.plain(row, flags, weight);
    }
    if (answered && e.code != 401 && e.startsWith(AuditEvent.USERNAME, ACCOUNT)) {
      asked.add(row, e, weight, texts);
    }
    if (weight > 0) {
      uses.seen(row, e.received, file, line);
      if (e.has(AuditEvent.STALE)) {
        Matcher m = STALE.matcher(e.text(AuditEvent.STALE));
        if (m.find()) {
          uses.stale(row, e.received, e.received - Long.parseLong(m.group(1)) * 1_000_000L);
        }
      }
    }
  }

  private int row(AuditEvent e) {
    if (e.user != null && e.user.counts(e)) {
      return e.user.row;
    }
    int row = newRow(e);
    if (e.user != null) {
      e.user.counted(e, row);
    }
    return row;
  }

  private int newRow(AuditEvent e) {
    key[0] = number(e, AuditEvent.SOURCE_IP);
    key[1] = number(e, AuditEvent.AGENT);
    key[2] = number(e, AuditEvent.USERNAME);
    key[3] = number(e, AuditEvent.POD_NAME);
    key[4] = number(e, AuditEvent.POD_UID);
    key[5] = number(e, AuditEvent.NODE_NAME);
    key[6] =
        e.startsWith(AuditEvent.CREDENTIAL_ID, JTI)
            ? texts.number(
                e.bytes(AuditEvent.CREDENTIAL_ID),
                e.from(AuditEvent.CREDENTIAL_ID) + JTI.length,
                e.to(AuditEvent.CREDENTIAL_ID))
            : 0;
    key[7] = number(e, AuditEvent.LEGACY_SECRET);
    return uses.row(key);
  }

  private static long id(AuditEvent e) {
    return Hashing.hash(
        e.bytes(AuditEvent.AUDIT_ID), e.from(AuditEvent.AUDIT_ID), e.to(AuditEvent.AUDIT_ID), 1);
  }

  /** Whether the API server writes ResponseStarted for it, too. */
  private static boolean longRunning(AuditEvent e) {
    if (e.is(AuditEvent.VERB, WATCH) || e.is(AuditEvent.VERB, PROXY)) {
      return true;
    }
    if (e.has(AuditEvent.SUBRESOURCE)) {
      for (byte[] subresource : LONG_RUNNING) {
        if (e.is(AuditEvent.SUBRESOURCE, subresource)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds what another part of the log came to. */
  @Override
  public void merge(AuditFold other) {
    int[] numbers = texts.merge(other.texts);
    int[] rows = uses.merge(other.uses, numbers);
    open.merge(other.open, rows);
    asked.merge(other.asked, rows, numbers);
    other.files.forEach((f, c) -> file(f).merge(c, numbers));
    kept.merge(other.kept);
    exposures.merge(other.exposures);
    sightings.merge(other.sightings);
    edges.merge(other.edges);
    keptSightings.merge(other.keptSightings);
    rejected.merge(other.rejected);
  }
}
