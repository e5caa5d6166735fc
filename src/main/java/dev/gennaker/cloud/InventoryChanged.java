package dev.gennaker.cloud;

import java.util.Set;

/**
 * Something in a location changed, or its {@link Freshness} did.
 *
 * @param applications owners of the server groups that changed; empty when only the freshness did
 */
public record InventoryChanged(String provider, String location, Set<String> applications) {

  public InventoryChanged {
    applications = Set.copyOf(applications);
  }
}
