package io.tokentrail.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who ships and runs the control plane, as far as the version string tells, and what that platform
 * does differently from upstream with service-account tokens. What a cluster's own flags say comes
 * before what its platform usually does.
 */
public enum Platform {
  /** kubeadm, kind, and whatever says nothing of itself; upstream's defaults. */
  UPSTREAM("(?!)", Optional.empty(), Optional.empty(), true),

  /**
   * {@code v1.33.2-eks-8c1a53c}. Extended tokens are refused 90 days after issue, whatever they say
   * of themselves (EKS user guide, "Kubernetes service accounts").
   */
  EKS("-eks-", Optional.of(Duration.ofDays(90)), Optional.empty(), false),

  /**
   * No mark in its version; nodes are {@code aks-...-vmss...}. From 1.30 on, with the OIDC issuer,
   * the extension is off and tokens live 24 hours at most (AKS documentation, "Use the OIDC
   * issuer"); the issuer is on by default for new clusters of 1.34.
   */
  AKS("^aks-", Optional.empty(), Optional.of(30), false),

  /** {@code v1.34.1-gke.1184000}. Upstream's defaults. */
  GKE("-gke\\.", Optional.empty(), Optional.empty(), false),

  /**
   * {@code v1.29.4+abc1234}. Upstream's defaults; accounts list dockercfg Secrets in {@code
   * .secrets}, so that an account without a token Secret has entries all the same.
   */
  OPENSHIFT("\\+[0-9a-f]{7,}$", Optional.empty(), Optional.empty(), true),

  /** {@code v1.30.2+k3s1}. Anonymous access is off. */
  K3S("\\+k3s", Optional.empty(), Optional.empty(), false),

  /** {@code v1.30.2+rke2r1}. Anonymous access is off; static pods show the flags. */
  RKE2("\\+rke2", Optional.empty(), Optional.empty(), true);

  private final Pattern mark;
  private final Optional<Duration> extendedLimit;
  private final Optional<Integer> extensionOffSince;
  private final boolean showsFlags;

  Platform(
      String mark,
      Optional<Duration> extendedLimit,
      Optional<Integer> extensionOffSince,
      boolean showsFlags) {
    this.mark = Pattern.compile(mark);
    this.extendedLimit = extendedLimit;
    this.extensionOffSince = extensionOffSince;
    this.showsFlags = showsFlags;
  }

  /** The platform of a version string. */
  public static Platform ofVersion(String gitVersion) {
    String version = gitVersion.toLowerCase(Locale.ROOT);
    for (Platform one : new Platform[] {EKS, GKE, K3S, RKE2, OPENSHIFT}) {
      if (one.mark.matcher(version).find()) {
        return one;
      }
    }
    return UPSTREAM;
  }

  /** Whether a node of this name tells the platform where the version does not. */
  boolean names(String node) {
    return this == AKS && mark.matcher(node).find();
  }

  /** How long an extended token really works; empty for what its own {@code exp} says. */
  public Optional<Duration> extendedLimit() {
    return extendedLimit;
  }

  /** From which minor version on the platform turns the extension off. */
  public Optional<Integer> extensionOffSince() {
    return extensionOffSince;
  }

  /** Whether the issuer of tokens is this platform's public one. */
  public boolean issues(String issuer) {
    return this == AKS && issuer.contains(".oic.prod-aks.azure.com/");
  }

  /** Whether static pods show the API server's flags; else nobody but the provider sees them. */
  public boolean showsFlags() {
    return showsFlags;
  }

  /** What operators call it. */
  public String title() {
    return switch (this) {
      case UPSTREAM -> "Kubernetes";
      case EKS, AKS, GKE, RKE2 -> name();
      case OPENSHIFT -> "OpenShift";
      case K3S -> "k3s";
    };
  }
}
