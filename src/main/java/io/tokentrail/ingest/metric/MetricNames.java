package io.tokentrail.ingest.metric;

import java.util.Map;
import java.util.Set;

/**
 * The metrics that are kept of a server's thousands, and of the large ones which series. Names as
 * exported by Kubernetes 1.20 to 1.36.
 */
final class MetricNames {

  private static final Set<String> KEPT =
      Set.of(
          // What the authenticator did: the only counters that see a refused credential.
          "authentication_attempts",
          "authentication_attempts_total",
          "authentication_duration_seconds_count",
          "authentication_token_cache_request_total",
          "authentication_token_cache_fetch_total",
          "authentication_token_cache_active_fetch_count",
          "authenticated_user_requests",
          "authorization_attempts_total",
          // Uses of service-account tokens by kind; each counts cache misses, not requests.
          "serviceaccount_stale_tokens_total",
          "serviceaccount_valid_tokens_total",
          "serviceaccount_legacy_tokens_total",
          "serviceaccount_legacy_auto_token_uses_total",
          "serviceaccount_legacy_manual_token_uses_total",
          "serviceaccount_invalid_legacy_auto_token_uses_total",
          // The audit log's own losses.
          "apiserver_audit_event_total",
          "apiserver_audit_level_total",
          "apiserver_audit_error_total",
          "apiserver_audit_requests_rejected_total",
          // The server's load and health.
          "apiserver_request_total",
          "apiserver_request_terminations_total",
          "apiserver_tls_handshake_errors_total",
          "apiserver_current_inflight_requests",
          "apiserver_storage_objects",
          "apiserver_resource_objects",
          "etcd_object_counts",
          "process_start_time_seconds",
          "kubernetes_build_info",
          "up",
          // The external signer of tokens.
          "apiserver_externaljwt_fetch_keys_request_total",
          "apiserver_externaljwt_sign_request_total",
          "apiserver_externaljwt_fetch_keys_success_timestamp",
          "apiserver_externaljwt_fetch_keys_data_timestamp",
          // Clients and aggregated servers.
          "rest_client_requests_total",
          "apiserver_delegated_authn_request_total",
          // Kubelet: mounts, PLEG, its own certificate.
          "storage_operation_duration_seconds_count",
          "storage_operation_duration_seconds_sum",
          "storage_operation_errors_total",
          "storage_operation_status_count",
          "kubelet_pleg_last_seen_seconds",
          "kubelet_pleg_discard_events",
          "kubelet_pleg_relist_duration_seconds_count",
          "kubelet_pleg_relist_duration_seconds_sum",
          "kubelet_pod_worker_duration_seconds_count",
          "kubelet_pod_worker_duration_seconds_sum",
          "kubelet_certificate_manager_client_ttl_seconds",
          "kubelet_certificate_manager_client_expiration_renew_errors",
          "kubelet_server_expiration_renew_errors");

  private static final Set<String> OBJECTS = Set.of("secrets", "serviceaccounts", "pods", "nodes");

  private MetricNames() {}

  static boolean known(String name) {
    return KEPT.contains(name);
  }

  /** Whether a series of a known metric is one of those that matter. */
  static boolean matters(String name, Map<String, String> labels) {
    return switch (name) {
      case "apiserver_request_total" ->
          isToken(labels) || isTrouble(labels.getOrDefault("code", "401"));
      case "rest_client_requests_total" -> isTrouble(labels.getOrDefault("code", "401"));
      case "apiserver_storage_objects", "apiserver_resource_objects", "etcd_object_counts" ->
          OBJECTS.contains(labels.getOrDefault("resource", "secrets"));
      case "storage_operation_duration_seconds_count", "storage_operation_duration_seconds_sum" ->
          labels.getOrDefault("operation_name", "volume_mount").equals("volume_mount");
      default -> true;
    };
  }

  private static boolean isToken(Map<String, String> labels) {
    return labels.getOrDefault("resource", "").equals("serviceaccounts")
        && labels.getOrDefault("subresource", "").equals("token");
  }

  private static boolean isTrouble(String code) {
    return code.equals("401") || code.equals("429") || code.startsWith("5");
  }
}
