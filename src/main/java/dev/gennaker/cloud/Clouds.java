package dev.gennaker.cloud;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** All providers together: what runs where, and who carries out what. */
@Service
public class Clouds {

  private static final Comparator<ServerGroup> NEWEST_FIRST =
      Comparator.comparing(ServerGroup::createdAt).thenComparing(ServerGroup::name).reversed();

  private final ObjectProvider<CloudProvider> providers;

  Clouds(ObjectProvider<CloudProvider> providers) {
    this.providers = providers;
  }

  public List<CloudProvider> providers() {
    return providers.orderedStream().toList();
  }

  public Optional<CloudProvider> provider(String id) {
    return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  public List<Account> accounts() {
    return providers.stream().flatMap(provider -> provider.accounts().stream()).toList();
  }

  /** The provider of an account; empty for an unknown one. */
  public Optional<CloudProvider> ofAccount(String account) {
    return providers.stream()
        .filter(provider -> provider.accounts().stream().anyMatch(a -> a.name().equals(account)))
        .findFirst();
  }

  /**
   * The files of the instances of a location.
   *
   * @throws FilesUnavailable when there is no such location, or its provider has no files to show
   */
  public InstanceFiles files(String location) {
    return providers.stream()
        .filter(p -> p.inventory().locations().stream().anyMatch(l -> l.name().equals(location)))
        .flatMap(provider -> provider.files().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new FilesUnavailable(
                    FilesUnavailable.Why.GONE,
                    "There is no place called %s whose files could be read.".formatted(location)));
  }

  public List<Location> locations() {
    return inventories().flatMap(inventory -> inventory.locations().stream()).toList();
  }

  /** All load balancers, by location and name. */
  public List<LoadBalancer> loadBalancers() {
    return inventories()
        .flatMap(inventory -> inventory.loadBalancers().stream())
        .sorted(Comparator.comparing(LoadBalancer::location).thenComparing(LoadBalancer::name))
        .toList();
  }

  /** All shared addresses, by location and address. */
  public List<VirtualAddress> virtualAddresses() {
    return inventories()
        .flatMap(inventory -> inventory.virtualAddresses().stream())
        .sorted(
            Comparator.comparing(VirtualAddress::location).thenComparing(VirtualAddress::address))
        .toList();
  }

  /** Everything that can be changed from here, newest first. */
  public List<ServerGroup> serverGroups() {
    return running().stream().filter(group -> group.kind() == ServerGroup.Kind.APP).toList();
  }

  /** Everything that runs anywhere, also what can only be shown, newest first. */
  public List<ServerGroup> running() {
    List<ServerGroup> real = inventories().flatMap(i -> i.serverGroups().stream()).toList();
    return Imagined.current().map(imagined -> imagined.over(real)).orElse(real).stream()
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** What an application owns, also what can only be shown, newest first. */
  public List<ServerGroup> running(String application) {
    return running().stream().filter(g -> g.application().equals(application)).toList();
  }

  /** What an application owns and can change, newest first. */
  public List<ServerGroup> serverGroups(String application) {
    return serverGroups().stream().filter(g -> g.application().equals(application)).toList();
  }

  /** What an application owns, by account and name; server groups newest first. */
  public List<Cluster> clusters(String application) {
    Map<List<String>, List<ServerGroup>> byName =
        serverGroups(application).stream()
            .collect(Collectors.groupingBy(g -> List.of(g.id().account(), g.cluster())));
    return byName.entrySet().stream()
        .map(e -> new Cluster(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
        .sorted(Comparator.comparing(Cluster::name).thenComparing(Cluster::account))
        .toList();
  }

  public Optional<ServerGroup> find(ServerGroupId id) {
    return Imagined.current().isPresent()
        ? in(serverGroups(), id)
        : inventories().flatMap(inventory -> inventory.find(id).stream()).findFirst();
  }

  static Optional<ServerGroup> in(List<ServerGroup> groups, ServerGroupId id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  private Stream<Inventory> inventories() {
    return providers.stream().map(CloudProvider::inventory);
  }
}
