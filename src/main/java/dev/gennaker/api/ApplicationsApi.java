package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Cluster;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Applications")
class ApplicationsApi {

  private final Applications applications;
  private final Clouds clouds;
  private final CurrentActor current;

  ApplicationsApi(Applications applications, Clouds clouds, CurrentActor current) {
    this.applications = applications;
    this.clouds = clouds;
    this.current = current;
  }

  @GetMapping("/api/applications")
  @Operation(summary = "The attributes of all applications one may read")
  List<ObjectNode> list() {
    return applications.list(current.get()).stream().map(ApplicationsApi::attributes).toList();
  }

  @GetMapping("/api/applications/{application}")
  @Operation(summary = "One application, with its clusters unless expand=false")
  View get(@PathVariable String application, @RequestParam(defaultValue = "true") boolean expand) {
    Application found =
        applications
            .find(application, current.get())
            .orElseThrow(() -> new NotFound("There is no application %s.".formatted(application)));
    return new View(found.name(), attributes(found), expand ? clusters(found.name()) : null);
  }

  @PostMapping("/api/applications")
  @Operation(
      summary = "Creates or changes an application",
      description =
          "The body is its attributes with `name`; they replace the saved ones. `permissions` holds"
              + " role names by READ, WRITE, EXECUTE and JUDGE.")
  View save(@RequestBody ObjectNode attributes) {
    Application saved =
        applications.save(attributes.path("name").asString(""), attributes, current.get());
    return new View(saved.name(), attributes(saved), null);
  }

  @DeleteMapping("/api/applications/{application}")
  @Operation(summary = "Removes an application with its pipelines; executions stay as history")
  void delete(@PathVariable String application) {
    applications.delete(application, current.get());
  }

  private Map<String, List<ClusterName>> clusters(String application) {
    return clouds.clusters(application).stream()
        .collect(
            Collectors.groupingBy(
                Cluster::account,
                TreeMap::new,
                Collectors.mapping(
                    c ->
                        new ClusterName(
                            c.name(), c.serverGroups().stream().map(g -> g.name()).toList()),
                    Collectors.toList())));
  }

  private static ObjectNode attributes(Application application) {
    return application
        .attributes()
        .put("name", application.name())
        .put("updateTs", String.valueOf(application.changedAt().toEpochMilli()));
  }

  /**
   * @param clusters by account
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String name, ObjectNode attributes, @Nullable Map<String, List<ClusterName>> clusters) {}

  record ClusterName(String name, List<String> serverGroups) {}
}
