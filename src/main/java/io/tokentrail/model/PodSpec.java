package io.tokentrail.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a pod or a workload's pod template says about credentials.
 *
 * @param serviceAccount its name, {@code default} when the spec leaves it out
 * @param automount {@code automountServiceAccountToken} where set
 * @param hostNetwork whether it shares the node's address
 * @param tokenSources projected tokens
 * @param secrets names of Secrets that it references in any way: volumes, projected sources, env,
 *     envFrom, imagePullSecrets, CSI and other volumes' secretRefs
 * @param csiDrivers drivers of its inline CSI volumes
 * @param claims names of its PersistentVolumeClaims
 * @param images container images
 * @param fsGroup whether the pod sets an fsGroup
 * @param commonRunAsUser whether all containers run as one set user, which narrows the token file's
 *     mode
 */
public record PodSpec(
    String serviceAccount,
    Optional<Boolean> automount,
    boolean hostNetwork,
    List<TokenSource> tokenSources,
    SortedSet<String> secrets,
    SortedSet<String> csiDrivers,
    SortedSet<String> claims,
    List<String> images,
    boolean fsGroup,
    boolean commonRunAsUser)
    implements Serializable {

  public PodSpec {
    tokenSources = List.copyOf(tokenSources);
    secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    csiDrivers = Collections.unmodifiableSortedSet(new TreeSet<>(csiDrivers));
    claims = Collections.unmodifiableSortedSet(new TreeSet<>(claims));
    images = List.copyOf(images);
  }
}
