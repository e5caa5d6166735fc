package dev.gennaker.api;

import dev.gennaker.pipeline.Documents;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is to run outside a pipeline, and checks it as the editor would. */
@Component
class Jobs {

  private static final int MOST = 100;

  private final StageCatalog catalog;

  Jobs(StageCatalog catalog) {
    this.catalog = catalog;
  }

  /** A task ready to start. */
  record Task(String application, String description, List<Map<String, Object>> stages) {}

  /**
   * @param application from the address; null where the body says it
   * @throws Unprocessable with all that is wrong
   */
  Task read(ObjectNode body, @Nullable String application) {
    List<Problem> problems = new ArrayList<>();
    List<Map<String, Object>> stages = new ArrayList<>();
    JsonNode jobs = body.path("job");
    if (!jobs.isArray() || jobs.isEmpty() || jobs.size() > MOST) {
      problems.add(
          Problem.error("$.job", "job must be a list of 1 to 100 jobs.", "Write [{\"type\": …}]."));
    }
    for (int i = 0; i < jobs.size() && jobs.isArray(); i++) {
      String path = "$.job[" + i + "]";
      if (jobs.get(i) instanceof ObjectNode job) {
        Map<String, Object> stage = Documents.plain(job);
        problems.addAll(check(job.path("type").asString(""), stage, path));
        stages.add(stage);
      } else {
        problems.add(Problem.error(path, "A job must be an object.", "Write {\"type\": …}."));
      }
    }
    String owner = application == null ? owner(body) : application;
    if (owner.isBlank()) {
      problems.add(
          Problem.error(
              "$.application", "There is no application.", "Name the application it concerns."));
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new Unprocessable("The task was not started.", problems);
    }
    return new Task(owner, description(body, jobs), stages);
  }

  private List<Problem> check(String name, Map<String, Object> stage, String path) {
    Optional<StageType<?>> type = catalog.find(name);
    if (type.isEmpty()) {
      return List.of(
          Problem.error(
              path + ".type",
              name.isBlank()
                  ? "The job has no type."
                  : "Nothing here knows jobs of type " + name + ".",
              "Take a type from /api/stageTypes."));
    }
    return catalog.check(type.get(), stage).stream().map(p -> p.below(path)).toList();
  }

  private static String owner(ObjectNode body) {
    String named = body.path("application").asString("");
    return named.isBlank()
        ? body.path("job").path(0).path("application").path("name").asString("")
        : named;
  }

  private static String description(ObjectNode body, JsonNode jobs) {
    String given = body.path("description").asString("");
    return given.isBlank() ? jobs.path(0).path("type").asString("") : given;
  }
}
