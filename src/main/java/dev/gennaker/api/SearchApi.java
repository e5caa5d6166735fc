package dev.gennaker.api;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "What runs where")
class SearchApi {

  private static final List<String> TYPES =
      List.of("applications", "pipelines", "clusters", "serverGroups", "instances");
  private static final int SHORTEST = 3;

  private final Applications applications;
  private final Pipelines pipelines;
  private final Inventories inventories;
  private final CurrentActor current;

  SearchApi(
      Applications applications,
      Pipelines pipelines,
      Inventories inventories,
      CurrentActor current) {
    this.applications = applications;
    this.pipelines = pipelines;
    this.inventories = inventories;
    this.current = current;
  }

  @GetMapping("/api/search")
  @Operation(
      summary = "Finds what one may read by a part of its name",
      description =
          "type: applications, pipelines, clusters, serverGroups, instances; several with commas,"
              + " none for all. Fewer than three letters find nothing unless allowShortQuery=true.")
  List<Page> search(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(defaultValue = "10000") int pageSize,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "false") boolean allowShortQuery) {
    if (page < 1) {
      throw Unprocessable.at("page", "page must be 1 or more.", "Count from 1.");
    }
    if (pageSize < 1) {
      throw Unprocessable.at("pageSize", "pageSize must be 1 or more.", "Ask for at least one.");
    }
    String words = q.strip().toLowerCase(Locale.ROOT);
    List<String> types = type == null || type.isBlank() ? TYPES : Query.list(type);
    List<Map<String, Object>> all =
        words.length() < SHORTEST && !allowShortQuery
            ? List.of()
            : types.stream().flatMap(each -> ofType(each, words)).toList();
    return List.of(
        new Page(
            page,
            pageSize,
            "gennaker",
            q,
            all.size(),
            all.stream().skip((page - 1L) * pageSize).limit(pageSize).toList()));
  }

  /** Types nobody has here, such as projects, have no hits. */
  private Stream<Map<String, Object>> ofType(String type, String words) {
    Actor actor = current.get();
    return switch (type) {
      case "applications" ->
          applications.list(actor).stream()
              .map(Application::name)
              .filter(name -> name.contains(words))
              .map(name -> hit(type, name, Map.of("name", name)));
      case "pipelines" ->
          applications.list(actor).stream()
              .flatMap(application -> pipelines.list(application.name(), actor).stream())
              .filter(pipeline -> has(pipeline.name(), words))
              .map(SearchApi::pipeline);
      case "clusters" ->
          inventories.all().stream()
              .filter(group -> has(group.cluster(), words))
              .map(group -> hit(type, group.application(), cluster(group)))
              .distinct();
      case "serverGroups" ->
          inventories.all().stream()
              .filter(group -> has(group.name(), words))
              .map(group -> hit(type, group.application(), serverGroup(group)));
      case "instances" ->
          inventories.all().stream()
              .flatMap(
                  group ->
                      group.instances().stream()
                          .filter(instance -> has(instance.id(), words))
                          .map(instance -> instance(group, instance)));
      default -> Stream.empty();
    };
  }

  private static boolean has(String name, String words) {
    return name.toLowerCase(Locale.ROOT).contains(words);
  }

  private static Map<String, Object> pipeline(Pipeline pipeline) {
    return hit(
        "pipelines",
        pipeline.application(),
        Map.of("pipelineId", pipeline.id(), "name", pipeline.name()));
  }

  private static Map<String, Object> cluster(ServerGroup group) {
    return Map.of(
        "provider", group.provider(), "account", group.id().account(), "cluster", group.cluster());
  }

  private static Map<String, Object> serverGroup(ServerGroup group) {
    Map<String, Object> facts = new LinkedHashMap<>(cluster(group));
    facts.put("region", group.id().region());
    facts.put("serverGroup", group.name());
    return facts;
  }

  private static Map<String, Object> instance(ServerGroup group, Instance instance) {
    Map<String, Object> facts = serverGroup(group);
    facts.put("instanceId", instance.id());
    return hit("instances", group.application(), facts);
  }

  private static Map<String, Object> hit(
      String type, String application, Map<String, Object> facts) {
    Map<String, Object> hit = new LinkedHashMap<>();
    hit.put("type", type);
    hit.put("application", application);
    hit.putAll(facts);
    return hit;
  }

  /**
   * @param results each with its type, its application, and what names it
   */
  record Page(
      int pageNumber,
      int pageSize,
      String platform,
      String query,
      int totalMatches,
      List<Map<String, Object>> results) {}
}
