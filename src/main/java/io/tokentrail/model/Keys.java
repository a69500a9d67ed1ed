package io.tokentrail.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The public keys and issuers that the input names: JWKS, discovery documents, PEM files.
 *
 * @param keyIds key ids, as in a token's {@code kid}
 * @param issuers issuers of discovery documents
 */
public record Keys(SortedSet<String> keyIds, SortedSet<String> issuers) {

  /** None given. */
  public static final Keys NONE =
      new Keys(Collections.emptySortedSet(), Collections.emptySortedSet());

  public Keys {
    keyIds = Collections.unmodifiableSortedSet(new TreeSet<>(keyIds));
    issuers = Collections.unmodifiableSortedSet(new TreeSet<>(issuers));
  }

  public boolean given() {
    return !keyIds.isEmpty();
  }
}
