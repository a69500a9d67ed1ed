package io.tokentrail.model;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What checking a report against its evidence came to.
 *
 * @param folder the report's folder as given
 * @param manifest its manifest; empty when it is missing or damaged
 * @param signature what is known of who signed it
 * @param files how many files were hashed
 * @param bytes how many bytes they have
 * @param inputs the inputs, where they were given too
 * @param differences everything that is not as the manifest says
 */
public record Verification(
    String folder,
    Optional<Manifest> manifest,
    Signature signature,
    int files,
    long bytes,
    Optional<Inputs> inputs,
    List<Difference> differences) {

  /** What is known of who signed a manifest. */
  public enum Signature {
    /** The holder of the given key. */
    VALID,
    /** Not the holder of the given key, or not this manifest. */
    INVALID,
    /** There is one, and no key was given to check it with. */
    UNCHECKED,
    /** Nobody. */
    ABSENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Inputs held against a manifest.
   *
   * @param same how many are what was read
   * @param moved where some of them are now, by the path that the manifest has
   * @param unknown how many have no digest in the manifest, because they could not be read
   */
  public record Inputs(int same, SortedMap<String, String> moved, int unknown) {

    public Inputs {
      moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
    }
  }

  public Verification {
    differences = List.copyOf(differences);
  }

  public boolean passed() {
    return differences.isEmpty();
  }
}
