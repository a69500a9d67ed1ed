package io.tokentrail.model;

import java.io.Serializable;

/**
 * What a request was about ({@code objectRef}); all parts are empty for non-resource requests.
 *
 * @param apiGroup empty for the core group
 * @param resource plural, lower case, as in {@code serviceaccounts}
 * @param subresource as in {@code token}
 * @param namespace empty for cluster-scoped objects
 * @param name empty for lists and watches
 * @param uid mostly empty
 */
public record Target(
    String apiGroup, String resource, String subresource, String namespace, String name, String uid)
    implements Serializable {

  /** A request for no resource, such as {@code /version}. */
  public static final Target NONE = new Target("", "", "", "", "", "");

  /** {@code resource} or {@code resource/subresource}. */
  public String resourceText() {
    return subresource.isEmpty() ? resource : resource + "/" + subresource;
  }
}
