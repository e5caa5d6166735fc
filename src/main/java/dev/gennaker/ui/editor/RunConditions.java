package dev.gennaker.ui.editor;

import dev.gennaker.stage.Field;
import dev.gennaker.stage.Setting.Kind;
import dev.gennaker.ui.draft.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings every stage has, whatever its type: when it runs, what its failure does, notes. */
final class RunConditions {

  static final Path CONDITION = Path.of("stageEnabled");
  static final Path EXPRESSION = CONDITION.then("expression");

  /** Under {@link #CONDITION}. */
  static final List<Field> ONLY_IF =
      List.of(
          field(
              "expression",
              "Only if",
              "An expression without ${ }, looked at when the stage is about to start. Where it is false the stage is skipped and the pipeline goes on.",
              Kind.EXPRESSION,
              "always"));

  static final List<Field> LIMITS =
      List.of(
          field(
              "stageTimeoutMs",
              "Give up after",
              "How long it may take; empty takes what the stage type thinks right.",
              Kind.SECONDS,
              "the type's own limit",
              "ms"),
          field("markSuccessfulOnTimeout", "Giving up counts as success", "", Kind.FLAG, ""),
          field(
              "failOnFailedExpressions",
              "Fail when an expression cannot be worked out",
              "Otherwise the text stays as it is written and the stage runs with it.",
              Kind.FLAG,
              ""));

  static final List<Field> NOTES =
      List.of(
          field(
              "comments",
              "Notes",
              "Markdown. They are part of the pipeline and stand beside the stage while it runs: the place for the runbook.",
              Kind.MARKDOWN,
              "What should people know about this stage?"));

  private RunConditions() {}

  /** Spinnaker's object around a condition; null for none. */
  static @Nullable JsonNode condition(@Nullable JsonNode expression) {
    return expression == null
        ? null
        : JsonMapper.shared()
            .createObjectNode()
            .put("type", "expression")
            .set("expression", expression);
  }

  static Field field(String key, String label, String help, Kind kind, String placeholder) {
    return field(key, label, help, kind, placeholder, "");
  }

  static Field field(
      String key, String label, String help, Kind kind, String placeholder, String unit) {
    return new Field(
        key, label, help, false, kind, unit, 0.0, null, List.of(), placeholder, List.of(), false);
  }
}
