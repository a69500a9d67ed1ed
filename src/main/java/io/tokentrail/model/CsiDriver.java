package io.tokentrail.model;

import java.util.List;

/**
 * A CSIDriver that asks for tokens.
 *
 * @param name the driver
 * @param audiences audiences of its {@code tokenRequests}, {@code ""} for the API server's own
 * @param requiresRepublish whether kubelet repeats the mount call, which alone refreshes these
 *     tokens
 * @param place where it stands
 */
public record CsiDriver(
    String name, List<String> audiences, boolean requiresRepublish, Place place) {

  public CsiDriver {
    audiences = List.copyOf(audiences);
  }
}
