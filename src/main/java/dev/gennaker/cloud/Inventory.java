package dev.gennaker.cloud;

import java.util.List;
import java.util.Optional;

/**
 * A provider's picture of what runs, kept fresh by events; never authoritative for a write. All
 * reads are from memory. Publishes {@link InventoryChanged}.
 */
public interface Inventory {

  List<Location> locations();

  /** Everything there is, owned or not, in no particular order. */
  List<ServerGroup> serverGroups();

  Optional<ServerGroup> find(ServerGroupId id);

  List<LoadBalancer> loadBalancers();

  /** The addresses that server groups share within the platform. */
  default List<VirtualAddress> virtualAddresses() {
    return List.of();
  }

  /**
   * What a location has and how much of it is used, read from the platform when asked, though not
   * again for everybody who asks in the same moment; empty where nobody can tell.
   *
   * @throws RuntimeException when the platform did not answer
   */
  default Optional<Capacity> capacity(String location) {
    return Optional.empty();
  }

  /**
   * The platform's own definition as JSON text, read from the platform when asked; empty when it is
   * gone.
   */
  Optional<String> definition(ServerGroupId id);

  /** Reads a location anew at once, for a person who does not want to wait for the next try. */
  void refresh(String location);
}
