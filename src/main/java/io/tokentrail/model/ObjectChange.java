package io.tokentrail.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answered request that changed an object that matters here: pods, secrets, service accounts,
 * nodes, workloads, the tracking ConfigMap, CSI drivers.
 *
 * @param auditId the event's id
 * @param at when it was answered
 * @param verb {@code create update patch delete deletecollection}
 * @param user who did it
 * @param client address and agent
 * @param target what was changed; its {@code uid} comes from {@code objectRef} or, for deletions,
 *     from {@code responseStatus.details.uid}
 * @param code HTTP status
 * @param facts what the bodies tell, where they are logged, by the key's last words: {@code node}
 *     of a binding, {@code podIP}, {@code serviceAccountName}, {@code legacy-token-invalid-since},
 *     {@code legacy-token-last-used}, {@code gracePeriodSeconds}, {@code deletionTimestamp}
 * @param source the stream of audit files it stands in
 * @param place where it stands
 */
public record ObjectChange(
    String auditId,
    Instant at,
    String verb,
    String user,
    Client client,
    Target target,
    int code,
    Map<String, String> facts,
    String source,
    Place place)
    implements Comparable<ObjectChange>, Serializable {

  private static final Comparator<ObjectChange> ORDER =
      Comparator.comparing(ObjectChange::at)
          .thenComparing(ObjectChange::auditId)
          .thenComparing(ObjectChange::verb)
          .thenComparing(ObjectChange::source);

  public ObjectChange {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  public boolean succeeded() {
    return code >= 200 && code < 300;
  }

  @Override
  public int compareTo(ObjectChange other) {
    return ORDER.compare(this, other);
  }
}
