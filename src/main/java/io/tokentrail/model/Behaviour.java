package io.tokentrail.model;

import java.util.Optional;

/**
 * What API servers, kubelets and controllers do from some release on, as far as it changes what an
 * audit log, a token or a Secret means. One row each: since when, and where that is written. Gates
 * that were off by default do not count as present.
 *
 * <p>Sources: KEP numbers are kubernetes/enhancements; {@code CHANGELOG-1.N} and file names are
 * kubernetes/kubernetes at the release.
 */
public enum Behaviour {
  /** Pods get a rotating TokenRequest token of 3607 s instead of a Secret's. */
  BOUND_TOKENS(21, "KEP-1205, BoundServiceAccountTokenVolume on by default"),

  /** The event of a refused request says {@code Unauthorized} in its message. */
  UNAUTHORIZED_MESSAGE(24, "apiserver/pkg/endpoints/filters/authentication.go"),

  /** Only tokens for the API server's own audiences are extended; before, any of 3607 s. */
  EXTENSION_FOR_OWN_AUDIENCE(24, "kubernetes/kubernetes#105954"),

  /** No token Secret is made for a new ServiceAccount any more; on OpenShift from 4.16 on. */
  NO_AUTO_SECRETS(
      24,
      "KEP-2799, LegacyServiceAccountTokenNoAutoGeneration on by default; OpenShift 4.16 release"
          + " notes") {
    @Override
    boolean in(Release release) {
      // OpenShift's own controllers went on making them until 4.16
      return release.platform() == Platform.OPENSHIFT ? release.minor() >= 29 : super.in(release);
    }
  },

  /** The last use of a Secret-based token is written to its label. */
  LEGACY_TRACKING(27, "KEP-2799, LegacyServiceAccountTokenTracking on by default"),

  /** Unused auto-generated Secrets are labelled invalid, and deleted a period later. */
  LEGACY_CLEANER(29, "KEP-2799, LegacyServiceAccountTokenCleanUp on by default"),

  /** Audit annotations tell which Secret a Secret-based token is of. */
  LEGACY_SECRET_ANNOTATION(29, "pkg/serviceaccount/legacy.go"),

  /** Tokens have a {@code jti}; TokenRequests and uses tell it as credential id. */
  CREDENTIAL_IDS(30, "KEP-4193, ServiceAccountTokenJTI on by default"),

  /** Tokens of pods name their node, and uses tell it. */
  NODE_IN_TOKEN(30, "KEP-4193, ServiceAccountTokenPodNodeInfo on by default"),

  /** Tokens can be bound to a Node. */
  NODE_BOUND_TOKENS(31, "KEP-4193, ServiceAccountTokenNodeBinding on by default"),

  /** A signature of an unknown key is told from one that does not verify. */
  NO_KEYS_FOUND_MESSAGE(31, "pkg/serviceaccount/jwt.go"),

  /** Client certificates have a credential id, too. */
  CERTIFICATE_IDS(32, "CHANGELOG-1.32"),

  /** Anonymous access can be limited to some paths; the rest is 401 then. */
  ANONYMOUS_BY_PATH(32, "KEP-4633, AnonymousAuthConfigurableEndpoints on by default"),

  /**
   * A kubelet may ask only for audiences that the pod or its CSI drivers name. On in 1.32.0 and
   * 1.32.1 too, and switched off again in 1.32.2.
   */
  AUDIENCE_RESTRICTION(
      33, "KEP-4412, ServiceAccountNodeAudienceRestriction on by default; CHANGELOG-1.32 v1.32.2") {
    @Override
    boolean in(Release release) {
      return super.in(release) || (release.minor() == 32 && release.patch() < 2);
    }
  },

  /** The RBAC verb {@code request-serviceaccounts-token-audience} grants an audience to nodes. */
  AUDIENCE_GRANTS(33, "KEP-4412, CHANGELOG-1.33"),

  /** A TokenRequest with an outdated ServiceAccount UID is refused with 409. */
  ACCOUNT_UID_CHECK(34, "TokenRequestServiceAccountUIDValidation on by default, CHANGELOG-1.34"),

  /** CSI drivers may get their tokens in the secrets field. */
  CSI_TOKENS_IN_SECRETS(35, "KEP-5538, CSIServiceAccountTokenSecrets on by default");

  private final int sinceMinor;
  private final String source;

  Behaviour(int sinceMinor, String source) {
    this.sinceMinor = sinceMinor;
    this.source = source;
  }

  /** The first minor version that has it. */
  public int sinceMinor() {
    return sinceMinor;
  }

  /** Where it is written. */
  public String source() {
    return source;
  }

  boolean in(Release release) {
    return release.minor() >= sinceMinor;
  }

  /** Whether a cluster has it; empty while its version is unknown. */
  public Optional<Boolean> of(Facts facts) {
    return Release.ofServer(facts).map(this::in);
  }
}
