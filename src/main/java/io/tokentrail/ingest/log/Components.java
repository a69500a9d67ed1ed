package io.tokentrail.ingest.log;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which program wrote a log: by what its lines say, else by the file's name. */
final class Components {

  static final String API_SERVER = "kube-apiserver";
  static final String KUBELET = "kubelet";

  private static final Map<String, Set<String>> SOURCES =
      new TreeMap<>(
          Map.of(
              API_SERVER,
              Set.of(
                  "authentication.go",
                  "httplog.go",
                  "cacher.go",
                  "apf_controller.go",
                  "alloc.go",
                  "handler_proxy.go",
                  "available_controller.go",
                  "instance.go",
                  "storage_rbac.go",
                  "watcher.go",
                  "queueset.go",
                  "claims.go",
                  "legacy.go",
                  "timeout.go",
                  "dispatcher.go",
                  "cidrallocator.go",
                  "delegator.go",
                  "node_authorizer.go"),
              KUBELET,
              Set.of(
                  "kubelet.go",
                  "kubelet_node_status.go",
                  "kubelet_getters.go",
                  "kubelet_pods.go",
                  "kubelet_volumes.go",
                  "token_manager.go",
                  "pod_workers.go",
                  "projected.go",
                  "reconciler_common.go",
                  "nestedpendingoperations.go",
                  "operation_generator.go",
                  "prober.go",
                  "prober_manager.go",
                  "status_manager.go",
                  "volume_manager.go",
                  "pod_startup_latency_tracker.go",
                  "scope.go",
                  "hollow_kubelet.go",
                  "generic.go",
                  "kuberuntime_manager.go",
                  "kuberuntime_container.go",
                  "csi_mounter.go",
                  "eviction_manager.go",
                  "image_gc_manager.go",
                  "plugin_manager.go"),
              "kube-controller-manager",
              Set.of(
                  "controllermanager.go",
                  "garbagecollector.go",
                  "graph_builder.go",
                  "replica_set.go",
                  "deployment_controller.go",
                  "resource_quota_controller.go",
                  "tokens_controller.go",
                  "legacy_serviceaccount_token_cleaner.go",
                  "node_lifecycle_controller.go",
                  "taint_eviction.go",
                  "range_allocator.go",
                  "endpointslice_controller.go",
                  "job_controller.go",
                  "daemon_controller.go",
                  "stateful_set.go",
                  "gc_controller.go"),
              "kube-scheduler",
              Set.of(
                  "schedule_one.go",
                  "scheduling_queue.go",
                  "eventhandlers.go",
                  "default_preemption.go")));

  /** Names that files of such logs have: component, host, what rotation appends. */
  private static final Pattern NAME =
      Pattern.compile(
          "^(kubelet|kube-apiserver|apiserver|kube-controller-manager|kube-scheduler)"
              + "(?:[-_.](.*?))??"
              + "(?:[-_.]\\d{4}-?\\d\\d-?\\d\\d[-_.T\\d]*)?"
              + "(?:\\.(?:log|json|jsonl|txt|out|journal|gz|zst|bz2|xz|lz4|\\d+))*$");

  private Components() {}

  /** The program that alone has this Go file; empty for files that several have. */
  static String ofSource(String goFile) {
    for (Map.Entry<String, Set<String>> component : SOURCES.entrySet()) {
      if (component.getValue().contains(goFile)) {
        return component.getKey();
      }
    }
    return "";
  }

  /** The program of a syslog identifier or unit; empty when it is none of ours (k3s is several). */
  static String ofUnit(String unit) {
    String plain = unit.toLowerCase(Locale.ROOT).replace(".service", "");
    // snaps call their programs snap.k8s.kubelet and microk8s.daemon-kubelet
    String last = plain.substring(plain.lastIndexOf('.') + 1);
    String name = last.startsWith("daemon-") ? last.substring("daemon-".length()) : last;
    return SOURCES.containsKey(name) ? name : "";
  }

  static String ofPath(String path) {
    Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!name.matches()) {
      return "";
    }
    return name.group(1).equals("apiserver") ? API_SERVER : name.group(1);
  }

  /** The machine that the file's name tells, as in {@code kubelet-worker-1.log.gz}. */
  static String hostOfPath(String path) {
    Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    return name.matches() && name.group(2) != null ? name.group(2) : "";
  }
}
