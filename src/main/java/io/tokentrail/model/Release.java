package io.tokentrail.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A release of Kubernetes.
 *
 * @param minor the N of 1.N
 * @param patch the patch release, 0 when not told
 * @param platform who ships it
 * @param text the version string that it was read from
 */
public record Release(int minor, int patch, Platform platform, String text)
    implements Comparable<Release> {

  private static final Pattern VERSION =
      Pattern.compile("v?1\\.(\\d{1,3})(?:\\.(\\d{1,4}))?([-+][0-9A-Za-z.+-]*)?");

  /** What programs of the control plane call themselves; never newer than the API server. */
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?:kube-apiserver|kube-controller-manager|kube-scheduler|kubelet)/(v1\\.[^ ]{1,60}) .*");

  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Release::minor)
          .thenComparingInt(Release::patch)
          .thenComparing(Release::text);

  /** Reads {@code v1.33.2-eks-8c1a53c}; empty for what is no version of Kubernetes 1. */
  public static Optional<Release> of(String version) {
    Matcher m = VERSION.matcher(version.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Release(
            Integer.parseInt(m.group(1)),
            m.group(2) == null ? 0 : Integer.parseInt(m.group(2)),
            Platform.ofVersion(version),
            version));
  }

  /**
   * The API server's release: what the newest snapshot that tells says, else what the API server
   * calls itself in its own log, else the newest kubelet or controller, which is never newer.
   */
  public static Optional<Release> ofServer(Facts facts) {
    return told(facts).or(() -> seen(facts)).map(r -> onItsPlatform(r, facts));
  }

  private static Optional<Release> told(Facts facts) {
    return facts.snapshots().stream()
        .flatMap(s -> of(s.serverVersion()).stream())
        .reduce((older, newer) -> newer);
  }

  private static Optional<Release> seen(Facts facts) {
    Stream<String> agents =
        facts.audit().uses().stream()
            .filter(u -> u.username().startsWith("system:"))
            .map(u -> u.client().userAgent())
            .filter(a -> a.startsWith("kube"))
            .distinct()
            .flatMap(a -> component(a).stream());
    Stream<String> kubelets =
        facts.snapshots().stream().flatMap(s -> s.nodes().stream()).map(Node::kubeletVersion);
    return Stream.concat(agents, kubelets)
        .flatMap(v -> of(v).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<String> component(String agent) {
    Matcher m = COMPONENT.matcher(agent);
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static Release onItsPlatform(Release release, Facts facts) {
    boolean aks =
        release.platform == Platform.UPSTREAM
            && facts.snapshots().stream()
                .flatMap(s -> s.nodes().stream())
                .anyMatch(n -> Platform.AKS.names(n.name()));
    if (aks) {
      return new Release(release.minor, release.patch, Platform.AKS, release.text);
    }
    // its operator tells the number alone, its kubelets the build, too
    boolean openShift =
        release.platform == Platform.UPSTREAM
            && facts.snapshots().stream()
                .flatMap(s -> s.nodes().stream())
                .anyMatch(n -> Platform.ofVersion(n.kubeletVersion()) == Platform.OPENSHIFT);
    return openShift
        ? new Release(release.minor, release.patch, Platform.OPENSHIFT, release.text)
        : release;
  }

  /** {@code 1.33.2 (EKS)}. */
  public String title() {
    String number = "1." + minor + "." + patch;
    return platform == Platform.UPSTREAM ? number : number + " (" + platform.title() + ")";
  }

  @Override
  public int compareTo(Release other) {
    return ORDER.compare(this, other);
  }
}
