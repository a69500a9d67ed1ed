/**
 * Kubernetes objects as {@code kubectl get -o json} prints them: what we keep of a cluster.
 *
 * <p>In: files of kind {@code snapshot}: lists, single objects, YAML, {@code version.json}, the
 * collector's time stamp. Out: {@link io.tokentrail.model.Snapshot}s. Another kind of object is one
 * case in {@link io.tokentrail.ingest.snapshot.Harvest}. Objects are read one at a time as trees,
 * so that one malformed field costs one object. Secret data is never kept; of a token in it at most
 * the claims. It knows nothing of what the objects mean for a 401.
 */
package io.tokentrail.ingest.snapshot;
