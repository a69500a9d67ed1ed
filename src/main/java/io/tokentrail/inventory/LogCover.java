package io.tokentrail.inventory;

import io.tokentrail.model.Account;
import io.tokentrail.model.AuditFacts;
import io.tokentrail.model.AuditFile;
import io.tokentrail.model.Facts;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether the audit log would show any use of a token within a span: the log of every API server,
 * without gaps or damaged lines, under a policy that writes answered requests of service accounts.
 */
final class LogCover {

  /** A silence of an API server's log that is longer than this may hide a use. */
  static final Duration SLACK = Duration.ofMinutes(15);

  private final Map<String, TreeSet<Long>> minutes = new HashMap<>();
  private final String blind;

  private LogCover(String blind) {
    this.blind = blind;
  }

  static LogCover of(Facts facts) {
    LogCover cover = new LogCover(blind(facts));
    for (AuditFile file : facts.audit().files()) {
      cover
          .minutes
          .computeIfAbsent(file.source(), s -> new TreeSet<>())
          .addAll(file.minutes().keySet());
    }
    return cover;
  }

  private static String blind(Facts facts) {
    AuditFacts audit = facts.audit();
    if (audit.span().isEmpty()) {
      return "there is no audit log";
    }
    if (!audit.hasStage("ResponseComplete")) {
      return "the audit log leaves out stage ResponseComplete";
    }
    boolean ofAccounts =
        audit.uses().stream().anyMatch(u -> Account.ofUsername(u.username()).isPresent());
    if (!ofAccounts) {
      return "the audit log shows no request of any service account";
    }
    boolean damaged =
        facts.inputs().stream()
            .filter(i -> i.kind() == InputFile.Kind.AUDIT)
            .anyMatch(i -> i.rejected() > 0 || !i.problem().isEmpty());
    if (damaged) {
      return "parts of the audit log could not be read";
    }
    long servers = facts.snapshots().stream().mapToLong(LogCover::servers).max().orElse(0);
    long streams = audit.files().stream().map(AuditFile::source).distinct().count();
    long seen = streams > 1 ? streams : atOnce(audit.files());
    return seen < servers ? "the audit log is of " + seen + " of " + servers + " API servers" : "";
  }

  private static long servers(Snapshot snapshot) {
    return snapshot.pods().stream()
        .filter(p -> p.namespace().equals("kube-system"))
        .map(Pod::name)
        .filter(n -> n.startsWith("kube-apiserver-"))
        .count();
  }

  /** How many files of one folder are written at once: as many servers, not their rotated files. */
  private static long atOnce(List<AuditFile> files) {
    long most = 0;
    for (AuditFile file : files) {
      if (!file.minutes().isEmpty()) {
        long middle = (file.minutes().firstKey() + file.minutes().lastKey()) / 2;
        most =
            Math.max(
                most,
                files.stream()
                    .filter(f -> !f.minutes().isEmpty())
                    .filter(f -> f.minutes().firstKey() <= middle)
                    .filter(f -> f.minutes().lastKey() >= middle)
                    .count());
      }
    }
    return most;
  }

  /** Why it may hide a use within this span; empty when it cannot. */
  String blindWithin(Instant from, Instant to) {
    if (!blind.isEmpty()) {
      return blind;
    }
    for (TreeSet<Long> stream : minutes.values()) {
      Instant heard = from;
      for (long minute : stream.tailSet(Math.floorDiv(from.getEpochSecond(), 60L))) {
        Instant start = Instant.ofEpochSecond(minute * 60);
        if (start.isAfter(to) || Duration.between(heard, start).compareTo(SLACK) > 0) {
          break;
        }
        heard = start.plusSeconds(60);
      }
      if (Duration.between(heard, to).compareTo(SLACK) > 0) {
        return heard.equals(from)
            ? "the audit log does not reach back to " + LookBack.dayOf(from)
            : "the audit log has a gap after " + heard;
      }
    }
    return "";
  }
}
