package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Outlook;
import io.tokentrail.model.Signal;
import io.tokentrail.model.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which finding a thing that stops working next, or a number that left normal, belongs to. */
public final class Belonging {

  private static final Map<Outlook.Kind, Set<CauseCode>> CAUSES =
      Map.of(
          Outlook.Kind.TOKEN_EXPIRY,
          EnumSet.of(CauseCode.ROTATION_STALL, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.EXTENSION_END,
          EnumSet.of(CauseCode.STALE_TOKEN_USE, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.EXTENSION_OFF,
          EnumSet.of(CauseCode.STALE_TOKEN_USE, CauseCode.TOKEN_NOT_RELOADED),
          Outlook.Kind.CLEANER_INVALIDATES,
          EnumSet.of(CauseCode.STALE_LEGACY_TOKEN, CauseCode.LEGACY_TOKEN_IN_USE),
          Outlook.Kind.CLEANER_DELETES,
          EnumSet.of(CauseCode.STALE_LEGACY_TOKEN, CauseCode.LEGACY_TOKEN_INVALIDATED));

  private Belonging() {}

  /** The same rows, each with the worst finding of its subject and kind, where there is one. */
  public static List<Outlook> link(List<Outlook> rows, List<Finding> findings) {
    return rows.stream().map(row -> linked(row, findings)).sorted().toList();
  }

  private static Outlook linked(Outlook row, List<Finding> findings) {
    return findings.stream()
        .sorted()
        .filter(f -> CAUSES.get(row.kind()).contains(f.diagnosis().cause()))
        .filter(f -> sameSubject(row, f.diagnosis().subject()))
        .findFirst()
        .map(
            f ->
                new Outlook(
                    row.dueAt(),
                    row.kind(),
                    row.account(),
                    row.pod(),
                    row.node(),
                    row.object(),
                    row.basis(),
                    row.confidence(),
                    f.id()))
        .orElse(row);
  }

  /**
   * Signals with the finding that they are the numbers of: the worst one of a cause that such a
   * signal shows, about the same node or caller where it names one. A signal without a warning is
   * no finding's.
   */
  public static List<Signal> linkSignals(List<Signal> signals, List<Finding> findings) {
    List<Finding> worstFirst = findings.stream().sorted().toList();
    return signals.stream().map(s -> s.warning().isEmpty() ? s : linked(s, worstFirst)).toList();
  }

  private static Signal linked(Signal signal, List<Finding> worstFirst) {
    Set<CauseCode> causes = shownBy(signal);
    return worstFirst.stream()
        .filter(f -> causes.contains(f.diagnosis().cause()))
        .filter(f -> fits(signal, f.diagnosis()))
        .findFirst()
        .map(f -> signal.of(f.id()))
        .orElse(signal);
  }

  private static Set<CauseCode> shownBy(Signal signal) {
    return switch (signal.name()) {
      case "token_requests_per_minute" -> EnumSet.of(CauseCode.TOKEN_REQUEST_STORM);
      case "apiserver_request_total" ->
          signal.labels().contains("subresource=token")
              ? EnumSet.of(CauseCode.TOKEN_REQUEST_STORM)
              : EnumSet.of(CauseCode.PROXIED_401);
      case "serviceaccount_stale_tokens_total" -> EnumSet.of(CauseCode.STALE_TOKEN_USE);
      case "serviceaccount_legacy_tokens_total",
          "serviceaccount_legacy_auto_token_uses_total",
          "serviceaccount_legacy_manual_token_uses_total" ->
          EnumSet.of(CauseCode.LEGACY_TOKEN_IN_USE, CauseCode.LEGACY_SECRET_MISSING);
      case "serviceaccount_invalid_legacy_auto_token_uses_total" ->
          EnumSet.of(CauseCode.LEGACY_TOKEN_INVALIDATED);
      case "apiserver_audit_error_total", "apiserver_audit_requests_rejected_total" ->
          EnumSet.of(CauseCode.LOG_GAP);
      case "node_condition",
          "kubelet_unwell_per_minute",
          "kubelet_pleg_silence_seconds",
          "kubelet_pleg_relist_duration_seconds_mean",
          "kubelet_pod_worker_duration_seconds_mean",
          "storage_operation_duration_seconds_mean" ->
          EnumSet.of(
              CauseCode.ROTATION_STALL, CauseCode.CLIENT_CERT_REJECTED, CauseCode.CLOCK_SKEW);
      case "storage_operation_duration_seconds_count" ->
          EnumSet.of(CauseCode.ROTATION_STALL, CauseCode.CSI_TOKEN_REQUEST_DENIED);
      default -> EnumSet.noneOf(CauseCode.class);
    };
  }

  private static boolean fits(Signal signal, Diagnosis diagnosis) {
    Subject subject = diagnosis.subject();
    String node = label(signal, "node");
    if (!node.isEmpty()) {
      return subject.node().equals(node)
          || subject
              .object()
              .filter(o -> o.kind().equals("Node") && o.name().equals(node))
              .isPresent();
    }
    String caller = label(signal, "caller");
    return caller.isEmpty()
        || Account.ofUsername(caller)
            .map(a -> subject.account().equals(Optional.of(a)))
            .orElse(subject.other().endsWith(" " + caller));
  }

  private static String label(Signal signal, String name) {
    return Arrays.stream(signal.labels().split(";"))
        .filter(l -> l.startsWith(name + "="))
        .map(l -> l.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static boolean sameSubject(Outlook row, Subject subject) {
    if (row.object().isPresent()) {
      return row.object().equals(subject.object());
    }
    return subject.account().isPresent()
        ? subject.account().equals(row.account())
        : !subject.node().isEmpty() && subject.node().equals(row.node());
  }
}
