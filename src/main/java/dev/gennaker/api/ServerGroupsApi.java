package dev.gennaker.api;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "What runs where")
class ServerGroupsApi {

  private final Inventories inventories;

  ServerGroupsApi(Inventories inventories) {
    this.inventories = inventories;
  }

  @GetMapping("/api/applications/{application}/serverGroups")
  @Operation(
      summary = "The server groups of an application, newest first",
      description = "clusters narrows them: account:cluster, separated by commas.")
  List<ServerGroupView> ofApplication(
      @PathVariable String application,
      @RequestParam(required = false) @Nullable String cloudProvider,
      @RequestParam(required = false) @Nullable String clusters) {
    List<String> wanted = Query.list(clusters);
    return inventories.serverGroups(application).stream()
        .filter(group -> cloudProvider == null || group.provider().equals(cloudProvider))
        .filter(
            group ->
                wanted.isEmpty() || wanted.contains(group.id().account() + ":" + group.cluster()))
        .map(inventories::view)
        .toList();
  }

  @GetMapping("/api/applications/{application}/serverGroups/{account}/{region}/{name}")
  @Operation(summary = "One server group")
  ServerGroupView get(
      @PathVariable String application,
      @PathVariable String account,
      @PathVariable String region,
      @PathVariable String name) {
    ServerGroupId id = new ServerGroupId(account, region, name);
    return inventories.serverGroups(application).stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .map(inventories::view)
        .orElseThrow(
            () ->
                new NotFound(
                    "%s has no server group %s in %s for account %s."
                        .formatted(application, name, region, account)));
  }

  @GetMapping("/api/serverGroups")
  @Operation(
      summary = "Server groups of several applications, or by their ids",
      description = "ids: account:region:name. Neither: all one may see.")
  List<ServerGroupView> list(
      @RequestParam(required = false) @Nullable String applications,
      @RequestParam(required = false) @Nullable String ids) {
    List<String> owners =
        Query.list(applications).stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
    List<String> wanted = Query.list(ids);
    Stream<ServerGroup> groups = inventories.all().stream();
    return groups
        .filter(group -> owners.isEmpty() || owners.contains(group.application()))
        .filter(group -> wanted.isEmpty() || wanted.contains(group.id().toString()))
        .map(inventories::view)
        .toList();
  }

  @GetMapping("/api/instances/{account}/{region}/{id}")
  @Operation(summary = "One instance")
  InstanceView instance(
      @PathVariable String account, @PathVariable String region, @PathVariable String id) {
    return inventories.all().stream()
        .filter(g -> g.id().account().equals(account) && g.id().region().equals(region))
        .flatMap(
            group ->
                group.instances().stream()
                    .filter(instance -> instance.id().equals(id))
                    .map(instance -> InstanceView.of(instance, group)))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFound(
                    "There is no instance %s in %s for account %s."
                        .formatted(id, region, account)));
  }
}
