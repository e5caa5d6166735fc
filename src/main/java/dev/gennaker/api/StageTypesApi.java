package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Pipelines")
class StageTypesApi {

  private final StageCatalog catalog;

  StageTypesApi(StageCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/api/stageTypes")
  @Operation(summary = "Every stage type: settings, JSON schema, help")
  List<View> list() {
    return catalog.all().stream().map(this::view).toList();
  }

  @GetMapping("/api/stageTypes/{type}")
  @Operation(summary = "One stage type")
  View get(@PathVariable String type) {
    return catalog
        .find(type)
        .map(this::view)
        .orElseThrow(() -> new NotFound("There is no stage type " + type + "."));
  }

  private View view(StageType<?> type) {
    return new View(
        type.type(),
        type.label(),
        type.description(),
        type.category(),
        type.icon(),
        type.offered(),
        type.skippable(),
        type.timeout().toMillis(),
        catalog.fields(type),
        catalog.schema(type),
        catalog.help(type));
  }

  /**
   * @param offered whether people choose it; otherwise other stages expand into it
   * @param timeoutMs how long it may take unless {@code stageTimeoutMs} says otherwise
   * @param schema JSON schema of its settings
   * @param help Markdown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String type,
      String label,
      String description,
      StageType.Category category,
      String icon,
      boolean offered,
      boolean skippable,
      long timeoutMs,
      List<Field> fields,
      ObjectNode schema,
      String help) {}
}
