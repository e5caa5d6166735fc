package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gennaker.pipeline.PipelineChangedMeanwhile;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Pipelines")
class BulkSaveApi {

  private final Pipelines pipelines;
  private final CurrentActor current;

  BulkSaveApi(Pipelines pipelines, CurrentActor current) {
    this.pipelines = pipelines;
    this.current = current;
  }

  @PostMapping("/api/pipelines/bulksave")
  @Operation(
      summary = "Saves a list of pipelines, each for itself",
      description =
          "What is refused of one does not keep the others from being saved; the answer tells them"
              + " apart and says why. `staleCheck` as for a single one.")
  Saved save(
      @RequestBody ArrayNode documents,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "true") boolean staleCheck) {
    requireObjects(documents);
    Actor actor = current.get();
    List<String> saved = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (JsonNode each : documents) {
      ObjectNode document = (ObjectNode) each;
      try {
        @Nullable Integer basedOn = PipelineConfig.basedOn(document, pipelines, actor);
        saved.add(pipelines.save(document, staleCheck ? basedOn : null, message, actor).name());
      } catch (PipelineInvalid e) {
        refused.add(Refused.of(document, e, e.problems()));
      } catch (PipelineChangedMeanwhile | NotPermitted e) {
        refused.add(Refused.of(document, e, null));
      }
    }
    return new Saved(saved.size(), saved, refused.size(), refused);
  }

  private static void requireObjects(ArrayNode documents) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (!documents.get(i).isObject()) {
        problems.add(
            Problem.error(
                "$[" + i + "]", "A pipeline must be an object.", "Write {\"application\": …}."));
      }
    }
    if (!problems.isEmpty()) {
      throw new Unprocessable("No pipeline was saved.", problems);
    }
  }

  /** As Gate names it. */
  record Saved(
      @JsonProperty("successful_pipelines_count") int savedCount,
      @JsonProperty("successful_pipelines") List<String> saved,
      @JsonProperty("failed_pipelines_count") int refusedCount,
      @JsonProperty("failed_pipelines") List<Refused> refused) {}

  /**
   * @param problems where the document itself is wrong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refused(
      String id,
      String application,
      String name,
      String errorMsg,
      @Nullable List<Problem> problems) {

    static Refused of(ObjectNode document, Exception why, @Nullable List<Problem> problems) {
      return new Refused(
          document.path("id").asString(""),
          document.path("application").asString(""),
          document.path("name").asString(""),
          String.valueOf(why.getMessage()),
          problems);
    }
  }
}
