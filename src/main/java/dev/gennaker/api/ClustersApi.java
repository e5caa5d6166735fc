package dev.gennaker.api;

import dev.gennaker.cloud.Cluster;
import dev.gennaker.cloud.ServerGroup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/applications/{application}/clusters")
@Tag(name = "What runs where")
class ClustersApi {

  private final Inventories inventories;

  ClustersApi(Inventories inventories) {
    this.inventories = inventories;
  }

  @GetMapping
  @Operation(summary = "Names of an application's clusters by account")
  Map<String, List<String>> names(@PathVariable String application) {
    return inventories.clusters(application).stream()
        .collect(
            Collectors.groupingBy(
                Cluster::account,
                TreeMap::new,
                Collectors.mapping(Cluster::name, Collectors.toList())));
  }

  @GetMapping("/{account}")
  @Operation(summary = "The clusters of an application in an account")
  List<View> ofAccount(@PathVariable String application, @PathVariable String account) {
    return inventories.clusters(application).stream()
        .filter(cluster -> cluster.account().equals(account))
        .map(cluster -> View.of(cluster, inventories))
        .toList();
  }

  @GetMapping("/{account}/{cluster}")
  @Operation(summary = "A cluster with its server groups, newest first; one entry by provider")
  List<View> get(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String cluster) {
    return List.of(View.of(inventories.cluster(application, account, cluster), inventories));
  }

  @GetMapping("/{account}/{cluster}/{provider}")
  @Operation(summary = "A cluster of a provider")
  View ofProvider(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String cluster,
      @PathVariable String provider) {
    View view = View.of(inventories.cluster(application, account, cluster), inventories);
    if (!view.type().equals(provider)) {
      throw new NotFound("%s runs on %s, not on %s.".formatted(cluster, view.type(), provider));
    }
    return view;
  }

  @GetMapping("/{account}/{cluster}/{provider}/serverGroups")
  @Operation(summary = "The server groups of a cluster, newest first")
  List<ServerGroupView> serverGroups(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String cluster,
      @PathVariable String provider) {
    return ofProvider(application, account, cluster, provider).serverGroups();
  }

  @GetMapping("/{account}/{cluster}/{provider}/serverGroups/{name}")
  @Operation(summary = "The server groups of that name, one by region")
  List<ServerGroupView> named(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String cluster,
      @PathVariable String provider,
      @PathVariable String name) {
    List<ServerGroupView> found =
        serverGroups(application, account, cluster, provider).stream()
            .filter(group -> group.name().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw new NotFound("%s has no server group %s.".formatted(cluster, name));
    }
    return found;
  }

  @GetMapping("/{account}/{cluster}/{provider}/{region}/serverGroups/target/{target}")
  @Operation(
      summary = "The server group a target means now",
      description = "target: current, previous, oldest, largest, or fail (the only one there is).")
  ServerGroupView target(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String cluster,
      @PathVariable String region,
      @PathVariable String target,
      @RequestParam(defaultValue = "true") boolean onlyEnabled,
      @RequestParam(defaultValue = "true") boolean validateOldest) {
    List<ServerGroup> candidates =
        inventories.cluster(application, account, cluster).serverGroups().stream()
            .filter(group -> group.id().region().equals(region))
            .filter(group -> !onlyEnabled || !group.disabled())
            .toList();
    return TargetPick.pick(target, candidates, validateOldest)
        .map(inventories::view)
        .orElseThrow(
            () ->
                new NotFound(
                    "%s has no %s server group in %s."
                        .formatted(cluster, target.toLowerCase(java.util.Locale.ROOT), region)));
  }

  /**
   * @param type the provider
   */
  record View(
      String name,
      String accountName,
      String type,
      List<ServerGroupView> serverGroups,
      List<String> loadBalancers) {

    static View of(Cluster cluster, Inventories inventories) {
      List<ServerGroup> groups = cluster.serverGroups();
      return new View(
          cluster.name(),
          cluster.account(),
          groups.stream().map(ServerGroup::provider).findFirst().orElse(""),
          groups.stream().map(inventories::view).toList(),
          groups.stream().flatMap(g -> g.loadBalancers().stream()).distinct().toList());
    }
  }
}
